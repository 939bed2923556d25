from __future__ import annotations

from collections.abc import Callable

from assistant.exploring.matrix import matrix
from assistant.exploring.selecting import Selection
from index.store import Store


def test_a_cell_counts_the_statements_it_leads_to(press: Store, chosen: Callable[..., Selection]) -> None:
    found = matrix(press, chosen("topic=رسوم الميناء&topic=الأرصفة"))
    assert [column.shown for column in found.columns] == ["رسوم الميناء", "الأرصفة"]
    assert found.speakers[0].shown in ("هالة المرعي", "سليم الغزواني")
    for speaker, row in zip(found.speakers, found.cells, strict=True):
        for column, count in zip(found.columns, row, strict=True):
            assert count == len(chosen(f"speaker={speaker.values[0]}&about={column.shown}").rows)
    assert found.most == max(max(row) for row in found.cells) >= 2


def test_a_topic_of_the_readers_without_statements_keeps_its_column(
    press: Store, chosen: Callable[..., Selection]
) -> None:
    found = matrix(press, chosen("topic=رسوم&topic=المريخ"))
    assert [(column.shown, column.count) for column in found.columns] == [("رسوم", 6), ("المريخ", 0)]


def test_speakers_by_place(press: Store, chosen: Callable[..., Selection]) -> None:
    found = matrix(press, chosen("across=place"))
    assert found.across == "place"
    names = [column.shown for column in found.columns]
    assert {"صفاقس", "سوسة", "طرابلس", "باريس"} <= set(names)
    said = {
        speaker.shown: dict(zip(names, row, strict=True))
        for speaker, row in zip(found.speakers, found.cells, strict=True)
    }
    assert said["هالة المرعي"]["صفاقس"] == 2 and said["هالة المرعي"]["طرابلس"] == 1
    assert "مصدر مطلع" not in said  # says where nobody is told to have said anything


def test_nothing_makes_an_empty_matrix(press: Store, chosen: Callable[..., Selection]) -> None:
    found = matrix(press, chosen("place=المريخ"))
    assert (found.speakers, found.cells, found.most) == ((), (), 0)
