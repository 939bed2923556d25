"""Settling who is who in a catalogue: from all names of its statements, and the user's decisions, to its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.people.resolution import Decision, Spelling, resolve

if TYPE_CHECKING:
    from index.store.database import Database


def settle(catalogue: Database) -> None:
    """Bring names and people up to date with the statements; nearly free where no name has changed."""
    if not catalogue.setting("names_changed"):
        return
    with catalogue.transaction() as db:  # nobody files a name between the reading and the writing
        counted = db.execute("SELECT name, speaker, kind, count(*) FROM statements GROUP BY name, speaker, kind")
        people = resolve([Spelling(*row) for row in counted], decisions(catalogue))
        db.execute("DELETE FROM names")
        db.execute("DELETE FROM people")
        db.executemany("INSERT INTO people VALUES (?, ?, ?)", [(one.key, one.shown, one.kind) for one in people])
        db.executemany(
            "INSERT INTO names VALUES (?, ?, ?, ?, ?)",
            [(name.key, name.spelling, name.kind, one.key, name.basis) for one in people for name in one.names],
        )
        db.execute("DELETE FROM settings WHERE name = 'names_changed'")


def decisions(catalogue: Database) -> list[Decision]:
    """What the user decided, in no order that matters."""
    rows = catalogue.rows("SELECT name, spelling, decision, value FROM name_decisions ORDER BY name, decision")
    return [Decision(*row) for row in rows]
