"""What a question is about, and how far a statement is about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from assistant.answering.coverage import matches
from assistant.answering.lines import analysed
from assistant.answering.wider.told import Retold
from assistant.understanding import Question
from index.arabic.analyser import tokens

ENOUGH: Final = 0.5
"""Share of the subject, by rarity, that a statement about it holds."""
_ALIKE: Final = 88.0  # per cent of letters: at 80 a strike (اضراب) is terror (ارهاب)
_SHORTEST: Final = 3  # letters, with the article: a word of fewer begins with ال itself
_AROUND: Final = 0.4  # what a word counts that stands in the title only: a statement says "it" of what that names
_ASKING: Final = (
    "الفرق الفروق الاختلاف اختلف يختلف قارن قارني قارنوا مقارنة موقف موقفي مواقف رأي رأيي آراء تطور تغير تطورت رتب"
    " ترتيب حسب التاريخ الزمن الزمني الخط اذكر اعطني هات سرد تصريح تصريحات تصريحا قول أقوال كلام مرة مرات عدد كم خلاف"
    " بين وجهة نظر مسار موضوع مسألة قضية ملف بخصوص بشأن حول خصوص شأن عندي قائمة لائحة أبرز أهم كل جميع آخر أحدث رد"
    " ردود سانده أيده عارضه ساند أيد عارض المقابل مقابل ده دي قالوا قاله قالته يقول تكلم تكلموا تحدثوا حكى الذين اللي"
    " هم شخص أشخاص"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The analysed words of what is asked about, each with its weight; none where only a person is asked about."""

    weights: Mapping[str, float]

    def __bool__(self) -> bool:
        return bool(self.weights)

    @property
    def words(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(self.weights)

    def met_by(self, told: Retold) -> float:
        """How far a statement is about this (0 to 1): the weight of its words there, those of the title half."""
        if not self.weights:
            return 1.0
        weight = np.array(list(self.weights.values()))
        inside = _best(self.words, tuple(told.words))
        around = _best(self.words, analysed(told.article.title).words)
        return float(weight @ np.maximum(inside, _AROUND * around)) / float(weight.sum())


def subject(question: Question, rarity: Mapping[str, float]) -> Subject:
    """The subject of `question`: its topic without whoever speaks, and without the words that ask."""
    # Whoever speaks is no subject; others are (موقف الشاهد من اتحاد الشغل, من تحدث عن الغنوشي). Of a comparison, of a
    # count and of what was answered all who are named speak.
    speak = question.speakers if question.kind != "compare" else ()
    if not speak and (question.kind not in ("who", "list") or question.refers == "answerer"):
        speak = question.people
    named = {
        word
        for one in speak
        if one.keys
        for form in (one.words, one.words.removeprefix("و"), one.shown)
        for word in analysed(form).words
    }
    heaviest = max(rarity.values(), default=1.0)
    return Subject(
        {
            word: rarity.get(word, heaviest) or 1e-6
            for word in question.topic
            if word not in named and word not in _asking()
        }
    )


def _best(words: tuple[str, ...], held: tuple[str, ...]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """How far each of `words` stands in `held`. The article is off: the analyser leaves it on a short word (السد)."""
    if not words or not held:
        return np.zeros(len(words))
    wanted, there = ([_bare(word) for word in each] for each in (words, held))
    return np.asarray(matches(wanted, there, _ALIKE).max(axis=1))


def _bare(word: str) -> str:
    return word.removeprefix("ال") if len(word) > _SHORTEST else word


@cache
def _asking() -> frozenset[str]:
    return frozenset(tokens(_ASKING))
