"""The days that a question names on the calendar: في ماي 2017, صيف 2016, بين 2014 و2016, 14 جانفي 2011, رمضان 1438."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.understanding.days import Days, half, hijri, hijri_in, month, one_day, part, season, year
from assistant.understanding.typed import Typed
from index.arabic.months import MONTHS

_ENGLISH: Final = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
        "|november nov|december dec".split("|"),
        1,
    )
    for name in names.split()
}
_HIJRI: Final = {
    tuple(name.split("_")): number
    for number, names in enumerate(
        "محرم|صفر|ربيع_الاول|ربيع_الثاني ربيع_الاخر|جمادي_الاولي جمادي_الاول|جمادي_الثانيه جمادي_الاخره"
        "|رجب|شعبان|رمضان|شوال|ذو_القعده ذي_القعده|ذو_الحجه ذي_الحجه".split("|"),
        1,
    )
    for name in names.split()
}
_PARTS: Final = {
    **dict.fromkeys("اوايل بدايه بدايات مطلع مستهل اول early".split(), "early"),
    **dict.fromkeys("منتصف اواسط نصف mid".split(), "middle"),
    **dict.fromkeys("اواخر نهايه نهايات اخر اخير late".split(), "late"),
}
_FRACTIONS: Final = {
    (part_of_year, ordinal): (n, parts)
    for part_of_year, parts in (("النصف", 2), ("السداسي", 2), ("الربع", 4), ("الثلاثي", 4))
    for n, ordinal in enumerate(("الاول", "الثاني", "الثالث", "الرابع")[:parts], 1)
}
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_HIJRI_YEAR: Final = re.compile("1[34][0-9]{2}")
_OF: Final = frozenset("من سنه عام لعام لسنه في السنه العام شهر of in year".split())
_INTO: Final = frozenset(
    "في فى خلال سنه عام بسنه بعام لسنه يوم شهر اثناء بتاريخ ابان طيله طوال من ل ب on in during year the".split()
)
_SINCE: Final = frozenset("منذ مذ since from".split())
_BEFORE: Final = frozenset("قبل قبيل before".split())
_AFTER: Final = frozenset("بعد after".split())
_UNTIL: Final = frozenset("حتي لغايه until till".split())
_TO: Final = frozenset("الي حتي لغايه و and to until till".split())


@dataclass(frozen=True, slots=True)
class Period:
    """Days that the words ``start:stop`` of a question name, prepositions among them.

    `bare` tells a year or date that follows a noun at once (رئاسيات 2019), `bounded` one that only bounds (بعد 2011):
    both may tell of the topic. `relative` was reckoned from a day of reference.
    """

    days: Days
    start: int
    stop: int
    bare: bool = False
    bounded: bool = False
    relative: bool = False


def explicit(typed: Typed, default_year: int | None = None) -> Period | None:
    """The first period that the question names; a month without a year is of `default_year`, or none."""
    words = [word.folded for word in typed.words]
    for place in range(len(words)):
        if (found := _date(typed, words, place, default_year)) is None:
            continue
        return _with_what_stands_before(typed, words, place, *found, default_year)
    return None


def _with_what_stands_before(
    typed: Typed, words: Sequence[str], place: int, days: Days, stop: int, default_year: int | None
) -> Period:
    start = place
    while start and words[start - 1] in _INTO and words[start - 1] != "من":
        start -= 1
    before = words[start - 1] if start else ""
    if before in ("بين", "between") or (before == "من" and stop < len(words) and words[stop] in _TO):
        second = _second(typed, words, stop, default_year)
        if second:
            return Period(
                Days(days.since, second[0].until), start - 1 - (start > 1 and words[start - 2] == "ما"), second[1]
            )
    if before in _SINCE:
        second = _second(typed, words, stop, default_year)
        if second and words[stop] in _TO:
            return Period(Days(days.since, second[0].until), start - 1, second[1])
        return Period(Days(days.since, None), start - 1, stop, bounded=True)
    if before in _UNTIL:
        return Period(Days(None, days.until), start - 1, stop, bounded=True)
    if before in _BEFORE and days.since:
        return Period(Days(None, days.since - dt.timedelta(days=1)), start - 1, stop, bounded=True)
    if before in _AFTER and days.until:
        return Period(Days(days.until + dt.timedelta(days=1), None), start - 1, stop, bounded=True)
    clitic = words[place][0] in "بلف" and not words[place].isdigit() and len(words[place]) > 3
    return Period(days, start, stop, bare=start == place and place > 0 and not clitic)


def _second(typed: Typed, words: Sequence[str], stop: int, default_year: int | None) -> tuple[Days, int] | None:
    """The end of a range: و2016, إلى جوان 2016, وبين 2016."""
    for place in range(stop, min(stop + 3, len(words))):
        if found := _date(typed, words, place, default_year):
            return found
        if words[place] not in _TO and words[place] not in _OF and words[place] not in ("وبين",):
            return None
    return None


def _date(typed: Typed, words: Sequence[str], place: int, default_year: int | None) -> tuple[Days, int] | None:
    """The days that the words from `place` on name, and where they stop."""
    word = words[place].removeprefix("و") if words[place][1:].isdigit() else words[place]
    following = words[place + 1 : place + 2]
    if word in _PARTS and following:
        after = place + 1 + (following[0] in ("شهر", "سنه", "عام", "العام", "السنه") or following[0] == "من")
        if after < len(words) and (found := _date(typed, words, after, default_year)):
            return part(found[0], _PARTS[word]), found[1]
    following_word = following[0] if following else ""
    if (word, following_word) in _FRACTIONS and (found_year := _year(words, place + 2)):
        return half(found_year[0], *_FRACTIONS[word, following_word]), found_year[1]
    if numeric := _numeric(typed, place):
        return numeric
    if word in ("صيف", "خريف", "شتاء", "ربيع") and (found_year := _year(words, place + 1)):
        return season(word, found_year[0]), found_year[1]
    if word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31:
        return _day_of_month(words, place, int(word), default_year)
    if named := _month(words, place):
        number, stop = named
        found_year = _year(words, stop)
        if found_year is None and default_year and (place and words[place - 1] in _INTO):
            found_year = default_year, stop
        if found_year:
            return month(found_year[0], number), found_year[1]
        if words[place] in _ENGLISH and stop + 1 < len(words) and words[stop].isdigit():  # May 14, 2017
            return _joined(_day(words[stop + 1], number, int(words[stop])), stop + 2)
        return None
    if named := _hijri_month(words, place):
        return _of_hijri_month(words, named)
    if _YEAR.fullmatch(word):
        return year(int(word)), place + 1
    if _HIJRI_YEAR.fullmatch(word) and (following == ["ه"] or following == ["هجري"] or following == ["هجريه"]):
        return _joined(hijri(int(word)), place + 2)
    return None


def _day_of_month(words: Sequence[str], place: int, day: int, default_year: int | None) -> tuple[Days, int] | None:
    at = place + 1 + (place + 1 < len(words) and words[place + 1] in ("من", "شهر", "of"))
    if named := _month(words, at):
        found_year = _year(words, named[1]) or ((default_year, named[1]) if default_year else None)
        return _joined(_day(str(found_year[0]), named[0], day), found_year[1]) if found_year else None
    if (of_hijri := _hijri_month(words, at)) and at > place:
        number, stop = of_hijri
        if stop < len(words) and _HIJRI_YEAR.fullmatch(words[stop]):
            return _joined(hijri(int(words[stop]), number, day), stop + 1 + _is_hijri_sign(words, stop + 1))
    return None


def _of_hijri_month(words: Sequence[str], named: tuple[int, int]) -> tuple[Days, int] | None:
    number, stop = named
    stop += stop < len(words) and words[stop] in ("من", "سنه", "عام")
    if stop < len(words) and _HIJRI_YEAR.fullmatch(words[stop]):
        return _joined(hijri(int(words[stop]), number), stop + 1 + _is_hijri_sign(words, stop + 1))
    if stop < len(words) and _YEAR.fullmatch(words[stop]):
        return _joined(hijri_in(int(words[stop]), number), stop + 1)
    return None


def _is_hijri_sign(words: Sequence[str], place: int) -> bool:
    return place < len(words) and words[place] in ("ه", "هجري", "هجريه")


def _numeric(typed: Typed, place: int) -> tuple[Days, int] | None:
    """20/01/2017 and 2017-01-20: three numbers with the same signs between."""
    from index.reading.dates import day

    if place + 3 > len(typed.words) or not all(word.folded.isdigit() for word in typed.words[place : place + 3]):
        return None
    text = typed.between(place, place + 3)
    return _joined(one_day(found), place + 3) if re.search(r"\d[-/.]\d", text) and (found := day(text)) else None


def _month(words: Sequence[str], place: int) -> tuple[int, int] | None:
    """The number of the month that is named at `place`, and where its name stops."""
    if place >= len(words):
        return None
    if words[place] in _ENGLISH and (words[place] != "may" or words[place + 1 : place + 2]):
        return _ENGLISH[words[place]], place + 1
    for word in (words[place], words[place][1:] if words[place][0] in "بلوف" else ""):
        for length in (2, 1):
            name = (word, *words[place + 1 : place + length])
            if len(name) == length and name in MONTHS:
                stop = place + length
                # Two names of one month may stand side by side: آب/أغسطس.
                stop += (
                    tuple(words[stop : stop + 1]) in MONTHS and MONTHS[tuple(words[stop : stop + 1])] == MONTHS[name]
                )
                return MONTHS[name], stop
    return None


def _hijri_month(words: Sequence[str], place: int) -> tuple[int, int] | None:
    if place >= len(words):
        return None
    for length in (2, 1):
        name = tuple(words[place : place + length])
        name = (name[0].removeprefix("ال") if name[0] == "المحرم" else name[0], *name[1:])
        if len(name) == length and name in _HIJRI:
            return _HIJRI[name], place + length
    return None


def _year(words: Sequence[str], place: int) -> tuple[int, int] | None:
    """The year at `place`, after words such as سنة and من, and where it stops."""
    for at in range(place, min(place + 3, len(words))):
        if _YEAR.fullmatch(words[at]):
            return int(words[at]), at + 1
        if words[at] not in _OF:
            return None
    return None


def _day(year_: str, number: int, day: int) -> Days | None:
    try:
        return one_day(dt.date(int(year_), number, day))
    except ValueError:
        return None


def _joined(days: Days | None, stop: int) -> tuple[Days, int] | None:
    return (days, stop) if days else None
