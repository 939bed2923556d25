"""The names and numbers of a sentence, and whether its evidence has them.

There is no list of all names. Taken for one are: who is said to speak (the extractor reads the answer as it reads an
article), given names, countries and cities, words in Latin letters, and words so rare in Arabic at large
that they are hardly anybody's own choice of words. Numbers are compared by value, months by any of their names.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.generated.evidence import Source
from index.arabic.analyser import day_tokens, tokens
from index.arabic.frequency import rates
from index.arabic.months import MONTHS
from index.arabic.normal import fold, normalise
from index.arabic.stem import stem
from index.arabic.stopwords import STOPWORDS
from index.statements.extract import extract
from index.statements.lexicon import given_names, places
from index.statements.phrases.heads import is_head, is_title
from index.vocabulary import Article, Span

_WORD: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[\u0621-\u064a]+|[^\W\d_\u0621-\u064a]+")
_PREFIXES: Final = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال", "وب", "ول", "و", "ف", "ب", "ل", "ك")
_RARE: Final = 10 ** (2.9 - 9)  # of a billion words fewer than 800: zipf 2.9
_WORDS_TOO: Final = frozenset(map(fold, "روى أسماء حصة لولا أمل نور سلام وفاء جهاد نضال كفاح سعيد عادل صالح".split()))
# A verb as its stem: سيقابل and قابلتهم are rare, قابل is not.
_VERB: Final = re.compile(r"س?[يتنا]?(\w{3,}?)(?:تا|وا|ون|ين|ت|ه)?(?:هم|ها|ه|نا)?")
_LONG: Final = 4  # letters: shorter rare words are mostly abbreviations and slips
_LISTED: Final = re.compile(r"(?m)^[ \t]*[0-9]{1,2}[ \t]*[.)-]")
# Not one and two: "واحد" and "الاثنين" are oftener something else.
_NUMERALS: Final = {
    fold(word): value
    for value, words in {
        3: "ثلاث ثلاثة", 4: "أربع أربعة", 5: "خمس خمسة", 6: "ست ستة", 7: "سبع سبعة", 8: "ثماني ثمانية", 9: "تسع تسعة",
        10: "عشرة", 20: "عشرون عشرين", 30: "ثلاثون ثلاثين", 40: "أربعون أربعين", 50: "خمسون خمسين", 60: "ستون ستين",
        70: "سبعون سبعين", 80: "ثمانون ثمانين", 90: "تسعون تسعين", 100: "مئة مائة", 200: "مئتان مئتين مائتان مائتين",
        1000: "آلاف", 1_000_000: "مليون ملايين", 1_000_000_000: "مليار مليارات",
    }.items()
    for word in words.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A name or number in a text: its run, `why` (name or number, as a mark says), and what it is looked for as."""

    span: Span
    why: str
    forms: frozenset[str]


class Evidenced:
    """The words of some sources: their runs, their titles and outlets, their days, and who speaks in them."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._words: set[str] = set()
        for source in sources:
            days = day_tokens(source.article.date) + day_tokens(source.statement.said_on if source.statement else None)
            self._words.update(days, *(_held(text) for text in (source.text, source.about)))

    def has(self, figure: Figure) -> bool:
        """Whether the sources hold that name or number, in any of its forms."""
        return not self._words.isdisjoint(figure.forms)


def figures(text: str) -> list[Figure]:
    """The names and numbers of `text`, in order."""
    plain = normalise(text)
    folded = fold(plain.text).lower()
    listed = [match.span() for match in _LISTED.finditer(folded)]
    speakers = _speakers(text)
    words = list(_WORD.finditer(folded))
    found: list[Figure] = []
    for match, following in zip(words, [*words[1:], None], strict=False):
        word, span = match[0], plain.span(*match.span())
        if any(start <= match.start() < end for start, end in listed):
            continue
        if number := _number(word, following[0] if following else ""):
            found.append(Figure(span, "number", number))
        elif _is_name(word, any(span.overlap(run) for run in speakers)):
            found.append(Figure(span, "name", frozenset(_variants(word))))
    return found


def _speakers(text: str) -> list[Span]:
    """Where the text names who said something."""
    if not text.strip():
        return []
    return [one.mention for one in extract(Article(text)) if one.mention and one.kind in ("person", "organization")]


def _is_name(word: str, speaking: bool) -> bool:
    if word in STOPWORDS or len(word) < 2:
        return False
    if not "\u0621" <= word[0] <= "\u064a":
        return len(word) > 2  # Latin letters; "km" is no name
    bare = _variants(word)
    if any(is_title(form) or is_head(form, "organization") for form in bare):
        return False
    if speaking:
        return len(word) > 2
    if word.removeprefix("و") in given_names() - _WORDS_TOO or not _without_prefixes(word).isdisjoint(places()):
        return True
    verbs = {match[1] for form in bare if (match := _VERB.fullmatch(form))}
    return len(word) >= _LONG and max(rates().get(form, 0.0) for form in bare | verbs) < _RARE


def _number(word: str, following: str) -> frozenset[str]:
    """What a number, a numeral or a month is looked for as; empty for another word."""
    if word[0].isdigit():
        digits = tokens(word)[0]
        return frozenset([digits, *_in_words(digits)])
    bare = [word] + [word[len(p) :] for p in ("وال", "بال", "ال", "و", "ب", "ل", "ف") if word.startswith(p)]
    for form in bare:
        if form in _NUMERALS:
            value = _NUMERALS[form]
            return frozenset([str(value), *_in_words(str(value)), *_scaled(value)])
        if (form, following) in MONTHS or (form,) in MONTHS:
            return frozenset(tokens(f"{form} {following}")[:1])
    return frozenset()


def _in_words(value: str) -> Iterator[str]:
    return (word for word, number in _NUMERALS.items() if str(number) == value)


def _scaled(value: int) -> Iterator[str]:
    """مليون may stand in the source as digits: the count of zeros is all that tells, so the words of like size do."""
    if value >= 1000:
        yield f"x{int(math.log10(value)) // 3}"


@lru_cache(maxsize=512)
def _held(text: str) -> frozenset[str]:
    """Every form under which a name or number of `text` may be looked for."""
    held = set(tokens(text))
    for word in _WORD.findall(fold(normalise(text).text).lower()):
        held |= _variants(word)
        if word[0].isdigit() and len(digits := tokens(word)[0]) > 3 and digits.isdecimal():
            held.add(f"x{(len(digits) - 1) // 3}")
    return frozenset(held)


def _variants(word: str) -> set[str]:
    """A word with and without what may be written to its front; its stem too."""
    return _without_prefixes(word) | ({stem(word)} if len(stem(word)) > 2 else set())


def _without_prefixes(word: str) -> set[str]:
    short = {word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix) and len(word) - len(prefix) >= 3}
    return {word, *short}
