"""Speakers against topics or places: how many statements each has on, or at, each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from assistant.exploring.choice import Choice
from assistant.exploring.mapping import places_of_saying
from assistant.exploring.matching import holding
from assistant.exploring.selecting import Selection
from assistant.exploring.topics import topics

if TYPE_CHECKING:
    from index.store import Store

_SPEAKERS: Final = 15
_COLUMNS: Final = 10


@dataclass(frozen=True, slots=True)
class Heading:
    """A row or column: what it shows, its statements, and the values (or the text) that choose it."""

    shown: str
    count: int
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`cells` has a row for each speaker and a column for each topic or place (`across` tells which)."""

    across: str
    speakers: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def most(self) -> int:
        """The largest cell."""
        return max((cell for row in self.cells for cell in row), default=0)


def matrix(store: Store, selection: Selection) -> Matrix:
    """The selection's most quoted speakers against the choice's topics, or its own; or against its places."""
    choice, rows = selection.choice, selection.rows
    by_place = choice.across == "place"
    columns = _places(selection) if by_place else _topics(store, selection, choice)
    codes = selection.columns.facets["speaker"].codes[rows]
    # Those who say most on these columns, not those who say most.
    numbers = sum((np.isin(np.arange(len(rows)), where) for _, where in columns), np.zeros(len(rows), np.int64))
    weight = np.bincount(codes, weights=numbers, minlength=len(selection.columns.facets["speaker"].keys))
    total = np.bincount(codes, minlength=len(weight))
    order = [n for n in np.lexsort((-total, -weight)).tolist()[:_SPEAKERS] if weight[n] > 0]
    column = selection.columns.facets["speaker"]
    speakers = [Heading(column.shown[n], int(total[n]), (column.keys[n],)) for n in order]
    counted = [np.bincount(codes[where], minlength=len(weight)) for _, where in columns]
    cells = tuple(tuple(int(each[n]) for each in counted) for n in order)
    return Matrix(choice.across, tuple(speakers), tuple(heading for heading, _ in columns), cells)


def _places(selection: Selection) -> list[tuple[Heading, NDArray[np.int64]]]:
    column = selection.columns.facets["place"]
    codes = column.codes[selection.rows]
    found = places_of_saying(selection)
    named = [(point.place.name, point.values) for point in found.points]
    if len(named) < _COLUMNS:  # what is on no map is a place, or an occasion, all the same
        named += [(one.shown, (one.key,)) for one in found.unplaced[: _COLUMNS - len(named)]]
    columns = []
    for shown, values in named[:_COLUMNS]:
        where = np.flatnonzero(np.isin(codes, [n for value in values if (n := column.number(value)) is not None]))
        columns.append((Heading(shown, len(where), values), where))
    return columns


def _topics(store: Store, selection: Selection, choice: Choice) -> list[tuple[Heading, NDArray[np.int64]]]:
    texts: Sequence[str] = choice.topics or [topic.shown for topic in topics(store, selection, _COLUMNS)]
    keys = selection.columns.keys[selection.rows]
    columns = []
    for text in texts:
        where = np.flatnonzero(np.isin(keys, holding(store, text)))
        if len(where) or choice.topics:
            columns.append((Heading(text, len(where), (text,)), where))
    if not choice.topics:
        columns.sort(key=lambda one: -one[0].count)
    return columns[:_COLUMNS]
