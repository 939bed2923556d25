"""What a statement is filed and counted under: the key of its speaker's name, its place, medium and organisation."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.arabic.analyser import tokens
from index.arabic.normal import clean, fold
from index.people.keys import name_key
from index.statements.lexicon import places
from index.vocabulary import Article, Span, Statement

_WORD: Final = re.compile(r"\w+")
_LEADING: Final = re.compile(
    r"^(?:(?:في|من|عند|لدى|أمام|امام|خلال|أثناء|اثناء|إثر|اثر|عبر|عقب|بعد|على هامش|بمناسبة|ضيفة?|حسب|وفق|إلى|الى)\s+)+"
)
_TRAILING: Final = re.compile(r"\s+(?:لها|له|لهم|خاص|عقده|عقدته|عقدها|عقد|صادر|اليوم|أمس)$")
_TO_WHOM: Final = re.compile(r"^(?:تصريح(?:ات)?|حوار|مداخلة|حديث)(?: (?:له|لها|خاص|صحفي|إعلامي))* (?=ل\w|مع |على |في )")
_REPORTER: Final = re.compile(r"^مراسلة? (?=\w)")
_QUOTES: Final = re.compile(r"[\"«»“”„]")


@dataclass(frozen=True, slots=True)
class Facets:
    """What a statement is filed under; `place` and `medium` are short forms to count by.

    The fields that end in ``words`` hold analysed words between blanks, to look for.
    """

    name: str
    day: dt.date | None
    place: str
    medium: str
    place_words: str
    medium_words: str
    organization_words: str


def facets(article: Article, statement: Statement) -> Facets:
    """The facets of a statement of `article`."""
    place, medium = _words(article, statement.place), _words(article, statement.medium) or statement.via
    return Facets(
        name=name_key(statement.speaker) or statement.speaker,
        day=statement.said_on or article.date,
        place=place_name(place),
        medium=medium_name(medium),
        place_words=padded(place),
        medium_words=padded(f"{medium} {statement.via}"),
        organization_words=padded(
            statement.organization + (f" {statement.speaker}" if statement.kind == "organization" else "")
        ),
    )


@lru_cache(maxsize=1 << 14)
def place_name(phrase: str) -> str:
    """The first country or city that a place's words name, else the words, without the preposition before them.

    >>> place_name("خلال ندوة صحفية عقدها بتونس"), place_name("بسوسة"), place_name("أمام مجلس الأمن")
    ('تونس', 'سوسة', 'مجلس الأمن')
    """
    found = _WORD.findall(clean(phrase))
    for length, word in ((n, " ".join(found[k : k + n])) for k in range(len(found)) for n in (2, 1)):
        if fold(word) in places() or fold(word.removeprefix("ال")) in places():
            return word
        if length == 1 and word[0] in "بل" and fold(word[1:]) in places():
            return word[1:]
    short = _short(phrase)
    return _without(short, "ب") if short == _plain(phrase) else short


@lru_cache(maxsize=1 << 14)
def medium_name(phrase: str) -> str:
    """A medium's name, or what kind it is: without prepositions, and without what only points back.

    >>> medium_name("في بيان لها"), medium_name("خلال مؤتمر صحفي عقده"), medium_name('في تصريح لمراسل "الجوهرة أف أم"')
    ('بيان', 'مؤتمر صحفي', 'الجوهرة أف أم')
    """
    short = _short(phrase)
    if (to_whom := _TO_WHOM.sub("", short)) != short:
        short = _short(to_whom.removeprefix("مع ").removeprefix("على "))
    return _REPORTER.sub("", _without(short, "ل"))


def padded(text: str) -> str:
    """The analysed words of `text`, each between blanks, so that one can be looked for as a whole."""
    found = tokens(text)
    return f" {' '.join(found)} " if found else ""


def _short(phrase: str) -> str:
    short = _LEADING.sub("", _plain(phrase))
    while (shorter := _TRAILING.sub("", short)) != short:
        short = shorter
    return short


def _plain(phrase: str) -> str:
    return " ".join(_QUOTES.sub(" ", clean(phrase)).split()).strip("'،,.: ")


def _without(phrase: str, clitic: str) -> str:
    """`phrase` without a preposition of one letter that is written with its first word (للجوهرة: الجوهرة)."""
    if clitic == "ل" and phrase.startswith("لل"):
        return f"ا{phrase[1:]}"
    word = phrase.partition(" ")[0]
    return phrase[1:].lstrip() if phrase.startswith(clitic) and (len(word) > 4 or len(word) == 1) else phrase


def _words(article: Article, span: Span | None) -> str:
    return span.of(article.text) if span else ""
