"""Fit the weights of ranking and confidence on development questions, and say what they are worth on unseen ones.

    python -m benchmarks.weights STORE QUESTIONS.jsonl

STORE is a store of the articles that the questions ask about. Ranking weights are compared over a small grid, by
leave-one-fold-out choice; the confidence curve is fitted by logistic regression, ten folds. JSON on stdout.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import assistant.retriever as retriever
from assistant.confidence import features
from assistant.understanding import understand
from index.store import Store

GRID = {"COSINE": (10.0, 20.0, 30.0, 40.0, 60.0, 90.0), "ARTICLE": (0.0, 0.2, 0.4, 0.6, 0.8)}
FALSE_REFUSAL = 0.03
Array = NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--confidence-only", action="store_true", help="leave out the ranking's grid (minutes)")
    options = parser.parse_args()
    questions = [json.loads(line) for line in options.questions.read_text(encoding="utf-8").splitlines() if line]
    with Store(options.store, must_exist=True) as store:
        told = {} if options.confidence_only else {"ranking": ranking(store, questions)}
        told["confidence"] = confidence(store, questions)
    print(json.dumps(told, ensure_ascii=False, indent=1))


def ranking(store: Store, questions: list[dict[str, Any]]) -> dict[str, Any]:
    """Reciprocal rank of the evidence under each weighting; the best, and the mean of choosing on nine folds of ten."""
    asked = [q for q in questions if q["kind"] != "unanswerable"]
    settings = list(itertools.product(*GRID.values()))
    gains = np.zeros((len(settings), len(asked)))
    kept = {name: getattr(retriever, name) for name in GRID}
    for row, setting in enumerate(settings):
        for name, value in zip(GRID, setting, strict=True):
            setattr(retriever, name, value)
        for column, q in enumerate(asked):
            gains[row, column] = _reciprocal_rank(store, q)
        print(f"{row + 1}/{len(settings)} {setting} {gains[row].mean():.4f}", file=sys.stderr)
    for name, value in kept.items():
        setattr(retriever, name, value)
    folds = np.arange(len(asked)) % 10
    held_out = [gains[gains[:, folds != f].mean(1).argmax()][folds == f].mean() for f in range(10)]
    best = settings[int(gains.mean(1).argmax())]
    return {
        "best": dict(zip(GRID, best, strict=True)),
        "mrr": round(float(gains.mean(1).max()), 4),
        "mrr_cross_validated": round(float(np.mean(held_out)), 4),
        "kept": kept,
    }


def _reciprocal_rank(store: Store, q: dict[str, Any]) -> float:
    start, end = q["evidence"]
    for rank, hit in enumerate(_hits(store, q), start=1):
        right = q["article_id"] in {hit.article.id, *(article.id for article in hit.same_words)}
        shared = min(hit.passage.span.end, end) - max(hit.passage.span.start, start)
        if right and shared >= (end - start) / 2:
            return 1 / rank
    return 0.0


_VECTORS: dict[str, Any] = {}


def _hits(store: Store, q: dict[str, Any]) -> list[retriever.Hit]:
    question = understand(q["question"], q.get("history") or ())
    if question.search not in _VECTORS:  # the same for every weighting
        _VECTORS[question.search] = store.embedder.question(question.search)
    return retriever.retrieve(store, question, vector=_VECTORS[question.search])


def confidence(store: Store, questions: list[dict[str, Any]]) -> dict[str, Any]:
    """The fitted curve, its threshold at a false refusal of 3 %, and what that threshold does on held-out folds."""
    rows, answerable = [], []
    for q in questions:
        question = understand(q["question"], q.get("history") or ())
        best = _hits(store, q)[0]
        held = store.words.held(question.words, [best.article_key])[best.article_key]
        rows.append(features(best.cosine, store.words.rarity(question.words), held))
        answerable.append(q["kind"] != "unanswerable")
    x, y = np.array(rows), np.array(answerable)
    weights = _fit(x, y)
    sure = _sigmoid(x, weights)
    folds = np.random.default_rng(0).permutation(len(y)) % 10
    held_out = np.zeros(len(y))
    for fold in range(10):
        held_out[folds == fold] = _sigmoid(x[folds == fold], _fit(x[folds != fold], y[folds != fold]))
    threshold = float(np.quantile(sure[y], FALSE_REFUSAL))
    # The bias is moved so that the threshold is one half: most development questions have an answer, a user's may not.
    weights[0] -= np.log(threshold / (1 - threshold))
    return {
        "bias_and_weights": [round(float(w), 2) for w in weights],
        "refused": round(float((sure[~y] < threshold).mean()), 3),
        "refused_cross_validated": round(float((held_out[~y] < threshold).mean()), 3),
        "false_refusal_cross_validated": round(float((held_out[y] < threshold).mean()), 3),
    }


def _sigmoid(x: Array, weights: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-(weights[0] + x @ weights[1:]))), np.float64)


def _fit(x: Array, y: NDArray[np.bool_], ridge: float = 1e-2) -> Array:
    """Logistic regression by Newton's method on standardised features; bias first, in the features' own units."""
    mean, spread = x.mean(0), x.std(0)
    z = np.c_[np.ones(len(x)), (x - mean) / spread]
    penalty = ridge * np.r_[0.0, np.ones(x.shape[1])]
    b = np.zeros(z.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ b))
        hessian = (z.T * (p * (1 - p))) @ z / len(y) + np.diag(penalty + 1e-9)
        b -= np.linalg.solve(hessian, z.T @ (p - y) / len(y) + penalty * b)
    return np.asarray(np.r_[b[0] - (b[1:] * mean / spread).sum(), b[1:] / spread], np.float64)


if __name__ == "__main__":
    main()
