"""The gazetteer of a store that goes on changing: made once, and anew when its names have changed."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Final

from assistant.understanding.gazetteer import Gazetteer

if TYPE_CHECKING:
    from index.store.catalogue import Catalogue

_REST: Final = 60.0  # seconds between two makings: while articles are added, every question finds the names changed


class CurrentGazetteer:
    """The gazetteer of `catalogue` as it is now. Threads may share it.

    A look costs reading counters that SQLite keeps; only where somebody has written since are the names read
    again, at most once a minute.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lock = threading.Lock()
        self._made: Gazetteer | None = None
        self._seen: tuple[int, int] | None = None
        self._at = 0.0

    def now(self) -> Gazetteer:
        """The names and outlets of this moment."""
        with self._lock:
            changes = self._catalogue.changes()
            if self._made is None or (changes != self._seen and time.monotonic() - self._at >= _REST):
                self._made = Gazetteer.of(self._catalogue)
                self._seen, self._at = self._catalogue.changes(), time.monotonic()  # settling who is who writes too
            return self._made
