"""Runs of days on the calendar: a month, a season, a part of a year; Hijri months too (Umm al-Qura, by hijridate)."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

_SEASONS = {"ربيع": (3, 5), "صيف": (6, 8), "خريف": (9, 11), "شتاء": (12, 2)}


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `since` to `until`, both inclusive; None leaves an end open."""

    since: dt.date | None
    until: dt.date | None

    @property
    def shown(self) -> str:
        """ISO days with a slash between: the value of a chip."""
        return "/".join(day.isoformat() if day else "" for day in (self.since, self.until))

    def wider(self, before: int, after: int) -> Days:
        """The same with so many days more before and after."""
        return Days(
            self.since - dt.timedelta(days=before) if self.since else None,
            self.until + dt.timedelta(days=after) if self.until else None,
        )


def one_day(day: dt.date) -> Days:
    """A single day."""
    return Days(day, day)


def month(year: int, number: int) -> Days:
    """A month of the Gregorian calendar."""
    return Days(dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1]))


def year(number: int) -> Days:
    """A year of the Gregorian calendar."""
    return Days(dt.date(number, 1, 1), dt.date(number, 12, 31))


def season(name: str, number: int) -> Days:
    """A season (folded) of a year, by whole months; the winter of 2016 ends in February 2017. Raises KeyError."""
    first, last = _SEASONS[name]
    return Days(dt.date(number, first, 1), month(number + (last < first), last).until)


def hijri(year_: int, month_: int | None = None, day: int | None = None) -> Days | None:
    """A day, month or year of the Hijri calendar; None outside 1343-1500, or if there is no such day."""
    from hijridate import Hijri

    try:
        first = Hijri(year_, month_ or 1, day or 1)
        if day:
            last = first
        else:
            end = month_ or 12
            last = Hijri(year_, end, Hijri(year_, end, 1).month_length())
        start, stop = first.to_gregorian(), last.to_gregorian()
    except (ValueError, OverflowError):
        return None
    return Days(dt.date(start.year, start.month, start.day), dt.date(stop.year, stop.month, stop.day))


def hijri_in(number: int, month_: int) -> Days | None:
    """The Hijri month that begins in a Gregorian year (رمضان 2017), the first if two do."""
    for candidate in (number - 579, number - 578, number - 580):
        found = hijri(candidate, month_)
        if found and found.since and found.since.year == number:
            return found
    return None


def part(days: Days, name: str) -> Days:
    """The early, middle or late part of a month or year: days 1-10, 11-20 and from 21; four months of a year each."""
    if not (days.since and days.until):
        return days
    since, until = days.since, days.until
    if (until - since).days > 31:
        if name == "early":
            return Days(since, month(since.year, 4).until)
        return (
            Days(dt.date(since.year, 5, 1), month(since.year, 8).until)
            if name == "middle"
            else Days(dt.date(since.year, 9, 1), until)
        )
    if name == "early":
        return Days(since, since + dt.timedelta(days=9))
    return (
        Days(since + dt.timedelta(days=10), since + dt.timedelta(days=19))
        if name == "middle"
        else Days(since + dt.timedelta(days=20), until)
    )


def half(number: int, which: int, parts: int) -> Days:
    """The `which`-th (from 1) of `parts` equal parts of a year, by whole months: halves and quarters."""
    length = 12 // parts
    return Days(dt.date(number, (which - 1) * length + 1, 1), month(number, which * length).until)


def shifted(days: Days, unit: str, count: int) -> Days:
    """The day, week, month or year that lies `count` units after the one that `days` begins with."""
    first = days.since or days.until
    if first is None:
        return days
    if unit == "day":
        return one_day(first + dt.timedelta(days=count))
    if unit == "week":
        monday = first - dt.timedelta(days=first.weekday()) + dt.timedelta(weeks=count)
        return Days(monday, monday + dt.timedelta(days=6))
    if unit == "month":
        months = first.year * 12 + first.month - 1 + count
        return month(months // 12, months % 12 + 1)
    return year(first.year + count)
