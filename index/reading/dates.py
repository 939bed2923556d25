"""The day of publication, from the many ways in which news files write it."""

from __future__ import annotations

import datetime as dt
import email.utils
import re
from functools import cache, lru_cache

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ـ": None, "\u00a0": " "})
_MARKS = re.compile(r"[\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.،]\s?(\d{1,2})\s?[-/.،]\s?(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s?[-/.،]\s?(\d{1,2})\s?[-/.،]\s?(\d{4}|\d{2})(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:[T ]?\d{4,6}Z?)?")
_EPOCH = re.compile(r"-?\d{9,13}(?:\.\d+)?")

# Names that CLDR lacks; the rest comes from babel. Keys are folded as the text is.
_MORE_MONTHS = {
    **dict.fromkeys(["كانون ثاني", "جانفيه", "ينار"], 1),
    **dict.fromkeys(["فيفري", "فبرائر"], 2),
    **dict.fromkeys(["افريل", "ابريل"], 4),
    **dict.fromkeys(["ماي", "مايو", "مايس"], 5),
    **dict.fromkeys(["جوان", "يونيه", "يونيو"], 6),
    **dict.fromkeys(["جويليه", "يوليوز", "يوليه"], 7),
    **dict.fromkeys(["اوت", "غشت", "اغسطس"], 8),
    **dict.fromkeys(["شتنبر", "سبتمبر"], 9),
    **dict.fromkeys(["تشرين اول", "اكتوبر"], 10),
    **dict.fromkeys(["تشرين ثاني", "نونبر", "نوفمبر"], 11),
    **dict.fromkeys(["كانون اول", "دجنبر", "ديسمبر"], 12),
    "sept": 9,
}
_HIJRI_MONTHS = {
    **dict.fromkeys(["محرم", "المحرم", "محرم الحرام"], 1),
    "صفر": 2,
    "ربيع الاول": 3,
    **dict.fromkeys(["ربيع الثاني", "ربيع الاخر"], 4),
    **dict.fromkeys(["جمادي الاولي", "جمادي الاول"], 5),
    **dict.fromkeys(["جمادي الاخره", "جمادي الثانيه", "جمادي الاخر", "جمادي الثاني"], 6),
    "رجب": 7,
    "شعبان": 8,
    "رمضان": 9,
    "شوال": 10,
    **dict.fromkeys(["ذو القعده", "ذي القعده"], 11),
    **dict.fromkeys(["ذو الحجه", "ذي الحجه"], 12),
}


def day(value: object) -> dt.date | None:
    """The date that `value` writes, None where it writes none.

    Read: ISO 8601, RFC 2822, seconds or milliseconds since 1970 (UTC), ``20/01/2017`` (the day first, unless only the
    month can be), ``20170120``, and a day, a month's name and a year in Arabic (names of all regions), English or
    French; Hijri dates are Umm al-Qura. A time of day is dropped without moving the date to another zone: the date is
    the one the source shows its readers. Years outside 1800-2100 are taken for errors.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return _parse(str(value)[:200])


@lru_cache(maxsize=4096)
def _parse(written: str) -> dt.date | None:
    text = _MARKS.sub("", written).translate(_DIGITS).strip()
    if match := _YEAR_FIRST.match(text):
        return _date(*match.groups()) or _hijri(*match.groups())
    if match := _COMPACT.fullmatch(text):
        return _date(*match.groups())
    if _EPOCH.fullmatch(text):
        return _epoch(float(text))
    try:
        stamp = email.utils.parsedate_tz(text) if "," in text else None
        if stamp and (found := _date(*stamp[:3])):
            return found
    except (ValueError, IndexError, TypeError):
        pass
    folded = text.translate(_FOLD).casefold()
    return _named(folded) or _numbers(folded) or _named_hijri(folded)


def _numbers(text: str) -> dt.date | None:
    if match := _YEAR_FIRST.search(text):
        return _date(*match.groups()) or _hijri(*match.groups())
    if match := _DAY_FIRST.search(text):
        first, second, year = match.groups()
        if len(year) == 2:
            year = ("20" if int(year) < 70 else "19") + year
        return _date(year, second, first) or _date(year, first, second) or _hijri(year, second, first)
    return None


def _named(text: str) -> dt.date | None:
    names, pattern = _months()
    for match in pattern.finditer(text):
        found = match.group("day") or match.group("day2")
        if date := _date(match.group("year"), names[match.group("month")], found):
            return date
    return None


def _named_hijri(text: str) -> dt.date | None:
    match = _pattern(tuple(_HIJRI_MONTHS)).search(text)
    if not match:
        return None
    return _hijri(match.group("year"), _HIJRI_MONTHS[match.group("month")], match.group("day") or match.group("day2"))


@cache
def _months() -> tuple[dict[str, int], re.Pattern[str]]:
    from babel.dates import get_month_names

    names = dict(_MORE_MONTHS)
    for locale in ("ar", "ar_SY", "ar_TN", "ar_MA", "ar_MR", "en", "fr"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                names.setdefault(name.translate(_FOLD).casefold().rstrip("."), number)
    return names, _pattern(tuple(names))


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    # Longest first, that "mars" is not read as "mar"; two names of one month may stand side by side: آب/أغسطس.
    name = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        r"(?:(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er)?[\s,،/-]*(?:من |of )?(?:شهر )?)?"
        rf"(?<!\w)(?P<month>{name})(?!\w)\.?"
        rf"(?:\s*[/(-]\s*(?:{name})\)?)?"
        r"[\s,،/-]*(?:(?P<day2>\d{1,2})(?:st|nd|rd|th)?\s*[,،]?\s+)?(?:عام |سنه |لعام |من عام )?(?P<year>\d{4})(?!\d)"
    )


def _epoch(seconds: float) -> dt.date | None:
    if abs(seconds) >= 1e11:
        seconds /= 1000
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _date(year: str | int, month: str | int, day_: str | int | None) -> dt.date | None:
    if day_ is None or not 1800 <= int(year) <= 2100:
        return None
    try:
        return dt.date(int(year), int(month), int(day_))
    except ValueError:
        return None


def _hijri(year: str | int, month: str | int, day_: str | int | None) -> dt.date | None:
    if day_ is None or not 1343 <= int(year) <= 1500:
        return None
    from hijridate import Hijri

    try:
        found = Hijri(int(year), int(month), int(day_)).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return dt.date(found.year, found.month, found.day)
