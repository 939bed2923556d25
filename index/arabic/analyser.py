"""From text to the words that are matched: the same analysis for articles and questions.

normalise -> words -> month names to numbers -> fold -> drop stop words -> stem; a glued word gives its parts as well.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
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
_MOST: Final = 1 << 17  # words remembered
_CLITICS: Final = "وفبل"  # وجانفي, بأوت
_OPENS_MONTH: Final = frozenset(clitic + name[0] for name in MONTHS for clitic in ("", *_CLITICS))


def tokens(text: str) -> list[str]:
    """The words of `text` as they are matched, in order.

    >>> tokens("قالت الحكومة في 20 جانفي إنّ الأسعار ستنخفض")
    ['قالت', 'حكوم', '20', 'شهر01', 'اسعار', 'ستنخفض']
    """
    return tokens_of_words(words_of(fold(clean(text))))


def words_of(folded: str) -> list[str]:
    """The words of a folded text as they stand, in lower case, numbers among them."""
    return _WORD.findall(folded.lower())


def tokens_of_words(words: list[str]) -> list[str]:
    """What these words of a folded text, in their order, are matched as."""
    if not may_name_month(words):
        return [form for word in words for form in _FORMS[word]]
    found: list[str] = []
    skip = False
    for word, following in zip(words, [*words, ""][1:], strict=True):
        if skip:
            skip = False
        elif word in _OPENS_MONTH and (month := _month(word, following)):
            skip = (following,) not in MONTHS and _month(word, "") is None
            found.append(month_token(month))
        else:
            found += _FORMS[word]
    return found


def may_name_month(words: Iterable[str]) -> bool:
    """Whether a month may be among words of a folded text: then a word's neighbour tells what it is matched as."""
    return not _OPENS_MONTH.isdisjoint(words)


def tokens_of_word(word: str) -> tuple[str, ...]:
    """What a word of a folded text that names no month is matched as."""
    return _FORMS[word]


def day_tokens(day: dt.date | None) -> list[str]:
    """The words under which an article of that day is found: its day of the month, month and year."""
    return [str(day.day), month_token(day.month), str(day.year)] if day else []


class _Forms(dict[str, tuple[str, ...]]):
    """What each word met is matched as.

    No lru_cache: for every hit that one moves a link, and so touches three places in memory more than a dict does,
    which of a hundred thousand words are mostly far away.
    """

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = _forms(word)
        return found


_FORMS: Final = _Forms()


def _forms(word: str) -> tuple[str, ...]:
    """What a word that names no month is matched as."""
    if word[0].isdigit():
        return (_number(word),)
    if word in STOPWORDS or len(word) < 2:
        return ()
    # Both spellings meet, whichever is the article's: عبدالعزيز and عبد العزيز.
    glued = parts(word)
    return (stem(word), *tokens_of_words(list(glued))) if glued else (stem(word),)


def _month(word: str, following: str) -> int | None:
    names = [word, word[1:]] if word[0] in _CLITICS else [word]
    return next((MONTHS[key] for name in names for key in ((name, following), (name,)) if key in MONTHS), None)


def _number(word: str) -> str:
    # 43,5 and 43.5 are one figure. The Arabic decimal sign keeps it one word for SQLite's tokenizer; 1,500 and 1500
    # meet because three digits after a comma are thousands.
    whole = re.sub(r",(?=\d{3}(?:\D|$))", "", word)
    return whole.replace(",", "٫").replace(".", "٫").lstrip("0") or "0"
