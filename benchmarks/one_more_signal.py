"""What one more signal of lines would add to the learnt ranking, on development questions that it was not fitted on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from assistant.assistant import Assistant
from benchmarks.development import Asked, asked_of, read, resolved
from benchmarks.fitting import RIDGE, logit
from benchmarks.weights import FOLDS, folds

SPLITS: Final = 5
"""Ways in which the articles are divided into folds: one alone moves the figures by a hundredth."""
Array = NDArray[np.float64]
_ROUNDS: Final = 10_000


def answerable(assistant: Assistant, questions: Path) -> list[Asked]:
    """The questions of the file that have an answer, each with the lines that are ranked for it and their signals."""
    every = read(questions)
    articles = [assistant.article(one["article_id"]) for one in every if one["kind"] != "unanswerable"]
    texts = [{"id": article.id, "text": article.text} for article in articles if article]
    return [one for one in asked_of(assistant, resolved(every, texts), texts) if one.answerable]


def compared(asked: Sequence[Asked], columns: Mapping[str, Sequence[Array]]) -> dict[str, Any]:
    """How often the best line answers, and one of the best three: learnt, with each of `columns` beside, and alone.

    A column has for each question of `asked` the signal (lines,). Weights are fitted on nine tenths of the articles and
    asked of the last tenth; a question whose right line is not among those read counts as missed.
    """
    split = [folds(asked, seed) for seed in range(SPLITS)]
    tables = [one.table for one in asked]
    learnt = _places(asked, split, tables)
    found = {"learnt": _figures(learnt, learnt)}
    for name, column in columns.items():
        more = [np.column_stack([table, its]) for table, its in zip(tables, column, strict=True)]
        found[f"learnt and {name}"] = {**_figures(_places(asked, split, more), learnt), "weight": _weight(asked, more)}
        alone = [_place(its, one.right) for its, one in zip(column, asked, strict=True)]
        found[f"{name} alone"] = _figures(np.tile(alone, (SPLITS, 1)), learnt)
    return {
        "questions": len(asked),
        "with a right line among those read": sum(bool(one.right.any()) for one in asked),
        "folds": FOLDS,
        "splits": SPLITS,
        "found": found,
    }


def _places(asked: Sequence[Asked], folds: Sequence[Sequence[int]], tables: Sequence[Array]) -> Array:
    """Where the first right line of each question comes (splits, questions), 1 the best, fitted without its fold."""
    found = np.full((len(folds), len(asked)), np.inf)
    for split, fold in enumerate(folds):
        for number in range(FOLDS):
            known = [n for n, one in enumerate(asked) if one.right.any() and fold[n] != number]
            w = _fitted(asked, tables, known)
            for n, one in enumerate(asked):
                if fold[n] == number:
                    found[split, n] = _place(tables[n] @ w, one.right) if len(one.lines) else np.inf
    return found


def _fitted(asked: Sequence[Asked], tables: Sequence[Array], known: Sequence[int]) -> Array:
    return logit([tables[n] for n in known], [asked[n].right for n in known], RIDGE["ranking"])


def _weight(asked: Sequence[Asked], tables: Sequence[Array]) -> float:
    """The last column's weight, fitted on all questions together with the others."""
    known = [n for n, one in enumerate(asked) if one.right.any()]
    return round(float(_fitted(asked, tables, known)[-1]), 3)


def _place(scores: Array, right: NDArray[np.bool_]) -> float:
    return 1.0 + float((scores[~right] >= scores[right].max()).sum()) if right.any() else float("inf")


def _figures(places: Array, before: Array) -> dict[str, Any]:
    """Shares of all questions, means over the splits; what is gained over `before`, with its 95 % interval."""
    first, three = ((places <= most).mean(0) for most in (1, 3))
    more, among = first - (before <= 1).mean(0), three - (before <= 3).mean(0)
    return {
        "first": round(float(first.mean()), 3),
        "among three": round(float(three.mean()), 3),
        "gain of the first": _interval(more),
        "gain among three": _interval(among),
        "by split": [round(float(one), 3) for one in (places <= 1).mean(1) - (before <= 1).mean(1)],
    }


def _interval(gains: Array) -> dict[str, Any]:
    """The mean of `gains` (questions,), and where it lies for 95 % of the draws of as many questions (bootstrap)."""
    drawn = np.random.default_rng(0).integers(0, len(gains), (_ROUNDS, len(gains)))
    low, high = np.quantile(gains[drawn].mean(1), (0.025, 0.975))
    return {"mean": round(float(gains.mean()), 3), "95 %": [round(float(low), 3), round(float(high), 3)]}
