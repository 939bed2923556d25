"""The people of a question whom an article does not name: what others said is no answer.

Those whom the catalogue knows, those who only stand where a speaker does, and names that were taken for neither: a
premise that is made up names somebody who is nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

import numpy as np

from assistant.answering.coverage import alike
from assistant.answering.lines import analysed
from assistant.understanding import Question
from index.arabic.normal import clean, fold
from index.arabic.stopwords import STOPWORDS
from index.statements.lexicon import given_names

_WORD: Final = re.compile(r"\w+")
_CLITICS: Final = frozenset("وفبلك")


def people_missing(question: Question, rarity: Mapping[str, float], held: Collection[str]) -> float:
    """How much of the name that is missing most is not among the words `held` (0 to 1): the share of it that is not.

    Each word counts by its rarity, and the whole by that of its rarest missing word: a run of common words that was
    taken for a name (السكان) tells little. A surname by the way may be another word, and counts only for a speaker.
    """
    names = [
        words
        for one in question.people
        if (words := analysed(one.words).words) and (not one.keys or one.speaker or len(words) > 1)
    ]
    if not names:
        return 0.0
    sought = list(dict.fromkeys(chain.from_iterable(names)))
    lacking = {word for word, there in zip(sought, alike(sought, held), strict=True) if not there}
    return max(_lack(words, rarity, lacking) for words in names)


def name_missing(question: Question, rarity: Mapping[str, float], held: Collection[str]) -> float:
    """How rare the rarest word is that is missing of names beside those of `question.people`; 0 if all are there.

    Names are given names with the word that follows them (الناشطة سلمى الراوي).
    """
    words = [word for text in _given(question) for word in analysed(text).words]
    if not words:
        return 0.0
    there = alike(words, held)
    return max((rarity.get(word, 0.0) for word, found in zip(words, there, strict=True) if not found), default=0.0)


def _lack(words: Sequence[str], rarity: Mapping[str, float], lacking: Collection[str]) -> float:
    weight = np.array([rarity.get(word, 0.0) for word in words])
    missing = weight * [word in lacking for word in words]
    return float(missing.max() * missing.sum() / (weight.sum() or 1.0))


def _given(question: Question) -> Iterator[str]:
    words = _WORD.findall(fold(clean(question.asked)))
    known = {word for one in question.people for word in _WORD.findall(fold(clean(one.words)))}
    names = given_names()
    for place, word in enumerate(words[:-1]):
        if word in names or (word[0] in _CLITICS and word[1:] in names):
            yield from (name for name in words[place : place + 2] if name not in known and name not in STOPWORDS)
