"""Statements as the catalogue holds them: rows of its table, and back."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from index.arabic.analyser import tokens
from index.vocabulary import Span, Statement, StatementFilters

if TYPE_CHECKING:
    from index.people.facets import Facets

_SPANS: Final = ("content", "cue", "mention", "place", "medium", "said_on_words")
_SPAN_COLUMNS: Final = (
    *("start", '"end"', "cue_start", "cue_end", "mention_start", "mention_end", "place_start", "place_end"),
    *("medium_start", "medium_end", "said_start", "said_end"),
)
_TEXTS: Final = ("speaker", "kind", "role", "organization", "stance", "type", "via", "basis", "confidence")
COLUMNS: Final = ", ".join(f"s.{column}" for column in (*_SPAN_COLUMNS, *_TEXTS, "said_on"))
"""What :func:`statement` reads, of ``statements s``."""

_INSERT: Final = f"""INSERT INTO statements
    (article, number, {", ".join((*_SPAN_COLUMNS, *_TEXTS, "said_on"))},
     name, day, month, place, medium, place_words, medium_words, organization_words, vector)
    VALUES ({", ".join("?" * (2 + len(_SPAN_COLUMNS) + len(_TEXTS) + 10))}) RETURNING key"""


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """A statement ready to be filed: with its vector's id, its analysed `words` (blank-separated), and its facets."""

    statement: Statement
    vector: str
    words: str
    facets: Facets


def write(db: sqlite3.Connection, article: int, entries: Sequence[StatementEntry]) -> list[tuple[int, str]]:
    """File the statements of an article (its key) that has none; the key and the analysed words of each.

    A name that is new is somebody's own until :func:`index.people.settle` has looked at it.
    """
    filed: list[tuple[int, str]] = []
    for number, entry in enumerate(entries):
        (key,) = db.execute(_INSERT, (article, number, *_values(entry))).fetchone()
        filed.append((key, entry.words))
        db.execute("DELETE FROM stale_statements WHERE vector = ?", (entry.vector,))
        own = (entry.facets.name, entry.statement.speaker, entry.statement.kind)
        db.execute("INSERT OR IGNORE INTO names VALUES (?1, ?2, ?3, ?1, 'name')", own)
        db.execute("INSERT OR IGNORE INTO people VALUES (?, ?, ?)", own)
    if entries:
        names_changed(db)
    return filed


def forget(db: sqlite3.Connection, article: int) -> None:
    """Remove the statements of an article (its key); their vectors are stale from now on."""
    db.execute("INSERT OR IGNORE INTO stale_statements SELECT vector FROM statements WHERE article = ?", (article,))
    if db.execute("DELETE FROM statements WHERE article = ?", (article,)).rowcount:
        names_changed(db)


def names_changed(db: sqlite3.Connection) -> None:
    """Note that who is who has to be settled again."""
    db.execute("INSERT OR REPLACE INTO settings VALUES ('names_changed', '1')")


def statement(article_id: str, row: Sequence[Any]) -> Statement:
    """The statement in a row of :data:`COLUMNS`."""
    spans = [Span(row[n], row[n + 1]) if row[n] is not None else None for n in range(0, len(_SPAN_COLUMNS), 2)]
    content, cue, mention, place, medium, said_on_words = spans
    speaker, kind, role, organization, stance, type_, via, basis, confidence, said_on = row[len(_SPAN_COLUMNS) :]
    assert content is not None and cue is not None  # the table has both for every statement
    day = dt.date.fromisoformat(said_on) if said_on else None
    return Statement(
        *(article_id, content, cue, speaker, kind, stance, type_, mention, role, organization),
        *(place, medium, day, said_on_words, via, basis, confidence),
    )


def narrowing(filters: StatementFilters) -> tuple[str, list[object]]:
    """`filters` as an SQL condition over ``statements s`` and ``articles a``, and its values; ``1`` for none."""
    conditions: list[str] = []
    values: list[object] = []
    columns = {
        "s.kind": filters.kinds,
        "s.stance": filters.stances,
        "s.type": filters.types,
        "a.source": filters.sources,
        "a.id": filters.articles,
    }
    for column, wanted in columns.items():
        if wanted:
            conditions.append(f"{column} IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(wanted))
    if filters.people:
        people = "SELECT name FROM names WHERE person IN (SELECT value FROM json_each(?))"
        conditions.append(f"s.name IN ({people})")
        values.append(json.dumps(filters.people))
    for column, phrases in (
        ("s.place_words", filters.places),
        ("s.medium_words", filters.mediums),
        ("s.organization_words", filters.organizations),
    ):
        if phrases:
            each = [[f" {word} " for word in tokens(phrase)] for phrase in phrases]
            any_of = [" AND ".join([f"instr({column}, ?)"] * len(wanted)) or "0" for wanted in each]
            conditions.append(f"({' OR '.join(f'({one})' for one in any_of)})")
            values += [word for wanted in each for word in wanted]
    for sign, day in ((">=", filters.since), ("<=", filters.until)):
        if day:
            conditions.append(f"s.day {sign} ?")
            values.append(day.isoformat())
    if filters.confidence > 0:
        conditions.append("s.confidence >= ?")
        values.append(filters.confidence)
    return " AND ".join(conditions) or "1", values


def _values(entry: StatementEntry) -> list[object]:
    one, facets = entry.statement, entry.facets
    spans = [getattr(one, name) for name in _SPANS]
    day = facets.day.isoformat() if facets.day else None
    return [
        *(offset for span in spans for offset in ((span.start, span.end) if span else (None, None))),
        *(getattr(one, name) for name in _TEXTS),
        one.said_on.isoformat() if one.said_on else None,
        *(facets.name, day, day and day[:7], facets.place, facets.medium),
        *(facets.place_words, facets.medium_words, facets.organization_words),
        entry.vector,
    ]
