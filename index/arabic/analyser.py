"""From text to the words that are matched: the same analysis for articles and questions.

normalise -> words -> month names to numbers -> fold -> drop stop words -> stem; a glued word gives its parts as well.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from index.arabic.glued import parts
from index.arabic.months import MONTHS, month_token
from index.arabic.normal import clean, fold
from index.arabic.stem import stem
from index.arabic.stopwords import STOPWORDS

ANALYSER_VERSION: Final = "1"
"""Recorded in a store: full text analysed by another version has to be analysed anew."""

# A number with its decimals, a run of Arabic letters, or a run of other letters (15ألف is two words).
_WORD: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[\u0621-\u064a]+|[^\W\d_\u0621-\u064a]+")


def tokens(text: str) -> list[str]:
    """The words of `text` as they are matched, in order.

    >>> tokens("قالت الحكومة في 20 جانفي إنّ الأسعار ستنخفض")
    ['قالت', 'حكوم', '20', 'شهر01', 'اسعار', 'ستنخفض']
    """
    return list(_analyse(_WORD.findall(fold(clean(text)).lower())))


def day_tokens(day: dt.date | None) -> list[str]:
    """The words under which an article of that day is found: its day of the month, month and year."""
    return [str(day.day), month_token(day.month), str(day.year)] if day else []


def _analyse(words: list[str]) -> Iterator[str]:
    skip = False
    for word, following in zip(words, [*words, ""][1:], strict=True):
        if skip:
            skip = False
        elif month := _month(word, following):
            skip = (following,) not in MONTHS and _month(word, "") is None
            yield month_token(month)
        elif word[0].isdigit():
            yield _number(word)
        elif word not in STOPWORDS and len(word) > 1:
            yield stem(word)
            if glued := parts(word):  # both spellings meet, whichever is the article's: عبدالعزيز and عبد العزيز
                yield from _analyse(list(glued))


def _month(word: str, following: str) -> int | None:
    names = [word, word[1:]] if word[0] in "وفبل" else [word]  # وجانفي, بأوت
    return next((MONTHS[key] for name in names for key in ((name, following), (name,)) if key in MONTHS), None)


def _number(word: str) -> str:
    # 43,5 and 43.5 are one figure. The Arabic decimal sign keeps it one word for SQLite's tokenizer; 1,500 and 1500
    # meet because three digits after a comma are thousands.
    whole = re.sub(r",(?=\d{3}(?:\D|$))", "", word)
    return whole.replace(",", "٫").replace(".", "٫").lstrip("0") or "0"
