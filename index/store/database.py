"""The database behind the catalogue: one SQLite connection for all threads, transactions, settings.

WAL lets other processes read while one writes; within this process one lock lets one thread at a time use the
connection.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from index.store.schema import migrate

_PRAGMAS = (
    *("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=30000"),
    "cache_size=-64000",  # KiB; of 100,000 articles, what a question looks up does not fit in the usual 2 MB
    "mmap_size=1073741824",  # bytes; what is not in that cache is read where the system holds it, without a copy
)

_MOMENT = 0.02  # seconds after which it is looked again whether another process has written


class Database:
    """The SQLite file `path`, made if absent and brought to the newest schema.

    Raises ValueError when it comes from a newer version, sqlite3.DatabaseError when it is no such database.
    """

    def __init__(self, path: Path) -> None:
        self._lock = threading.RLock()
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=30)
        for pragma in _PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")
        migrate(self._connection)
        self._looked, self._others = float("-inf"), 0
        self._settings: dict[str, str | None] = {}
        self._settings_of: tuple[int, int] | None = None

    def close(self) -> None:
        """Close the file; it cannot be used afterwards."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: what is written inside stands together or not at all. May be nested."""
        with self._lock:
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows that a reading statement returns."""
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def changes(self) -> tuple[int, int]:
        """What differs once anybody has written: in this process at once, in another a moment later.

        Nearly free, so that a question need not ask time and again for what has not changed since the last one: even a
        reading of nothing takes SQLite's locks.
        """
        if (now := time.monotonic()) - self._looked >= _MOMENT:
            ((self._others,),) = self.rows("PRAGMA data_version")
            self._looked = now
        return self._others, self._connection.total_changes

    def setting(self, name: str) -> str | None:
        """The recorded value of `name`, None if there is none."""
        changes = self.changes()
        if changes != self._settings_of:
            self._settings, self._settings_of = {}, changes
        known = self._settings
        if name in known:
            return known[name]
        found = self.rows("SELECT value FROM settings WHERE name = ?", (name,))
        value = str(found[0][0]) if found else None
        if not self._connection.in_transaction:  # what is written now may yet be taken back
            known[name] = value
        return value

    def record(self, **settings: str) -> None:
        """Write settings, replacing what they were."""
        with self.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", settings.items())
