"""Browsing what a store holds: a page of articles at a time, newest first, or the best matches of some words."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from index.arabic.analyser import tokens
from index.store import Store
from index.store.catalogue import narrowing
from index.vocabulary import Filters

PAGE = 25
MATCHES = 500
"""Articles that a search looks through at most: whoever needs more says more."""


@dataclass(frozen=True, slots=True)
class Held:
    """An article of the store, without its text."""

    id: str
    title: str
    date: dt.date | None
    source: str
    statements: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page (`number` counts from 0) of the `total` articles that were asked for."""

    articles: tuple[Held, ...]
    total: int
    number: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // PAGE))


def browse(store: Store, words: str = "", sources: tuple[str, ...] = (), number: int = 0) -> Shelf:
    """Page `number` of the articles, of those of the outlets `sources` if any are given.

    With `words`, the :data:`MATCHES` best that hold any of them, or the one that has them for its id. A page that is
    not there gives the last one. Raises StoreError.
    """
    filters = Filters(sources=sources)
    if words.strip():
        keys = _matches(store, words.strip(), filters)
        number = min(max(0, number), max(0, -(-len(keys) // PAGE) - 1))
        shown = keys[number * PAGE : (number + 1) * PAGE]
        found = {
            held[0]: _held(held[1:])
            for held in _rows(store, "a.key IN (SELECT value FROM json_each(?))", [json.dumps(shown)])
        }
        return Shelf(tuple(found[key] for key in shown if key in found), len(keys), number)
    where, values = narrowing(filters)
    ((total,),) = store.catalogue.rows(f"SELECT count(*) FROM articles a WHERE {where}", values)
    number = min(max(0, number), max(0, -(-total // PAGE) - 1))
    # As the index of days has them: nothing is sorted, however many there are.
    order = f"{where} ORDER BY a.day DESC, a.key DESC LIMIT ? OFFSET ?"
    rows = _rows(store, order, [*values, PAGE, number * PAGE])
    return Shelf(tuple(_held(row[1:]) for row in rows), total, number)


def _matches(store: Store, words: str, filters: Filters) -> list[int]:
    named = store.catalogue.keys_of_articles([words])
    ranked = [key for key, _ in store.words.articles_with(tokens(words), MATCHES, filters)]
    return list(dict.fromkeys([*named, *ranked]))


def _rows(store: Store, rest: str, values: list[object]) -> list[tuple[object, ...]]:
    sql = f"""SELECT a.key, a.id, a.title, a.day, a.source,
                     (SELECT count(*) FROM statements s WHERE s.article = a.key)
              FROM articles a WHERE {rest}"""
    return store.catalogue.rows(sql, values)


def _held(row: tuple[object, ...]) -> Held:
    id_, title, day, source, statements = row
    date = dt.date.fromisoformat(str(day)) if day else None
    return Held(str(id_), str(title), date, str(source), int(str(statements)))
