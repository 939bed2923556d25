"""The passages nearest to a question's vector, narrowed by the catalogue.

Chroma's own `where` costs time in proportion to the collection. So where few articles pass a filter, all their
passages are compared, one by one; where many do, more neighbours are asked for, and those that do not pass dropped.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.store.catalogue import narrowing
from index.vocabulary import EVERYTHING, Filters

if TYPE_CHECKING:
    from index.store import Store

_FEW: Final = 3000  # articles whose passages are compared one by one: some 5 ms
_ENOUGH: Final = 40  # neighbours that should pass a wide filter: the passage that answers is among the first 30
_MOST: Final = 1000  # neighbours that Chroma is asked for: some 8 ms


def neighbours(
    store: Store, vector: NDArray[np.float32], count: int, filters: Filters = EVERYTHING
) -> dict[int, float]:
    """Up to `count` passages (their catalogue keys) with their cosine to `vector` (d,), nearest first.

    Of a filter that many articles pass fewer may be found than pass, but the nearest.
    """
    if not filters:
        found = store.vectors.nearest(vector, count)
        keys = store.catalogue.keys_of([id_ for id_, _ in found])
        return {keys[id_]: cosine for id_, cosine in found if id_ in keys}
    where, values = narrowing(filters)
    # A day is in the index, so counting them is quick; enough is known once they are many.
    ((passing,),) = store.catalogue.rows(
        f"SELECT count(*) FROM (SELECT 1 FROM articles a WHERE {where} LIMIT {_FEW * 20})", values
    )
    if passing <= _FEW:
        # Pending ones (they have an index of their own) may not have their vectors yet.
        sql = f"""SELECT p.key FROM articles a JOIN passages p ON p.article = a.key
                  WHERE {where} AND a.key NOT IN (SELECT key FROM articles WHERE state = 'pending')"""
        return _compared(store, vector, [key for (key,) in store.catalogue.rows(sql, values)], count)
    share = passing / store.words.articles
    found = store.vectors.nearest(vector, min(_MOST, max(count, round(_ENOUGH / share))))
    sql = f"""SELECT p.vector, p.key FROM passages p JOIN articles a INDEXED BY articles_facets ON a.key = p.article
              WHERE p.vector IN (SELECT value FROM json_each(?)) AND {where}"""
    passed = dict(store.catalogue.rows(sql, [json.dumps([id_ for id_, _ in found]), *values]))
    return dict([(passed[id_], cosine) for id_, cosine in found if id_ in passed][:count])


def _compared(store: Store, vector: NDArray[np.float32], passages: Sequence[int], count: int) -> dict[int, float]:
    """The `count` of these passages (their keys) that are nearest to `vector` (d,), those without a vector left out."""
    keys = np.array(passages, np.int64)
    rows = store.rows.read(keys, len(vector))
    empty = ~rows.any(axis=1)
    if empty.any():
        rows[empty] = _filled(store, keys[empty], len(vector))
        present = rows.any(axis=1)
        keys, rows = keys[present], rows[present]
    # Not `rows @ vector`: that wakes threads, and waits for them where another program has the other core.
    cosines = np.vecdot(rows, vector)
    nearest = np.argsort(-cosines, kind="stable")[:count]
    return dict(zip(keys[nearest].tolist(), cosines[nearest].tolist(), strict=True))


def _filled(store: Store, keys: NDArray[np.int64], dimension: int) -> NDArray[np.float32]:
    """The vectors (n, d) of passages that have no row yet, from Chroma, kept for the next time; else zeros."""
    ids = store.catalogue.vectors_of(keys.tolist())
    held = store.vectors.get(list(ids.values()))
    nothing = np.zeros(dimension, np.float32)
    filled = np.stack([held.get(ids.get(key, ""), nothing) for key in keys.tolist()])
    store.rows.write(keys.tolist(), filled)
    return filled
