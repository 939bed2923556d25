"""Days as terms of an index: a day stands under its day, month, year, decade and so on, a range is a few of these.

A year is one term, any range some seventy, where a range of numbers would be compared document by document. The same
idea for numbers: Schindler & Diepenbroek, "Generic XML-based framework for metadata portals" (2008).
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator


def periods_with(day: dt.date) -> list[str]:
    """The names of the day, month, year, decade, century and millennium that `day` lies in.

    >>> periods_with(dt.date(2017, 3, 5))
    ['2017-03-05', '2017-03', '2017', '201', '20', '2']
    """
    return [name for name, _, _ in _periods(day)]


def periods_between(since: dt.date, until: dt.date) -> list[str]:
    """The names of the fewest periods that are the days from `since` to `until`, both included, and no other.

    >>> periods_between(dt.date(2015, 11, 30), dt.date(2017, 1, 1))
    ['2015-11-30', '2015-12', '2016', '2017-01-01']
    """
    found: list[str] = []
    day = since
    while day <= until:
        name, last = [(name, last) for name, first, last in _periods(day) if first == day and last <= until][-1]
        found.append(name)
        if last == dt.date.max:
            break
        day = last + dt.timedelta(days=1)
    return found


def _periods(day: dt.date) -> Iterator[tuple[str, dt.date, dt.date]]:
    """Each period that `day` lies in, the shortest first: its name, first and last day."""
    yield day.isoformat(), day, day
    length = calendar.monthrange(day.year, day.month)[1]
    yield day.isoformat()[:7], day.replace(day=1), day.replace(day=length)
    year = day.isoformat()[:4]
    for digits in (4, 3, 2, 1):
        first, last = year[:digits].ljust(4, "0"), year[:digits].ljust(4, "9")
        yield year[:digits], dt.date(max(1, int(first)), 1, 1), dt.date(int(last), 12, 31)
