"""The day on which something was said, from its words (أمس، مساء الأحد، 4 غشت) and the day of the article."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Final

from index.arabic.months import MONTHS
from index.arabic.normal import fold
from index.reading.dates import day
from index.statements.lexicon import grammar, nouns
from index.statements.tokens import Tokens

_WEEKDAYS: Final = {fold(name): n for names, n in [
    ("الاثنين الإثنين", 0), ("الثلاثاء", 1), ("الأربعاء الاربعاء", 2), ("الخميس", 3), ("الجمعة", 4), ("السبت", 5),
    ("الأحد الاحد", 6)
] for name in names.split()}  # fmt: skip


_TODAY: Final = frozenset(fold(w) for w in "اليوم الليلة".split())
_YESTERDAY: Final = frozenset(fold(w) for w in "أمس امس الأمس البارحة".split())
_PAST: Final = grammar("past")
_TO_COME: Final = frozenset(fold(w) for w in "غدا المقبل القادم المقبلة القادمة".split())
_PARTS: Final = grammar("parts")
_HIJRI: Final = grammar("hijri")
_MONTH_FIRST: Final = {names[0] for names in MONTHS}
_MONTH_WORDS: Final = {word for names in MONTHS for word in names}


def words_of(tokens: Tokens, a: int, b: int) -> tuple[int, int] | None:
    """The run of words within the tokens ``a:b`` that tell a day, None if there are none."""
    words = tokens.words
    for k in range(a, b):
        if words[k] in _TODAY or words[k] in _YESTERDAY or words[k] in _WEEKDAYS or _dated(words, k, b):
            start = k
            while start > a and words[start - 1] in _PARTS | _WEEKDAYS.keys() and words[start - 1] not in ("من", "بعد"):
                start -= 1
            stop = k + 1
            while stop < b and _goes_on(words, stop):
                stop += 1
            run = words[start:stop]
            if any(w in _TO_COME for w in run):
                return None
            while stop > start and words[stop - 1] in _PARTS | frozenset("،/-("):
                stop -= 1
            return start, stop
    return None


def resolve(tokens: Tokens, run: tuple[int, int], published: dt.date | None) -> dt.date | None:
    """The calendar day that the words tell; None where they or the day of publication do not suffice.

    A weekday is the last one up to the day of publication, a day and month without a year the last such day up to a
    week after it (a report may be dated before its print).
    """
    words = tokens.words[run[0] : run[1]]
    if (found := day(tokens.text(*run))) is not None:
        return found
    if published is None:
        return None
    found = _day_and_month(words, published)
    if found is not None:
        return found
    if any(w in _YESTERDAY for w in words):
        before = "اول" in words or any(a in _YESTERDAY and b == "الاول" for a, b in itertools.pairwise(words))
        return published - dt.timedelta(days=2 if before else 1)
    if any(w in _TODAY for w in words):
        return published
    for word in words:
        if word in _WEEKDAYS:
            back = (published.weekday() - _WEEKDAYS[word]) % 7
            if back == 0 and any(w in _PAST for w in words):
                back = 7
            return published - dt.timedelta(days=back)
    return None


def _dated(words: list[str], k: int, b: int) -> bool:
    return (
        words[k].isdigit()
        and len(words[k]) <= 2
        and k + 1 < b
        and (words[k + 1] in _MONTH_FIRST or words[k + 1] in _HIJRI)
    )


def _goes_on(words: list[str], k: int) -> bool:
    word = words[k]
    if word in _TODAY or word in _YESTERDAY or word in _WEEKDAYS or word in _PAST or word in _TO_COME or word in _PARTS:
        return True
    if word in _MONTH_WORDS or word in _HIJRI or word in ("الاول", "الجاري", "الحالي", "من", "سنه", "عام"):
        return True
    if word in ("/", "-", "(", ")", "،"):
        return k + 1 < len(words) and words[k + 1].isdigit() and words[k - 1] not in _TODAY
    return word.isdigit() and len(word) in (1, 2, 4)


def _day_and_month(words: list[str], published: dt.date) -> dt.date | None:
    for k, word in enumerate(words[:-1]):
        if not (word.isdigit() and len(word) <= 2):
            continue
        month = MONTHS.get(tuple(words[k + 1 : k + 3])) or MONTHS.get((words[k + 1],))
        if month is None:
            continue
        for year in (published.year, published.year - 1):
            try:
                found = dt.date(year, month, int(word))
            except ValueError:
                continue
            if found <= published + dt.timedelta(days=7):
                return found
    return None


def is_time(word: str) -> bool:
    """Whether the folded word tells a time."""
    return word in nouns("time") or word in _WEEKDAYS
