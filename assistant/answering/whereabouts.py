"""The places of a question that an article does not name: what happened elsewhere is no answer."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Final

from assistant.answering.coverage import alike
from assistant.answering.lines import analysed
from assistant.exploring.places.gazetteer import locate, seats
from assistant.understanding import Question
from index.arabic.normal import clean, fold

# After these a word that is a place's name is one; elsewhere it may be a word like any other (بحري, ساحل).
_AFTER: Final = frozenset(fold(word) for word in "في من إلى نحو مدينة جزيرة ولاية محافظة منطقة قرب".split())
_WORD: Final = re.compile(r"\w+")
_SEATS: Final = ("country", "capital")


def place_missing(question: Question, rarity: Mapping[str, float], held: Collection[str]) -> float:
    """How rare the rarest word is of those places of `question` that are not among the words `held`; 0 if all are.

    A country is there where its capital is, and the other way round (أنقرة, تركيا). The place that all of a paper's
    articles are about is not rare, and often goes unnamed.
    """
    return max((_lacking(name, rarity, held) for name in _places(question)), default=0.0)


def _places(question: Question) -> set[str]:
    words = _WORD.findall(fold(clean(question.asked)))
    named = {word for before, word in pairwise(words) if before in _AFTER}
    named |= {word[1:] for word in words if word.startswith("ب") and len(word) > 4}
    return {*question.places, *(word for word in named if locate(word))}


def _lacking(name: str, rarity: Mapping[str, float], there: Collection[str]) -> float:
    words = analysed(name).words
    missing = [word for word, found in zip(words, alike(words, there), strict=True) if not found]
    if not missing:
        return 0.0
    place = locate(name)
    if place and place.kind in _SEATS:
        others = [word for seat in seats(place.country) for word in analysed(seat).words]
        if alike(others, there).any():
            return 0.0
    return max((rarity.get(word, 0.0) for word in missing), default=0.0)
