"""The tables that conversations are kept in, version by version."""

from __future__ import annotations

import sqlite3
from typing import Final

# Each step is run once, in order; PRAGMA user_version counts them. Never edit a step that was released: add one.
MIGRATIONS: Final = (
    """
    CREATE TABLE conversations (
        id TEXT PRIMARY KEY,
        reader TEXT NOT NULL,               -- who signed in; '' where nobody does
        title TEXT NOT NULL,
        title_words TEXT NOT NULL,          -- folded, to be searched
        created TEXT NOT NULL, changed TEXT NOT NULL    -- ISO, UTC
    ) WITHOUT ROWID;
    CREATE INDEX conversations_reader ON conversations (reader, changed);

    CREATE TABLE turns (
        conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        question TEXT NOT NULL, filters TEXT NOT NULL, without TEXT NOT NULL,   -- the latter two as JSON
        asked TEXT NOT NULL, outcome TEXT NOT NULL,
        answer TEXT,                        -- JSON, see keeping.py
        words TEXT NOT NULL,                -- of question and answer, folded
        PRIMARY KEY (conversation, number)
    );

    CREATE TABLE feedback (
        conversation TEXT NOT NULL, number INTEGER NOT NULL,
        source INTEGER NOT NULL,            -- number of the citation, 0: the answer itself
        verdict TEXT NOT NULL, note TEXT NOT NULL, given TEXT NOT NULL,
        PRIMARY KEY (conversation, number, source, verdict),
        FOREIGN KEY (conversation, number) REFERENCES turns (conversation, number) ON DELETE CASCADE
    ) WITHOUT ROWID;
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file behind `connection` to the newest schema.

    Raises ValueError if a newer version of the project than this one made it.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise ValueError(f"it has schema {version}, and this isnad knows up to {len(MIGRATIONS)}: update isnad")
    for number in range(version, len(MIGRATIONS)):
        # One transaction a step, so that a kill in the middle leaves the version before it, whole.
        connection.executescript(f"BEGIN;{MIGRATIONS[number]};PRAGMA user_version = {number + 1};COMMIT;")
