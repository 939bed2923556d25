"""Days told from a day of reference: أمس, الأسبوع الماضي, قبل شهرين, and in a conversation الشهر الموالي."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from assistant.understanding.days import Days, one_day, shifted
from assistant.understanding.periods import Period
from assistant.understanding.typed import Typed

_YESTERDAY: Final = frozenset("امس الامس البارحه امبارح مبارح مبارحه بارح yesterday".split())
_TODAY: Final = frozenset("اليوم الليله النهارده today النهار".split())
_UNITS: Final = {
    **dict.fromkeys("يوم اليوم ايام الايام يومين نهار day days".split(), "day"),
    **dict.fromkeys("اسبوع الاسبوع اسابيع اسبوعين الاسابيع week weeks سيمانه السيمانه الجمعه_".split(), "week"),
    **dict.fromkeys("شهر الشهر اشهر شهور شهرين الاشهر الشهور month months".split(), "month"),
    **dict.fromkeys("سنه السنه سنوات سنين سنتين السنوات عام العام اعوام عامين الاعوام year years".split(), "year"),
}
_TWO: Final = frozenset("يومين اسبوعين شهرين سنتين عامين".split())
_NUMBERS: Final = {
    word: n
    for n, forms in enumerate(
        [
            "اثنين",
            "ثلاثه ثلاث تلات تلاته",
            "اربعه اربع",
            "خمسه خمس",
            "سته ست",
            "سبعه سبع",
            "ثمانيه ثماني",
            "تسعه تسع",
            "عشره عشر",
        ],
        2,
    )
    for word in forms.split()
}
_PAST: Final = frozenset(
    "الماضي الماضيه الفارط الفارطه المنصرم المنصرمه المنقضي السابق السابقه الفايت الفايته فات فاتت last".split()
)
_NOW: Final = frozenset("الحالي الحاليه الجاري الجاريه هذا هذه هاد هادا هاذ دا ده دي this".split())
_THIS: Final = frozenset("هذا هذه هاد هادا هالـ this هاذ".split())
_NEXT: Final = frozenset("التالي التاليه الموالي المواليه اللاحق".split())
_WHICH: Final = frozenset("الذي التي اللي الي".split())
_AGO: Final = frozenset("قبل منذ من".split())
_LATEST: Final = frozenset("اخر last past".split())
_DAYS_OF_WEEK: Final = {
    **dict.fromkeys(["الاثنين", "monday"], 0), **dict.fromkeys(["الثلاثاء", "tuesday"], 1),
    **dict.fromkeys(["الاربعاء", "wednesday"], 2), **dict.fromkeys(["الخميس", "thursday"], 3),
    **dict.fromkeys(["الجمعه", "friday"], 4), **dict.fromkeys(["السبت", "saturday"], 5),
    **dict.fromkeys(["الاحد", "sunday"], 6),
}  # fmt: skip
_INTO: Final = frozenset("في خلال يوم منذ ب مساء صباح ليله in on during".split())


def relative(typed: Typed, today: dt.date, talked_of: Days | None = None) -> Period | None:
    """The first days that the question tells from `today`, or from those `talked_of` before (الشهر الموالي)."""
    words = [word.folded for word in typed.words]
    for place in range(len(words)):
        found = _told(words, place, today, talked_of)
        if found is None:
            continue
        days, stop = found
        start = place
        while start and words[start - 1] in _INTO:
            start -= 1
        return Period(days, start, stop, relative=True)
    return None


def _told(words: Sequence[str], place: int, today: dt.date, talked_of: Days | None) -> tuple[Days, int] | None:
    word = words[place].removeprefix("هال") if words[place].startswith("هال") else words[place]
    after = [*words[place + 1 :], "", ""][:2]
    now = one_day(today)
    if word in _YESTERDAY:
        before = (place and words[place - 1] == "اول") or after[0] == "الاول"
        return shifted(now, "day", -2 if before else -1), place + 1 + (after[0] == "الاول" or after[0] in _DAYS_OF_WEEK)
    if word in _TODAY and _is_today(words, place, after[0]):
        return now, place + 1
    if word in _DAYS_OF_WEEK and (after[0] in _PAST or (place and words[place - 1] == "يوم")):
        back = (today.weekday() - _DAYS_OF_WEEK[word]) % 7 or (7 if after[0] in _PAST else 0)
        return shifted(now, "day", -back), place + 1 + (after[0] in _PAST)
    if word in _LATEST and (counted := _count(words, place + 1)):
        count, unit, stop = counted
        if count > 1:
            return Days(_back(today, unit, count), today), stop
    if word in _AGO and (counted := _count(words, place + 1)):
        count, unit, stop = counted
        if words[stop - 1].startswith("ال") or (stop < len(words) and words[stop] in _PAST | _NOW):
            return None
        return shifted(now, unit, -count), stop
    unit = _UNITS.get(word, "")
    if not unit or unit == "day":
        return None
    if words[place].startswith("هال"):
        return shifted(now, unit, 0), place + 1
    english = place and words[place - 1] in ("last", "this") and word in ("week", "month", "year")
    if english:
        return shifted(now, unit, -1 if words[place - 1] == "last" else 0), place + 1
    if after[0] in _PAST or (after[0] in _WHICH and after[1] in _PAST):
        if talked_of and after[0] in ("السابق", "السابقه"):
            return shifted(talked_of, unit, -1), place + 2
        return shifted(now, unit, -1), place + 2 + (after[0] in _WHICH)
    if talked_of and after[0] in _NEXT:
        return shifted(talked_of, unit, 1), place + 2
    if (
        talked_of
        and after[0] in _WHICH
        and after[1] in ("قبله", "قبلها", "بعده", "بعدها", "يليه", "تليها", "سبقه", "سبقها")
    ):
        back = after[1].startswith(("قبل", "سبق"))
        return shifted(talked_of, unit, -1 if back else 1), place + 3
    if word.startswith("ال") and (after[0] in _NOW or (place and words[place - 1] in _THIS)):
        return shifted(now, unit, 0), place + 1 + (after[0] in _NOW)
    return None


def _is_today(words: Sequence[str], place: int, following: str) -> bool:
    """Not the day of "per day" and "International Day"."""
    before = words[place - 1] if place else ""
    if before in ("في", "حتي", "الي", "كل", "هذا", "هذه") or (following in _PAST | _NEXT):
        return False
    return not following.startswith("ال") or following in _DAYS_OF_WEEK


def _count(words: Sequence[str], place: int) -> tuple[int, str, int] | None:
    """A number and a unit of time from `place` on, and where they stop."""
    if place >= len(words):
        return None
    word = words[place]
    if word in _TWO:
        return 2, _UNITS[word], place + 1
    number = int(word) if word.isdigit() and len(word) <= 3 else _NUMBERS.get(word, 0)
    if number and place + 1 < len(words) and words[place + 1] in _UNITS:
        return number, _UNITS[words[place + 1]], place + 2
    return (1, _UNITS[word], place + 1) if word in _UNITS and not word.startswith("ال") else None


def _back(today: dt.date, unit: str, count: int) -> dt.date:
    if unit in ("day", "week"):
        return today - dt.timedelta(days=count * (7 if unit == "week" else 1))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "year" else 1)
    return dt.date(months // 12, months % 12 + 1, min(today.day, 28))
