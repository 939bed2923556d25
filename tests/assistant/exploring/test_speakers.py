from __future__ import annotations

import pytest

from assistant.exploring.choice import parse
from assistant.exploring.explorer import Explorer


def names(explorer: Explorer, typed: str, query: str = "", facet: str = "speaker") -> list[str]:
    return [one.shown for one in explorer.suggest(parse(query), facet, typed)]


@pytest.mark.parametrize("typed", ["هال", "المرع", "مرعي", "هاله المرعي", "Hala Al-Merai", "hala merai"])
def test_a_name_is_found_as_it_is_typed(explorer: Explorer, typed: str) -> None:
    assert names(explorer, typed) == ["هالة المرعي"]


def test_nothing_typed_is_the_most_quoted(explorer: Explorer) -> None:
    assert names(explorer, "")[0] == "هالة المرعي"


def test_only_who_speaks_under_the_rest_of_the_choice_is_found(explorer: Explorer) -> None:
    assert names(explorer, "هالة", "stance=deny") == []
    assert names(explorer, "سل", "stance=deny") == ["سليم الغزواني"]


def test_other_facets_are_searched_by_their_words(explorer: Explorer) -> None:
    assert names(explorer, "ساحل", facet="outlet") == ["وكالة الساحل"]
    assert names(explorer, "سو", facet="place") == ["سوسة"]
    assert names(explorer, "<i>", facet="outlet") == ["<i>جريدة</i> الفجر"]
    with pytest.raises(ValueError, match="is no facet"):
        names(explorer, "x", facet="colour")
