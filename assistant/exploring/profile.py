"""What is known of one speaker: their names, roles, days, outlets and stances."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.exploring.choice import Choice
from assistant.exploring.selecting import Count, select
from index.people.finding import PersonFound, people
from index.people.profile import Role, roles
from index.store.columns import UNDATED, Columns

if TYPE_CHECKING:
    from index.store.catalogue import Catalogue

_ROLES: Final = 12


@dataclass(frozen=True, slots=True)
class Profile:
    """A speaker of the catalogue: who they are, what they were called, and how their statements are spread.

    `first` and `last` are the days of their first and last dated statements; `roles` are in the order of their days.
    """

    person: PersonFound
    roles: tuple[Role, ...]
    first: dt.date | None
    last: dt.date | None
    spread: dict[str, tuple[Count, ...]]


def profile(catalogue: Catalogue, columns: Columns, key: str) -> Profile | None:
    """The profile of the speaker with this key, or who has a name of this key; None if there is none."""
    rows = catalogue.rows("SELECT person FROM names WHERE name = ? OR person = ? LIMIT 1", (key, key))
    found = people(catalogue, [rows[0][0]]) if rows else []
    if not found:
        return None
    selection = select(columns, Choice().having("speaker", [found[0].key]))
    days = columns.days[selection.rows]
    known = days[days != UNDATED]
    held = sorted(roles(catalogue, found[0].key), key=lambda role: -role.count)[:_ROLES]
    return Profile(
        found[0],
        tuple(sorted(held, key=lambda role: (role.first or dt.date.max, -role.count))),
        dt.date.fromordinal(int(known.min())) if len(known) else None,
        dt.date.fromordinal(int(known.max())) if len(known) else None,
        {facet: tuple(selection.within(facet)) for facet in ("outlet", "stance", "place", "medium")},
    )
