"""How much of a question stands in each line: exactly, or in another form of a word, each word counted by its rarity.

Soft coverage lets a word match another form of it (بلغ, يبلغ) as far as their letters agree (normalised indel
similarity: rapidfuzz).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from assistant.answering.lines import Line, analysed
from assistant.understanding import Question

Matrix = NDArray[np.float64]
NAMES: Final = (
    *("coverage", "soft coverage", "coverage with the line before", "coverage with the title", "topic"),
    *("rare here", "own words", "article coverage"),
)
"""What :func:`coverage` tells of each line."""
_RIGID: Final = re.compile(r"\d")
_STRICTLY: Final = 70.0
_SHORT: Final = 3  # letters; of so few none is inflection
_ALIKE: Final = 72.0  # per cent of letters in common, in order, from which two words may be forms of one


def coverage(question: Question, rarity: Mapping[str, float], lines: Sequence[Line]) -> Matrix:
    """The shares (n, len(NAMES)), 0 to 1, of `lines`, at least one.

    Words that are `rare here` are counted by how few of these lines hold them as well.
    """
    words = list(rarity)
    weight = np.array([rarity[word] for word in words])
    titles = {line.article_key: analysed(line.article.title).words for line in lines}
    keys = {key: number for number, key in enumerate(titles)}
    soft, exact = _held(words, [*(line.analysed.words for line in lines), *titles.values()])
    here, titled = exact[: len(lines)], exact[len(lines) :]
    article = np.array([keys[line.article_key] for line in lines])
    in_article = titled.copy()
    np.maximum.at(in_article, article, here)
    found_in = here.sum(0)
    rare_here = weight * np.log((len(lines) + 1) / (found_in + 0.5)) * (found_in > 0)
    hit = np.array([line.hit for line in lines])
    before = np.zeros_like(here)
    before[1:] = here[:-1] * (hit[1:] == hit[:-1])[:, None]
    asked, topic = set(analysed(question.asked).words), set(question.topic)
    every = _share(weight)
    return np.column_stack(
        [
            here @ every,
            soft[: len(lines)] @ every,
            np.maximum(here, before) @ every,
            np.maximum(here, titled[article]) @ every,
            soft[: len(lines)] @ _share(weight * [word in topic for word in words]),
            here @ _share(rare_here),
            here @ _share(weight * [word in asked for word in words]),
            in_article[article] @ every,
        ]
    )


def matches(words: Sequence[str], others: Sequence[str], alike: float = _ALIKE) -> Matrix:
    """How far each of `words` (rows) may be a form of each of `others` (columns): 1 the same word, 0 another one.

    Those that agree in fewer letters than `alike` (per cent) are others. Figures are the same or they are not.
    """
    if not words or not others:
        return np.zeros((len(words), len(others)))
    table = process.cdist(words, others, scorer=fuzz.ratio, score_cutoff=alike, dtype=np.float32)
    found = np.asarray(table, np.float64) / 100
    for row, word in enumerate(words):
        if _RIGID.search(word):
            found[row] = found[row] == 1.0
    return found


def alike(words: Sequence[str], others: Collection[str]) -> Matrix:
    """How far each of `words` (n,) is matched by one of `others`, strictly: 1 it is there, 0 not even in another form.

    Forms of one word have its consonants (مرشح, ترشيح), but for those that inflection adds at either end. `others` is
    best a set: most words stand there as they are.
    """
    found = np.array([word in others for word in words], np.float64)
    rest = np.flatnonzero(found == 0).tolist()
    if not rest or not others:
        return found
    others = list(others)
    near = matches([words[row] for row in rest], others, _STRICTLY)
    for row, column in zip(*(places.tolist() for places in near.nonzero()), strict=True):
        if near[row, column] < 1 and skeleton(others[column]) != skeleton(words[rest[row]]):
            near[row, column] = 0.0
    found[rest] = near.max(axis=1)
    return found


@lru_cache(maxsize=1 << 15)
def skeleton(word: str) -> str:
    """The consonants of an analysed word that its forms share.

    >>> skeleton("مرشح") == skeleton("ترشيح"), skeleton("تلقيح") == skeleton("تلقي")
    (True, False)
    """
    bare = word[1:] if len(word) > _SHORT and word[0] in "تيمنس" else word
    bare = bare[:-1] if len(bare) > _SHORT and bare[-1] in "تهن" else bare
    return "".join(letter for letter in bare if letter not in "اويء") or word


def _held(words: Sequence[str], texts: Sequence[Sequence[str]]) -> tuple[Matrix, Matrix]:
    """How far each text (rows) holds each of `words` (columns), by the best of its own words: in any form, and exactly.

    `texts` are not empty; a text without a word holds none.
    """
    places: dict[str, int] = {}
    columns = [[places.setdefault(word, len(places)) for word in text] for text in texts]
    soft = np.zeros((len(words), len(places) + 1))  # the last one is that of a text without a word
    soft[:, :-1] = matches(words, list(places))
    flat = [column for some in columns for column in some or (len(places),)]
    starts = np.cumsum([0, *(len(some) or 1 for some in columns[:-1])])
    both = np.vstack([soft, soft == 1.0])[:, flat]
    best = np.maximum.reduceat(both, starts, axis=1).T
    return best[:, : len(words)], best[:, len(words) :]


def _share(weight: Matrix) -> Matrix:
    return np.asarray(weight / (weight.sum() or 1.0), np.float64)
