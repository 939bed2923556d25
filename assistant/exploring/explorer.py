"""The explorer: every view of a store's statements under a choice. Pages and programs go through it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.exploring import exchanges, mapping, matching, matrix, profile, speakers, timeline
from assistant.exploring.choice import Choice
from assistant.exploring.selecting import Count, Selection, select
from assistant.exploring.topics import Topic, topics
from assistant.exploring.undoing import Undo
from index.people import deciding
from index.people.deciding import PeopleError
from index.people.finding import PersonFound, people
from index.people.settling import settle
from index.store import Store
from index.store import columns as store_columns
from index.store.columns import FACETS, UNDATED, Columns
from index.store.statements import StatementHit, hits

T = TypeVar("T")
PAGE: Final = 25
_LONG: Final = 1.0  # seconds of reading from which a change is not looked for at once
_KEPT: Final = 64  # views that took long to make
_BATCH: Final = 500  # statements read at a time where all are asked for


@dataclass(frozen=True, slots=True)
class ResultPage:
    """Page `number` of the `pages` that the `total` statements under a choice fill."""

    hits: tuple[StatementHit, ...]
    total: int
    number: int
    pages: int


class Explorer:
    """Views of the statements of `store`, which stays open as long as it is used. Threads may share it.

    Every method raises StoreError where the statements are missing or outdated, and StoreInUseError where a text has
    to be looked for while another process has the store.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._reading = threading.Lock()
        self._held: tuple[tuple[int, int], Columns] | None = None
        self._matched: dict[tuple[tuple[int, int], str, str], NDArray[np.int64]] = {}
        self._made: dict[tuple[int, str, str], tuple[Columns, Any]] = {}
        self._undo = Undo()
        self._read_at = self._took = 0.0

    @property
    def columns(self) -> Columns:
        """The facets of all statements, read again after any change of the catalogue."""
        return self._current()[1]

    def selection(self, choice: Choice) -> Selection:
        """The statements under `choice`."""
        version, columns = self._current()
        return select(columns, choice, self._matching(choice, version) if choice.about else None)

    def facets(self, selection: Selection) -> dict[str, list[Count]]:
        """Every facet's values with their counts under the other facets' choice, the most first; months in order."""
        counted = {facet: selection.counts(facet) for facet in FACETS}
        counted["month"].sort(key=lambda one: one.key, reverse=True)
        return counted

    def page(self, selection: Selection) -> ResultPage:
        """The page of statements that the selection's choice asks for; the last one where it asks for one beyond."""
        ordered = self._ordered(selection)
        pages = max(1, -(-len(ordered) // PAGE))
        number = min(selection.choice.page, pages)
        some = ordered[(number - 1) * PAGE : number * PAGE].tolist()
        return ResultPage(tuple(hits(self.store.catalogue, some)), len(ordered), number, pages)

    def every(self, selection: Selection) -> Iterator[StatementHit]:
        """All statements of the selection in its order, read as they are asked for."""
        ordered = self._ordered(selection)
        for start in range(0, len(ordered), _BATCH):
            yield from hits(self.store.catalogue, ordered[start : start + _BATCH].tolist())

    def timeline(self, selection: Selection) -> timeline.Timeline:
        """The selection over time."""
        return timeline.timeline(selection)

    def matrix(self, selection: Selection) -> matrix.Matrix:
        """The selection's speakers against topics or places."""
        return self._kept("matrix", selection, lambda: matrix.matrix(self.store, selection))

    def topics(self, selection: Selection, most: int = 10) -> list[Topic]:
        """What the selection is about."""
        return self._kept(f"topics {most}", selection, lambda: topics(self.store, selection, most))

    def exchanges(self, selection: Selection) -> exchanges.Exchanges:
        """Who answers whom in the selection."""
        return self._kept("exchanges", selection, lambda: exchanges.exchanges(self.store, selection))

    def places(self, selection: Selection) -> mapping.PlacesOfSaying:
        """Where the selection's statements were said."""
        return mapping.places_of_saying(selection)

    def suggest(self, choice: Choice, facet: str, typed: str, most: int = 12) -> list[Count]:
        """Values of `facet` that `typed` may mean. Raises ValueError for what is no facet."""
        if facet not in FACETS:
            raise ValueError(f"{facet!r} is no facet: they are {', '.join(FACETS)}")
        return speakers.suggested(self.store.catalogue, self.selection(choice), facet, typed, most)

    def profile(self, key: str) -> profile.Profile | None:
        """What is known of the speaker with this key, None if there is none."""
        return profile.profile(self.store.catalogue, self.columns, key)

    def merge(self, kept: str, others: list[str]) -> tuple[PersonFound, str]:
        """Make the speakers `others` (keys) one with `kept`; who they are then, and the token to undo it.

        Raises PeopleError.
        """
        catalogue = self.store.catalogue
        return self._decide(
            lambda: deciding.merge(catalogue, self._person(kept), [self._person(one) for one in others])
        )

    def split(self, person: str, names: list[str]) -> tuple[PersonFound, str]:
        """Make `names` of the speaker `person` (a key) another's; who that is, and the token. Raises PeopleError."""
        catalogue = self.store.catalogue
        return self._decide(lambda: deciding.split(catalogue, self._person(person), names))

    def rename(self, person: str, shown: str) -> tuple[PersonFound, str]:
        """Show the speaker `person` (a key) as `shown`; who they are then, and the token. Raises PeopleError."""
        catalogue = self.store.catalogue
        return self._decide(lambda: deciding.rename(catalogue, self._person(person), shown))

    def undo(self, token: str) -> None:
        """Take back the decision with this token. Raises PeopleError if that cannot be done any more."""
        self._undo.undo(self.store.catalogue, token)
        self._read_at = 0.0

    def _decide(self, make: Callable[[], PersonFound]) -> tuple[PersonFound, str]:
        found, token = self._undo.decide(self.store.catalogue, make)
        self._read_at = 0.0  # who decides something sees it at once
        return found, token

    def _person(self, key: str) -> PersonFound:
        rows = self.store.catalogue.rows("SELECT person FROM names WHERE name = ? OR person = ? LIMIT 1", (key, key))
        if not rows:
            raise PeopleError(f"nobody is known as {key!r} any more: look for the name again")
        (found,) = people(self.store.catalogue, [rows[0][0]])
        return found

    def _current(self) -> tuple[tuple[int, int], Columns]:
        with self._reading:
            settle(self.store.catalogue)  # a change as well, if there is anything to settle
            version = store_columns.version(self.store.catalogue)
            if self._held is None or (self._held[0] != version and not self._busy()):
                self.store.check_statements()
                began = time.monotonic()
                self._held = (version, store_columns.read(self.store.catalogue))
                self._matched, self._made = {}, {}
                self._read_at, self._took = time.monotonic(), time.monotonic() - began
            return self._held

    def _busy(self) -> bool:
        """Whether reading a large store again may wait: while articles are added to it, it changes all the time."""
        return self._took > _LONG and time.monotonic() - self._read_at < 4 * self._took

    def _kept(self, what: str, selection: Selection, make: Callable[[], T]) -> T:
        """What `make` makes, kept for the next who looks at the same, as long as nothing changes."""
        choice = selection.choice
        wanted = (id(selection.columns), what, replace(choice, page=1, order="newest", view="statements").query)
        if wanted not in self._made:
            made = make()
            while len(self._made) >= _KEPT:
                self._made.pop(next(iter(self._made)), None)
            self._made[wanted] = (selection.columns, made)  # the columns too, so that their id stays theirs
        kept: T = self._made[wanted][1]
        return kept

    def _matching(self, choice: Choice, version: tuple[int, int]) -> NDArray[np.int64]:
        wanted = (version, choice.match, choice.about)
        if wanted not in self._matched:
            if choice.match == "meaning":
                keys = np.array(sorted(matching.nearest(self.store, choice.about)), np.int64)
            else:
                keys = matching.holding(self.store, choice.about)
            if len(self._matched) > 64:
                self._matched = {}
            self._matched[wanted] = keys
        return self._matched[wanted]

    def _ordered(self, selection: Selection) -> NDArray[np.int64]:
        """The keys of the selection in its choice's order."""
        columns, rows, choice = selection.columns, selection.rows, selection.choice
        if choice.about and choice.order == "nearest":
            return np.array(list(matching.ranked(self.store, choice.about, columns.keys[rows])), np.int64)
        days = columns.days[rows].astype(np.int64)
        undated = days == UNDATED
        order = np.lexsort((columns.keys[rows], days if choice.order == "oldest" else -days, undated))
        return columns.keys[rows[order]]
