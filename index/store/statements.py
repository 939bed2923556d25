"""Finding statements in a store: by who, when, where and how it was said, and by what it is about.

What narrows is answered by the catalogue alone. What a statement is about is ranked as passages are: by the cosine of
its vector, and by the words it shares (BM25), in one sum. Few statements of a narrow filter are compared one by one; of
a wide one the nearest are asked for, and those that do not pass dropped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.people.settling import settle
from index.store import statement_records
from index.store.neighbours import compared_statements
from index.vocabulary import Article, Statement, StatementFilters

if TYPE_CHECKING:
    from index.store import Store
    from index.store.catalogue import Catalogue

ALL: Final = StatementFilters()
"""No narrowing: every statement."""
COSINE: Final = 30.0
LEXICAL: Final = 6.0
"""Weights of cosine and words, those tuned for passages (assistant.retriever)."""
_FEW: Final = 5000  # statements that are compared one by one
_MOST: Final = 1000  # neighbours that Chroma is asked for
_WORDS: Final = 200  # candidates by words
_PAGE: Final = 500  # statements read at a time


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement found, in its article: by `speaker` (the key of a person or organisation) who is shown as `shown`.

    `score` orders the hits of one search (0 where nothing was ranked); `cosine`, None where no vector was asked for,
    compares across searches. `key` is the statement's in the catalogue.
    """

    key: int
    statement: Statement
    article: Article
    speaker: str
    shown: str
    score: float = 0.0
    cosine: float | None = None

    @property
    def content(self) -> str:
        """The words said, verbatim."""
        return self.statement.content.of(self.article.text)


def find(
    store: Store,
    filters: StatementFilters = ALL,
    *,
    vector: NDArray[np.float32] | None = None,
    words: Sequence[str] = (),
    count: int = 20,
) -> list[StatementHit]:
    """The `count` statements that pass `filters` and match best, best first.

    `vector` (d,) is that of what they should be about, `words` its analysed words; either may be missing, and without
    both the newest come first. Raises StoreError (also where the statements are missing or outdated), StoreInUseError.
    """
    store.check_statements()
    settle(store.catalogue)
    if vector is None and not words:
        return list(islice(in_time(store.catalogue, filters, newest_first=True), count))
    where, values = statement_records.narrowing(filters)
    among = _few(store.catalogue, where, values) if filters else None
    near = _near(store, vector, count, among, where, values) if vector is not None else {}
    lexical = dict(store.words.statements_with(words, max(_WORDS, count), among)) if words else {}
    if among is None and filters:
        lexical = {key: lexical[key] for key in _passing(store.catalogue, lexical, where, values)}
    if vector is not None:
        near |= compared_statements(store, vector, [key for key in lexical if key not in near])
    best = max(lexical.values(), default=0.0) or 1.0
    scores = {key: COSINE * near.get(key, 0.0) + LEXICAL * lexical.get(key, 0.0) / best for key in {**near, **lexical}}
    ranked = sorted(scores, key=lambda key: (-scores[key], key))[:count]
    return list(_hits(store.catalogue, ranked, scores, near if vector is not None else {}))


def in_time(
    catalogue: Catalogue, filters: StatementFilters = ALL, *, newest_first: bool = False
) -> Iterator[StatementHit]:
    """Every statement that passes `filters` in the order of its day, undated ones last; read as they are asked for."""
    settle(catalogue)
    where, values = statement_records.narrowing(filters)
    order = "s.day DESC, s.article, s.number" if newest_first else "s.day IS NULL, s.day, s.article, s.number"
    sql = f"SELECT s.key FROM {_tables(where)} WHERE {where} ORDER BY {order}"
    keys = [row[0] for row in catalogue.rows(sql, values)]
    for start in range(0, len(keys), _PAGE):
        yield from _hits(catalogue, keys[start : start + _PAGE])


def count_by(catalogue: Catalogue, facet: str, filters: StatementFilters = ALL) -> list[tuple[str, int]]:
    """How many statements that pass `filters` have each value of `facet` (one of :data:`FACETS`), the most first.

    Statements without a value are not counted. Raises ValueError for what is no facet.
    """
    settle(catalogue)
    if facet not in FACETS:
        raise ValueError(f"{facet!r} is no facet: they are {', '.join(FACETS)}")
    where, values = statement_records.narrowing(filters)
    group, shown, joined = FACETS[facet]
    tables = _tables(where + group) + joined
    sql = f"""SELECT {shown}, count(*) FROM {tables} WHERE {where} AND {group} <> ''
              GROUP BY {group} ORDER BY count(*) DESC, {shown}"""
    return [(value, number) for value, number in catalogue.rows(sql, values)]


def hits(catalogue: Catalogue, keys: Sequence[int], scores: dict[int, float] | None = None) -> list[StatementHit]:
    """The statements with these keys, in this order, with their `scores` if given; without those that are gone."""
    return list(_hits(catalogue, keys, scores))


_PEOPLE: Final = " JOIN names n ON n.name = s.name JOIN people p ON p.person = n.person"
FACETS: Final = {
    "speaker": ("p.person", "p.shown", _PEOPLE),
    "organization": ("s.organization", "s.organization", ""),
    "place": ("s.place", "s.place", ""),
    "medium": ("s.medium", "s.medium", ""),
    "month": ("s.month", "s.month", ""),
    "stance": ("s.stance", "s.stance", ""),
    "kind": ("s.kind", "s.kind", ""),
    "type": ("s.type", "s.type", ""),
    "source": ("a.source", "a.source", ""),
}
"""What statements are counted by: what is grouped, what is shown of it, and the tables that takes."""


def _tables(sql: str) -> str:
    """The tables that a condition is over; articles only where it names them, and then in an index without texts."""
    joined = " JOIN articles a INDEXED BY articles_facets ON a.key = s.article" if "a.source" in sql else ""
    return f"statements s{joined or (' JOIN articles a ON a.key = s.article' if 'a.id' in sql else '')}"


def _few(catalogue: Catalogue, where: str, values: list[object]) -> list[int] | None:
    """The statements (their keys) that pass, None if they are too many to compare one by one."""
    sql = f"SELECT s.key FROM {_tables(where)} WHERE {where} LIMIT {_FEW + 1}"
    keys = [row[0] for row in catalogue.rows(sql, values)]
    return keys if len(keys) <= _FEW else None


def _near(
    store: Store,
    vector: NDArray[np.float32],
    count: int,
    among: list[int] | None,
    where: str,
    values: list[object],
) -> dict[int, float]:
    """The statements (their keys) nearest to `vector` with their cosine, nearest first."""
    if among is not None:
        return dict(islice(compared_statements(store, vector, among).items(), max(count, _WORDS)))
    found = store.statement_vectors.nearest(vector, _MOST if where != "1" else max(_WORDS, count))
    keys = store.catalogue.keys_of_statements([id_ for id_, _ in found])
    near = {keys[id_]: cosine for id_, cosine in found if id_ in keys}
    return near if where == "1" else {key: near[key] for key in _passing(store.catalogue, near, where, values)}


def _passing(catalogue: Catalogue, keys: dict[int, float], where: str, values: list[object]) -> list[int]:
    sql = f"SELECT s.key FROM {_tables(where)} WHERE s.key IN (SELECT value FROM json_each(?)) AND {where}"
    passing = {row[0] for row in catalogue.rows(sql, [json.dumps(list(keys)), *values])}
    return [key for key in keys if key in passing]


def _hits(
    catalogue: Catalogue,
    keys: Sequence[int],
    scores: dict[int, float] | None = None,
    cosines: dict[int, float] | None = None,
) -> Iterator[StatementHit]:
    """The statements with these keys, in this order; those that are gone meanwhile are passed over."""
    sql = f"""SELECT s.key, s.article, p.person, p.shown, {statement_records.COLUMNS} FROM statements s{_PEOPLE}
              WHERE s.key IN (SELECT value FROM json_each(?))"""
    rows = {row[0]: row for row in catalogue.rows(sql, (json.dumps(list(keys)),))}
    articles = catalogue.articles_by_key({row[1] for row in rows.values()})
    for key in keys:
        if key in rows and rows[key][1] in articles:
            _, at, person, shown, *columns = rows[key]
            statement = statement_records.statement(articles[at].id, columns)
            score, cosine = (scores or {}).get(key, 0.0), (cosines or {}).get(key)
            yield StatementHit(key, statement, articles[at], person, shown, score, cosine)
