"""Which statements a text is about: those that hold all its words, or those that mean the nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.arabic.analyser import tokens
from index.store.neighbours import compared_statements
from index.store.statements import COSINE, LEXICAL

if TYPE_CHECKING:
    from index.store import Store

NEAREST: Final = 500
"""How many statements are told to be the nearest in meaning."""
_COMPARED: Final = 5000  # statements compared one by one: some 10 ms
_CANDIDATES: Final = 500  # by words, for the nearest in meaning


def holding(store: Store, text: str) -> NDArray[np.int64]:
    """The statements (their keys, sorted) that hold every word of `text`, as the analyser matches words.

    A statement's words are also those of its speaker, place and medium. Without a word to look for, none.
    """
    wanted = list(dict.fromkeys(tokens(text)))
    found: NDArray[np.int64] | None = None
    every = max(1, store.words.counts()[1])
    for word in wanted:
        keys = np.array([key for key, _ in store.words.statements_with([word], every)], np.int64)
        found = np.sort(keys) if found is None else np.intersect1d(found, keys)
        if not len(found):
            break
    return np.zeros(0, np.int64) if found is None else found


def nearest(store: Store, text: str, count: int = NEAREST) -> dict[int, float]:
    """The `count` statements (their keys) nearest to `text` in meaning and words, with their score, best first."""
    vector, words = store.embedder.question(text), tokens(text)
    ids = store.statement_vectors.nearest(vector, count)
    keys = store.catalogue.keys_of_statements([id_ for id_, _ in ids])
    near = {keys[id_]: cosine for id_, cosine in ids if id_ in keys}
    lexical = dict(store.words.statements_with(words, _CANDIDATES))
    near |= compared_statements(store, vector, [key for key in lexical if key not in near])
    return _ranked(near, lexical, count)


def ranked(store: Store, text: str, among: NDArray[np.int64]) -> dict[int, float]:
    """The statements `among` (keys) by how near they are to `text`, the nearest first.

    Of many only those that share the most words are compared by their meaning too; the others follow.
    """
    words = tokens(text)
    lexical = dict(store.words.statements_with(words, max(1, len(among)), among.tolist()))
    some = among.tolist() if len(among) <= _COMPARED else list(lexical)[:_COMPARED]
    near = compared_statements(store, store.embedder.question(text), some)
    return _ranked(dict.fromkeys(among.tolist(), 0.0) | near, lexical, len(among))


def _ranked(near: dict[int, float], lexical: dict[int, float], count: int) -> dict[int, float]:
    best = max(lexical.values(), default=0.0) or 1.0
    scores = {key: COSINE * cosine + LEXICAL * lexical.get(key, 0.0) / best for key, cosine in near.items()}
    return {key: scores[key] for key in sorted(scores, key=lambda key: (-scores[key], key))[:count]}
