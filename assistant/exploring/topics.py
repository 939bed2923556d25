"""What a selection of statements is about: the words that it uses more than Arabic at large does."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from assistant.exploring.selecting import Selection
from index.arabic.analyser import tokens
from index.arabic.frequency import rates
from index.arabic.normal import clean, fold
from index.people.keys import words as name_words
from index.statements.lexicon import forms
from index.store.statements import hits

if TYPE_CHECKING:
    from index.store import Store

_SAMPLE: Final = 400  # statements read to see which words are frequent; how often they are is counted in all
_LEAST_SHARE: Final = 0.01  # of the sample's statements
_LEAST: Final = 3
_COMMON: Final = 1.5e-3  # share of running text from which a word is no topic
_LETTERS: Final = 3
# Frequent in reports of what was said, and about nothing.
_EMPTY: Final = frozenset(
    fold(word)
    for word in (
        "واحد واحدة اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة سبعة ثمانية تسعة عشرة عشر عشرين ثلاثين "
        "أربعين خمسين مئة المئة مئات آلاف ألفا ملايين مليارات "
        "تم يتم تمت سيتم اليوم أمس غدا خلال أجل عدد عددا عديد العديد مختلف جميع كافة عام العام سنة "
        "السنة شهر أشهر الأول الأولى الثاني الثانية أكثر أقل بعد قبل كبير كبيرة جديد جديدة خاصة خاص بعض "
        "حيث ذلك إطار مستوى صورة شأن عملية وجود إمكانية ضرورة أهمية ناحية جهة موضوع مسألة قضية شخص "
        "أشخاص يوم يومين ساعة نسبة مليون ألف مائة بالمائة دينار طريق يجب يمكن تكون يكون كانت سيكون "
        "ستكون لدينا نحن هناك مازال لازال القادم الماضي الجاري الحالي الحالية"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A word that a selection is about: `shown` as articles write it most, `count` its statements in the sample."""

    shown: str
    count: int


def topics(store: Store, selection: Selection, most: int = 10) -> list[Topic]:
    """Up to `most` words that tell what the selection is about, the most telling first.

    A word's weight is how much more often it stands in these statements than in Arabic at large, times how many hold
    it: the pointwise part of the log-likelihood ratio (Dunning, "Accurate methods for the statistics of surprise and
    coincidence", 1993). Names of the selection's speakers are left out, as are the words that only report.
    """
    rows = selection.rows
    if len(rows) > _SAMPLE:
        rows = rows[np.linspace(0, len(rows) - 1, _SAMPLE).astype(int)]
    asked = frozenset(tokens(selection.choice.about))  # all of the selection holds these
    found = hits(store.catalogue, selection.columns.keys[rows].tolist())
    spelt: dict[str, Counter[str]] = {}
    held: Counter[str] = Counter()
    length = 0
    for hit in found:
        speaking = set(name_words(hit.shown))
        seen: dict[str, str] = {}
        for word in clean(hit.content).split():
            word = word.strip("\"'«»“”.,،؛:;!؟()[]-–…")
            length += 1
            if (key := _topic_key(word)) and key not in asked and not speaking & set(name_words(word)):
                seen.setdefault(key, word)
        for key, word in seen.items():
            spelt.setdefault(key, Counter())[word] += 1
        held.update(seen.keys())
    least = max(_LEAST, math.ceil(_LEAST_SHARE * len(found)))
    weights = {}
    for key, count in held.items():
        word = _bare(spelt[key])
        rate = sum(rates().get(form, 0.0) for form in {fold(one) for one in spelt[key]} | {fold(word)}) or 1e-8
        if count >= least and rate < _COMMON:
            weights[key] = count * math.log(count / max(1, length) / rate)
    best = sorted(weights, key=lambda key: (-weights[key], key))[:most]
    return [Topic(_bare(spelt[key]), held[key]) for key in best if weights[key] > 0]


@lru_cache(maxsize=1 << 16)
def _topic_key(word: str) -> str:
    """What a word is counted as, empty for one that is no topic."""
    plain = fold(word)
    if len(plain) < _LETTERS or not plain.isalpha() or plain in _EMPTY or plain.removeprefix("ال") in _EMPTY:
        return ""
    if plain in forms() or (plain[0] in "وف" and plain[1:] in forms()):
        return ""
    found = tokens(word)
    return found[0] if len(found) == 1 and not found[0].isdigit() and not found[0].startswith("شهر") else ""


def _bare(spelt: Counter[str]) -> str:
    """The commonest spelling that no preposition is glued to, if one of the spellings has none."""

    def plain(word: str) -> bool:
        return not any(word == clitic + other for other in spelt for clitic in ("و", "ف", "ب", "ل", "ك", "وب", "ول"))

    without = {word: count for word, count in spelt.items() if plain(word)} or dict(spelt)
    definite = {
        word: count for word, count in without.items() if not word.startswith(("وال", "بال", "لل", "فال", "كال"))
    }
    best = definite or without
    return min(best, key=lambda word: (-best[word], word))
