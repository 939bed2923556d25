from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from assistant.exploring.explorer import Explorer
from assistant.exploring.selecting import Selection
from index.store.columns import FACETS

Chosen = Callable[..., Selection]


def counted(selection: Selection, facet: str) -> dict[str, int]:
    return {one.shown: one.count for one in selection.counts(facet)}


def test_nothing_chosen_is_everything(chosen: Chosen) -> None:
    everything = chosen()
    assert len(everything.rows) == 13
    assert counted(everything, "speaker")["هالة المرعي"] == 4
    assert counted(everything, "stance")["say"] == 6
    assert counted(everything, "outlet") == {"صحيفة المرفأ": 7, "وكالة الساحل": 4, "<i>جريدة</i> الفجر": 2}


def test_two_facets_narrow_together_and_a_facets_own_choice_not_its_own_counts(chosen: Chosen) -> None:
    both = chosen("speaker=سليم الغزواني&stance=deny")
    assert len(both.rows) == 1
    # What a second speaker would bring: all who deny.
    assert counted(both, "speaker") == {"سليم الغزواني": 1}
    # What another stance would bring: all that he said.
    assert counted(both, "stance") == {"deny": 1, "say": 1, "warn": 1}
    assert [one.key for one in both.counts("stance") if one.chosen] == ["deny"]
    assert counted(both, "outlet") == {"وكالة الساحل": 1}


def test_two_values_of_a_facet_are_either(chosen: Chosen) -> None:
    assert len(chosen("stance=deny&stance=warn").rows) == 2


def test_a_chosen_value_without_statements_is_still_shown_to_be_taken_off(chosen: Chosen) -> None:
    none = chosen("speaker=سليم الغزواني&place=باريس")
    assert len(none.rows) == 0
    assert {one.shown: (one.count, one.chosen) for one in none.counts("place")} == {
        "سوسة": (2, False),
        "باريس": (0, True),
    }


def test_a_value_that_nobody_has_finds_nothing_and_is_told(chosen: Chosen) -> None:
    none = chosen("place=المريخ")
    assert len(none.rows) == 0 and none.unknown == (("place", "المريخ"),)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("since=2025-01-06&until=2025-01-20", 5),
        ("since=2025-03-12", 2),
        ("until=2025-01-06", 3),
        ("month=2025-02", 2),
        ("since=2025-01-01&month=2025-02&month=2025-03", 7),
    ],
)
def test_days_are_inclusive_and_undated_statements_pass_none(chosen: Chosen, query: str, count: int) -> None:
    assert len(chosen(query).rows) == count


def test_the_counts_are_those_of_counting_one_by_one(explorer: Explorer, chosen: Chosen) -> None:
    columns = explorer.columns
    choices: list[dict[str, Any]] = [
        {},
        {"stance": ["say", "deny"]},
        {"kind": ["person"], "outlet": ["صحيفه المرفا"]},
        {"speaker": ["هاله مرعي"], "month": ["2025-01", "2025-03"], "type": ["indirect"]},
    ]
    for choice in choices:
        selection = chosen("&".join(f"{facet}={value}" for facet, values in choice.items() for value in values))
        for facet in FACETS:
            expected: dict[str, int] = {}
            for row in range(len(columns)):
                others = (
                    columns.facets[name].keys[columns.facets[name].codes[row]] in values
                    for name, values in choice.items()
                    if name != facet and columns.facets[name].codes[row] >= 0
                )
                told = all(columns.facets[name].codes[row] >= 0 for name in choice if name != facet)
                code = columns.facets[facet].codes[row]
                if code >= 0 and told and all(others):
                    key = columns.facets[facet].keys[code]
                    expected[key] = expected.get(key, 0) + 1
            assert {one.key: one.count for one in selection.counts(facet) if one.count} == expected


def test_only_matching_statements_count(explorer: Explorer, chosen: Chosen) -> None:
    from assistant.exploring.choice import Choice
    from assistant.exploring.selecting import select

    some = explorer.columns.keys[[3, 4]]
    selection = select(explorer.columns, Choice(), np.sort(some))
    assert selection.rows.tolist() == [3, 4]
    assert [(one.shown, one.count) for one in selection.within("speaker")] == [("سليم الغزواني", 2)]


def test_a_speaker_is_chosen_by_any_spelling_and_taken_off_by_their_key(chosen: Chosen) -> None:
    found = chosen("speaker=سليم الغزواني&speaker=الوزيرة هالة المرعي&page=2")
    assert len(found.rows) == 7
    assert found.choice.of("speaker") == ("سليم غزواني", "هاله مرعي") and found.choice.page == 2
    assert [one.key for one in found.counts("speaker") if one.chosen] == ["هاله مرعي", "سليم غزواني"]
