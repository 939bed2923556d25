"""Statements under a choice: which pass, and how many have each value of each facet.

A facet's own choice does not narrow its own counts, so that a second value of it can be added in sight of what it
brings (Hearst, "Design recommendations for hierarchical faceted search interfaces", 2006).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.exploring.choice import Choice
from index.store.columns import FACETS, UNDATED, Columns


@dataclass(frozen=True, slots=True)
class Count:
    """How many statements have a value of a facet; `chosen` tells whether it is part of the choice."""

    key: str
    shown: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """The statements of `columns` under a choice.

    `choice` has its values as the facets' keys. `failing` (n,) is the number of facets that a statement fails; `own`
    (n,) tells for each facet with a choice who fails it; `base` (n,) who passes all that is no facet. `unknown` are
    chosen values that no statement of the store has, with their facet.
    """

    columns: Columns
    choice: Choice
    base: NDArray[np.bool_]
    failing: NDArray[np.int8]
    own: dict[str, NDArray[np.bool_]]
    unknown: tuple[tuple[str, str], ...] = ()

    @property
    def rows(self) -> NDArray[np.int64]:
        """The places in the columns of those that pass everything."""
        return np.flatnonzero(self.base & (self.failing == 0))

    def counts(self, facet: str) -> list[Count]:
        """How many statements have each value of `facet` under the other facets' choice, the most first.

        Chosen values that have none are counted too.
        """
        passing = self.base & (self.failing == 0)
        if facet in self.own:
            passing |= self.base & (self.failing == 1) & self.own[facet]
        return self._counted(facet, self.columns.facets[facet].codes[passing])

    def within(self, facet: str) -> list[Count]:
        """How many statements have each value of `facet` under the whole choice, the most first."""
        return [one for one in self._counted(facet, self.columns.facets[facet].codes[self.rows]) if one.count]

    def _counted(self, facet: str, codes: NDArray[np.int32]) -> list[Count]:
        column, chosen = self.columns.facets[facet], self._chosen(facet)
        numbers = np.bincount(codes[codes >= 0], minlength=len(column.keys))
        wanted = np.flatnonzero(numbers)
        order = wanted[np.argsort(-numbers[wanted], kind="stable")].tolist()
        order += [number for number in chosen if not numbers[number]]
        return [Count(column.keys[n], column.shown[n], int(numbers[n]), n in chosen) for n in order]

    def _chosen(self, facet: str) -> set[int]:
        column = self.columns.facets[facet]
        return {number for value in self.choice.of(facet) if (number := column.number(value)) is not None}


def select(columns: Columns, choice: Choice, matching: NDArray[np.int64] | None = None) -> Selection:
    """The statements under `choice`; of those with the keys `matching` only, where it has a text."""
    base = np.ones(len(columns), np.bool_)
    if matching is not None:
        base &= np.isin(columns.keys, matching)
    if choice.since:
        base &= columns.days >= choice.since.toordinal()  # UNDATED is less than any day
    if choice.until:
        base &= (columns.days <= choice.until.toordinal()) & (columns.days != UNDATED)
    failing = np.zeros(len(columns), np.int8)
    own: dict[str, NDArray[np.bool_]] = {}
    unknown = []
    for facet in FACETS:
        if values := choice.of(facet):
            column = columns.facets[facet]
            numbers = [(value, column.number(value)) for value in values]
            unknown += [(facet, value) for value, number in numbers if number is None]
            # As the facet has them, so that a value that is written otherwise can be taken off again.
            known = [value if number is None else column.keys[number] for value, number in numbers]
            choice = replace(choice.having(facet, known), page=choice.page)
            own[facet] = ~_among(column.codes, [number for _, number in numbers if number is not None])
            failing += own[facet]
    return Selection(columns, choice, base, failing, own, tuple(unknown))


def _among(codes: NDArray[np.int32], numbers: Iterable[int]) -> NDArray[np.bool_]:
    wanted = list(numbers)
    return np.isin(codes, wanted) if wanted else np.zeros(len(codes), np.bool_)
