from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import numpy as np

from assistant.exploring.choice import Choice
from assistant.exploring.selecting import Selection, select
from assistant.exploring.timeline import timeline
from index.store.columns import FACETS, UNDATED, Column, Columns


def test_months_are_counted_in_order_and_the_undated_apart(chosen: Callable[..., Selection]) -> None:
    found = timeline(chosen())
    assert found.unit == "month" and found.undated == 1
    assert [(bar.first.isoformat(), bar.last.day, bar.count, bar.gap) for bar in found.bars] == [
        ("2025-01-01", 31, 5, False),
        ("2025-02-01", 28, 2, False),
        ("2025-03-01", 31, 5, False),
    ]


def test_of_few_months_the_days_are_told(chosen: Callable[..., Selection]) -> None:
    found = timeline(chosen("speaker=سليم الغزواني"))
    assert found.unit == "day"
    assert [(bar.first.day, bar.last.day, bar.count, bar.gap) for bar in found.bars] == [
        (6, 6, 1, False),
        (20, 20, 2, True),
    ]


def test_of_many_months_the_years_are_told() -> None:
    found = timeline(_on([dt.date(year, month, 1) for year in range(2010, 2020) for month in range(1, 13)]))
    assert found.unit == "year"
    assert (found.bars[0].first, found.bars[0].last, found.bars[0].count) == (
        dt.date(2010, 1, 1),
        dt.date(2010, 12, 31),
        12,
    )
    assert len(found.bars) == 10


def test_nothing_has_no_bars() -> None:
    assert timeline(_on([])).bars == ()
    assert timeline(_on([None])).undated == 1


def _on(days: list[dt.date | None]) -> Selection:
    codes = np.zeros(len(days), np.int32)
    columns = Columns(
        np.arange(len(days)),
        np.arange(len(days)),
        np.array([day.toordinal() if day else UNDATED for day in days], np.int32),
        {facet: Column(codes, ("x",), ("x",), {"x": 0}) for facet in FACETS},
    )
    return select(columns, Choice())
