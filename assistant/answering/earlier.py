"""What the latest answers rest on, kept for the follow-ups that lean on them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from assistant.answering.signals import Told
from index.vocabulary import Filters

if TYPE_CHECKING:
    from index.store.catalogue import Catalogue

_MOST: Final = 256  # questions: those of the conversations of an hour or so


class Earlier:
    """Of each question asked lately, and the filters it was asked with, what its answer was taken from.

    All is forgotten once anybody has written to `catalogue`: another answer may be right now. Threads may share it.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lock = threading.Lock()
        self._seen: tuple[int, int] | None = None
        self._told: OrderedDict[tuple[str, Filters], Told] = OrderedDict()

    def find(self, question: str, filters: Filters) -> Told | None:
        """What the answer to `question` rests on; None where that is not known any more."""
        with self._lock:
            self._check()
            return self._told.get((question, filters))

    def keep(self, question: str, filters: Filters, told: Told) -> None:
        """Keep what the answer to `question` rests on; of too many the oldest is forgotten."""
        with self._lock:
            self._check()
            self._told[question, filters] = told
            self._told.move_to_end((question, filters))
            if len(self._told) > _MOST:
                self._told.popitem(last=False)

    def _check(self) -> None:
        changes = self._catalogue.changes()
        if changes != self._seen:
            self._told.clear()
            self._seen = changes
