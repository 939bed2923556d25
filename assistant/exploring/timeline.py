"""Statements over time: a count for each day, month or year that has any."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from assistant.exploring.selecting import Selection
from index.store.columns import UNDATED

Unit = Literal["day", "month", "year"]
_MOST_BARS: Final = 72
_FEWEST_MONTHS: Final = 3  # of fewer the days are told apart


@dataclass(frozen=True, slots=True)
class Bar:
    """A period with statements: its first and last day, and how many. `gap`: the periods right before it have none."""

    first: dt.date
    last: dt.date
    count: int
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The periods of a selection in order, and how many statements have no day."""

    unit: Unit
    bars: tuple[Bar, ...]
    undated: int


def timeline(selection: Selection) -> Timeline:
    """The selection over time, by days where it spans less than three months, by years where months are too many."""
    days = selection.columns.days[selection.rows]
    known = days[days != UNDATED]
    dates = Counter(known.tolist())
    months = {dt.date.fromordinal(day).replace(day=1) for day in dates}
    unit: Unit = "month" if _FEWEST_MONTHS <= len(months) <= _MOST_BARS else "year"
    if len(months) < _FEWEST_MONTHS:
        unit = "day"
    counted: Counter[dt.date] = Counter()
    for day, count in dates.items():
        counted[_first(dt.date.fromordinal(day), unit)] += count
    bars: list[Bar] = []
    for first in sorted(counted):
        gap = bool(bars) and bars[-1].last + dt.timedelta(days=1) < first
        bars.append(Bar(first, _last(first, unit), counted[first], gap))
    return Timeline(unit, tuple(bars), int(np.count_nonzero(days == UNDATED)))


def _first(day: dt.date, unit: Unit) -> dt.date:
    if unit == "day":
        return day
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _last(first: dt.date, unit: Unit) -> dt.date:
    if unit == "day":
        return first
    if unit == "year":
        return first.replace(month=12, day=31)
    following = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return following - dt.timedelta(days=1)
