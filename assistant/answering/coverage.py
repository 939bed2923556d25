"""How much of a question stands in each line: exactly, or in another form of a word, each word counted by its rarity.

Soft coverage lets a word match another form of it (بلغ, يبلغ) as far as their letters agree (normalised indel
similarity: rapidfuzz).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from assistant.answering.lines import Line, analysed
from assistant.understanding import Question

if TYPE_CHECKING:
    from assistant.retriever import Hit

Matrix = NDArray[np.float64]
NAMES: Final = (
    *("coverage", "soft coverage", "coverage with the line before", "coverage with the title", "topic", "contrast"),
    *("own words", "article coverage"),
)
"""What :func:`coverage` tells of each line."""
_STRICTLY: Final = 70.0
_SHORT: Final = 3  # letters; of so few none is inflection
_ALIKE: Final = 72.0  # per cent of letters in common, in order, from which two words may be forms of one


def coverage(
    question: Question, rarity: Mapping[str, float], hits: Sequence[Hit], lines: Sequence[Line]
) -> dict[str, Matrix]:
    """For each of :data:`NAMES` the shares (n,), 0 to 1, of `lines`, the lines of `hits`; neither is empty.

    A word of the question has `contrast` where it tells the lines of one article apart.
    """
    words = list(rarity)
    weight = np.array([rarity[word] for word in words])
    titles = {hit.article_key: analysed(hit.article.title).words for hit in hits}
    keys = list(titles)
    texts = [*(line.analysed.words for line in lines), *titles.values()]
    met = list({word for text in texts for word in text})
    alike = matches(words, met)
    soft, exact = _held(alike, texts, met), _held(alike == 1.0, texts, met)
    here, titled = exact[: len(lines)], exact[len(lines) :]
    article = np.array([keys.index(line.article_key) for line in lines])
    in_article = titled.copy()
    np.maximum.at(in_article, article, here)
    found_in = np.zeros_like(titled)
    np.add.at(found_in, article, here)
    count = np.bincount(article, minlength=len(keys))[:, None]
    rare_here = np.log((count + 1) / (found_in + 0.5)).clip(0)
    before = np.zeros_like(here)
    for number, (line, following) in enumerate(pairwise(lines), start=1):
        if line.hit == following.hit:
            before[number] = here[number - 1]
    contrast = weight * rare_here[article] * in_article[article]
    every = _share(weight, np.ones(len(words), bool))
    topic = _share(weight, np.isin(words, question.topic))
    return {
        "coverage": here @ every,
        "soft coverage": soft[: len(lines)] @ every,
        "coverage with the line before": np.maximum(here, before) @ every,
        "coverage with the title": np.maximum(here, titled[article]) @ every,
        "topic": soft[: len(lines)] @ topic,
        "contrast": (contrast * here).sum(1) / np.where(contrast.sum(1) > 0, contrast.sum(1), 1.0),
        "own words": here @ _share(weight, np.isin(words, analysed(question.asked).words)),
        "article coverage": in_article[article] @ every,
    }


def matches(words: Sequence[str], others: Sequence[str], alike: float = _ALIKE) -> Matrix:
    """How far each of `words` (rows) may be a form of each of `others` (columns): 1 the same word, 0 another one.

    Those that agree in fewer letters than `alike` (per cent) are others. Figures are the same or they are not.
    """
    if not words or not others:
        return np.zeros((len(words), len(others)))
    table = process.cdist(words, others, scorer=fuzz.ratio, score_cutoff=alike, dtype=np.float32)
    rigid = np.array([any(letter.isdigit() for letter in word) for word in words])
    found = np.asarray(table, np.float64) / 100
    return np.asarray(np.where(rigid[:, None] & (found < 1.0), 0.0, found), np.float64)


def alike(words: Sequence[str], others: Sequence[str]) -> Matrix:
    """How far each of `words` (n,) is matched by one of `others`, strictly: 1 it is there, 0 not even in another form.

    Forms of one word have its consonants (مرشح, ترشيح), but for those that inflection adds at either end.
    """
    if not words or not others:
        return np.zeros(len(words))
    near = matches(words, others, _STRICTLY)
    for row, word in enumerate(words):
        for column in np.flatnonzero((near[row] > 0) & (near[row] < 1)).tolist():
            if skeleton(others[column]) != skeleton(word):
                near[row, column] = 0.0
    return np.asarray(near.max(axis=1), np.float64)


@lru_cache(maxsize=1 << 15)
def skeleton(word: str) -> str:
    """The consonants of an analysed word that its forms share.

    >>> skeleton("مرشح") == skeleton("ترشيح"), skeleton("تلقيح") == skeleton("تلقي")
    (True, False)
    """
    bare = word[1:] if len(word) > _SHORT and word[0] in "تيمنس" else word
    bare = bare[:-1] if len(bare) > _SHORT and bare[-1] in "تهن" else bare
    return "".join(letter for letter in bare if letter not in "اويء") or word


def _held(alike: NDArray[np.floating | np.bool_], texts: Sequence[Sequence[str]], met: Sequence[str]) -> Matrix:
    """How far each text (rows) holds each of the question's words (columns), by the best of its own words."""
    place = {word: number for number, word in enumerate(met)}
    padded = np.hstack([np.asarray(alike, np.float64), np.zeros((len(alike), 1))])  # a text without a word holds none
    columns = [[place[word] for word in text] or [len(met)] for text in texts]
    starts = np.cumsum([0, *(len(some) for some in columns[:-1])])
    flat = np.fromiter((column for some in columns for column in some), np.int64)
    return np.asarray(np.maximum.reduceat(padded[:, flat], starts, axis=1).T, np.float64)


def _share(weight: Matrix, chosen: NDArray[np.bool_]) -> Matrix:
    counted = weight * chosen
    return np.asarray(counted / (counted.sum() or 1.0), np.float64)
