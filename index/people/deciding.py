"""What the user decides about people: these are one, that name is another's, this is how they are shown.

Decisions are kept by name, not by statement, so that they hold whatever is added, removed or reindexed later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.people.finding import PersonFound, people
from index.people.keys import name_key
from index.people.settling import settle
from index.store.statement_records import names_changed

if TYPE_CHECKING:
    import sqlite3

    from index.store.database import Database


class PeopleError(Exception):
    """A decision that cannot be made as asked; the message says why, and what to do."""


def merge(catalogue: Database, kept: PersonFound, others: Sequence[PersonFound]) -> PersonFound:
    """Make `others` the same person as `kept`, who keeps their name; who they are then.

    Raises PeopleError if one of them is `kept`.
    """
    if any(other.key == kept.key for other in others):
        raise PeopleError(f"{kept.shown} is one person already: there is nothing to merge")
    with catalogue.transaction() as db:
        for other in others:
            for name in other.names:
                _forget(db, name.key, "same", "shown")
                # Whoever was told apart stays so for the names to come; only this one person is named theirs.
                _decide(db, name.key, name.spelling, "same", kept.key)
        _decide_shown(db, kept)
        names_changed(db)
    return _settled(catalogue, kept.key)


def split(catalogue: Database, person: PersonFound, names: Sequence[str]) -> PersonFound:
    """Take `names` (spellings) from `person` and make them another's, together; who that other is.

    Raises PeopleError for a name that is not theirs, or if none would be left.
    """
    own = {name.key: name for name in person.names}
    keys = list(dict.fromkeys(name_key(name) for name in names))
    for spelling in names:
        if name_key(spelling) not in own:
            raise PeopleError(f"{spelling} is no name of {person.shown}: isnad person {person.shown!r} lists them")
    if len(keys) == len(own):
        raise PeopleError(f"these are all the names of {person.shown}: to show them under another, isnad person rename")
    rest = [name for key, name in own.items() if key not in keys]
    with catalogue.transaction() as db:
        for key in keys:
            _forget(db, key, "same", "shown")
            _decide(db, key, own[key].spelling, "apart", "")
            if key != keys[0]:
                _decide(db, key, own[key].spelling, "same", keys[0])
        # Those that stay are held together: some may have been joined by the names that leave.
        first = next((name.key for name in rest if name.key == person.key), rest[0].key)
        for name in rest:
            if name.key != first:
                _decide(db, name.key, name.spelling, "same", first)
            else:
                _forget(db, name.key, "same")
        names_changed(db)
    return _settled(catalogue, keys[0])


def rename(catalogue: Database, person: PersonFound, shown: str) -> PersonFound:
    """Show `person` under the name `shown` from now on, and find them by it; who they are then.

    Raises PeopleError if that name is empty, or another's.
    """
    shown = " ".join(shown.split())
    key = name_key(shown)
    if not key:
        raise PeopleError(f"{shown!r} is no name")
    theirs = catalogue.rows("SELECT person FROM names WHERE name = ?", (key,))
    if theirs and theirs[0][0] != person.key:
        raise PeopleError(f"{shown} is another's name: isnad person merge makes one of two")
    with catalogue.transaction() as db:
        for name in person.names:
            _forget(db, name.key, "shown")
        _decide(db, person.key, _spelling(person, person.key), "shown", shown)
        if not theirs:
            _decide(db, key, shown, "same", person.key)
        names_changed(db)
    return _settled(catalogue, key)


def _decide_shown(db: sqlite3.Connection, person: PersonFound) -> None:
    """Hold on to the name that a person is shown by: after a merger another name may be more frequent."""
    for name in person.names:
        _forget(db, name.key, "shown")
    _decide(db, person.key, _spelling(person, person.key), "shown", person.shown)


def _spelling(person: PersonFound, key: str) -> str:
    return next((name.spelling for name in person.names if name.key == key), person.shown)


def _decide(db: sqlite3.Connection, name: str, spelling: str, decision: str, value: str) -> None:
    db.execute("INSERT OR REPLACE INTO name_decisions VALUES (?, ?, ?, ?)", (name, spelling, decision, value))


def _forget(db: sqlite3.Connection, name: str, *decisions: str) -> None:
    db.executemany("DELETE FROM name_decisions WHERE name = ? AND decision = ?", [(name, one) for one in decisions])


def _settled(catalogue: Database, name: str) -> PersonFound:
    settle(catalogue)
    ((person,),) = catalogue.rows("SELECT person FROM names WHERE name = ?", (name,))
    (found,) = people(catalogue, [person])
    return found
