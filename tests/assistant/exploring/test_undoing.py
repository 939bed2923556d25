from __future__ import annotations

import pytest

from assistant.exploring.choice import parse
from assistant.exploring.explorer import Explorer
from index.people.deciding import PeopleError

GHAZWANI, SENOUSSI = "سليم غزواني", "عادل سنوسي"


def speakers(explorer: Explorer) -> dict[str, int]:
    return {one.shown: one.count for one in explorer.selection(parse("")).counts("speaker")}


def test_two_are_merged_and_apart_again(own: Explorer) -> None:
    before = speakers(own)
    person, token = own.merge(GHAZWANI, [SENOUSSI])
    assert (person.shown, person.count) == ("سليم الغزواني", 5)
    merged = speakers(own)
    assert merged["سليم الغزواني"] == 5 and "عادل السنوسي" not in merged
    # An address from before still finds them.
    assert own.profile(SENOUSSI) == own.profile(GHAZWANI)
    assert len(own.selection(parse(f"speaker={SENOUSSI}")).rows) == 5
    own.undo(token)
    assert speakers(own) == before


def test_a_renamed_speaker_is_shown_and_found_so(own: Explorer) -> None:
    _, token = own.rename(GHAZWANI, "Salim Ghazouani")
    assert speakers(own)["Salim Ghazouani"] == 3
    assert [one.count for one in own.suggest(parse(""), "speaker", "ghazou")] == [3]
    own.undo(token)
    assert "Salim Ghazouani" not in speakers(own)


def test_a_name_is_split_off(own: Explorer) -> None:
    own.merge(GHAZWANI, [SENOUSSI])
    person, token = own.split(GHAZWANI, ["عادل السنوسي"])
    assert (person.shown, person.count) == ("عادل السنوسي", 2)
    own.undo(token)
    assert speakers(own)["سليم الغزواني"] == 5


def test_only_the_last_decision_can_be_taken_back_and_once(own: Explorer) -> None:
    _, first = own.merge(GHAZWANI, [SENOUSSI])
    _, second = own.rename(GHAZWANI, "النقيب")
    with pytest.raises(PeopleError, match="something else was decided"):
        own.undo(first)
    own.undo(second)
    own.undo(first)
    with pytest.raises(PeopleError, match="cannot be taken back any more"):
        own.undo(first)


def test_what_cannot_be_decided_changes_nothing(own: Explorer) -> None:
    before = speakers(own)
    with pytest.raises(PeopleError):
        own.merge(GHAZWANI, [GHAZWANI])
    with pytest.raises(PeopleError, match="nobody is known"):
        own.merge(GHAZWANI, ["لا احد"])
    with pytest.raises(PeopleError):
        own.rename(GHAZWANI, "عادل السنوسي")
    assert speakers(own) == before
