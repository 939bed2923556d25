"""The passages nearest to a question's vector, narrowed by the catalogue.

Chroma's own `where` costs time in proportion to the collection. So where few articles pass a filter, all their
passages are compared, one by one; where many do, more neighbours are asked for, and those that do not pass dropped.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.store.catalogue import narrowing
from index.vocabulary import EVERYTHING, Filters

if TYPE_CHECKING:
    from index.store import Store
    from index.store.rows import Rows
    from index.store.vectors import Vectors

_FEW: Final = 3000  # articles, or half as many as passages, that are compared one by one: some 5 ms
_ENOUGH: Final = 30  # neighbours that should pass a wide filter: the passage that answers is nearly always among them
_FEWEST: Final = 3  # if fewer do, more are asked for
_MOST: Final = 500  # neighbours that Chroma is asked for: some 7 ms, of 100,000 articles


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What can be known of a filter before the question's vector is: see :func:`narrowed`.

    `keys` (n,) are the passages that pass and `rows` (n, d) their vectors, where they are few; else both are None, and
    `share` says about which share of the articles passes.
    """

    where: str
    values: list[object]
    share: float
    keys: NDArray[np.int64] | None = None
    rows: NDArray[np.float32] | None = None


def narrowed(store: Store, filters: Filters) -> Narrowed:
    """`filters` looked up: may be done beside embedding the question."""
    where, values = narrowing(filters)
    # A day is in an index: they are counted quickly, and no further than needed.
    count_few = f"SELECT count(*) FROM (SELECT 1 FROM articles a WHERE {where} LIMIT {_FEW + 1})"
    ((passing,),) = store.catalogue.rows(count_few, values)
    if passing <= _FEW:
        # Pending ones (they have an index of their own) may not have their vectors yet.
        sql = f"""SELECT p.key FROM articles a JOIN passages p ON p.article = a.key
                  WHERE {where} AND a.key NOT IN (SELECT key FROM articles WHERE state = 'pending')
                  LIMIT {2 * _FEW + 1}"""
        among = [key for (key,) in store.catalogue.rows(sql, values)]
        if len(among) <= 2 * _FEW:
            keys, rows = _rows(store, among, int(store.catalogue.setting("dimension") or 0))
            return Narrowed(where, values, 0.0, keys, rows)
    return Narrowed(where, values, store.words.share(filters))


def neighbours(
    store: Store,
    vector: NDArray[np.float32],
    count: int,
    filters: Filters = EVERYTHING,
    narrow: Narrowed | None = None,
) -> dict[int, float]:
    """Up to `count` passages (their catalogue keys) with their cosine to `vector` (d,), nearest first.

    Of a filter that many articles pass fewer may be found than pass, but the nearest. `narrow` is the filter looked up
    already.
    """
    if not filters:
        found = store.vectors.nearest(vector, count)
        keys = store.places.keys_of(id_ for id_, _ in found)
        return {keys[id_]: cosine for id_, cosine in found if id_ in keys}
    narrow = narrow or narrowed(store, filters)
    if narrow.keys is not None and narrow.rows is not None:
        return _nearest(narrow.keys, narrow.rows, vector, count)
    share = max(narrow.share, _ENOUGH / _MOST)
    passed = _passing(store, vector, max(count, round(_ENOUGH / share)), narrow)
    if len(passed) < _FEWEST:  # what is asked is what others write about
        passed = _passing(store, vector, _MOST, narrow)
    return dict(islice(passed.items(), count))


def compared(store: Store, vector: NDArray[np.float32], passages: Sequence[int]) -> dict[int, float]:
    """The cosine to `vector` (d,) of these passages (their keys), nearest first; without those that have no vector."""
    return _nearest(*_rows(store, passages, len(vector)), vector)


def compared_statements(store: Store, vector: NDArray[np.float32], statements: Sequence[int]) -> dict[int, float]:
    """The cosine to `vector` (d,) of these statements (their keys), without those that have no vector."""
    keys, rows = statement_vectors(store, statements, len(vector))
    return dict(zip(keys.tolist(), np.vecdot(rows, vector).tolist(), strict=True))


def statement_vectors(
    store: Store, statements: Sequence[int], dimension: int = 0
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Those of the statements (their keys) that have vectors, and these (n, d), of length 1.

    d is `dimension`, which is looked up where it is 0.
    """

    def fetch(keys: Sequence[int]) -> dict[int, NDArray[np.float32]]:
        return _held(store.statement_vectors, store.catalogue.vectors_of_statements(keys))

    return _read(store.statement_rows, fetch, statements, dimension or int(store.catalogue.setting("dimension") or 0))


def _passing(store: Store, vector: NDArray[np.float32], count: int, narrow: Narrowed) -> dict[int, float]:
    """Those of the `count` nearest passages whose articles pass, with their cosine, nearest first."""
    found = store.vectors.nearest(vector, count)
    sql = f"""SELECT p.vector, p.key FROM passages p JOIN articles a INDEXED BY articles_facets ON a.key = p.article
              WHERE p.vector IN (SELECT value FROM json_each(?)) AND {narrow.where}"""
    passed = dict(store.catalogue.rows(sql, [json.dumps([id_ for id_, _ in found]), *narrow.values]))
    return {passed[id_]: cosine for id_, cosine in found if id_ in passed}


def _nearest(
    keys: NDArray[np.int64], rows: NDArray[np.float32], vector: NDArray[np.float32], count: int | None = None
) -> dict[int, float]:
    # Not `rows @ vector`: that wakes threads, and waits for them where another program has the other core.
    cosines = np.vecdot(rows, vector)
    nearest = np.argsort(-cosines, kind="stable")[:count]
    return dict(zip(keys[nearest].tolist(), cosines[nearest].tolist(), strict=True))


def _rows(store: Store, passages: Sequence[int], dimension: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Those of the passages (their keys) that have vectors, and these (n, `dimension`)."""

    def fetch(keys: Sequence[int]) -> dict[int, NDArray[np.float32]]:
        return _held(store.vectors, store.catalogue.vectors_of(keys))

    return _read(store.rows, fetch, passages, dimension)


def _read(
    held: Rows, fetch: Callable[[Sequence[int]], dict[int, NDArray[np.float32]]], parts: Sequence[int], dimension: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Those of `parts` (their keys) that have vectors, and these (n, `dimension`), from rows or else as fetched."""
    keys = np.array(parts, np.int64)
    if not len(keys):
        return keys, np.zeros((0, dimension), np.float32)
    rows = held.read(keys, dimension)
    empty = ~rows.any(axis=1)
    if empty.any():
        # Those that had no row yet are given theirs from Chroma; those that have no vector stay zeros.
        if known := fetch(keys[empty].tolist()):
            held.write(list(known), np.stack(list(known.values())))
            rows[empty] = held.read(keys[empty], dimension)
        present = rows.any(axis=1)
        keys, rows = keys[present], rows[present]
    return keys, rows


def _held(vectors: Vectors, ids: dict[int, str]) -> dict[int, NDArray[np.float32]]:
    """The vectors that Chroma holds, by the keys of what they are of."""
    found = vectors.get(list(ids.values()))
    return {key: found[id_] for key, id_ in ids.items() if id_ in found}
