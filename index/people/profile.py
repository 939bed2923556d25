"""What a catalogue knows of one person: what they were called and when, and how their statements are spread."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.arabic.normal import clean, fold

if TYPE_CHECKING:
    from index.store.database import Database


@dataclass(frozen=True, slots=True)
class Role:
    """A title somebody was given, with its organisation if it is told apart: from when to when, and how often."""

    role: str
    organization: str
    first: dt.date | None
    last: dt.date | None
    count: int


def roles(catalogue: Database, person: str) -> list[Role]:
    """The roles in which the person (their key) spoke, in the order of their first days; spellings of one are one."""
    sql = """SELECT s.role, s.organization, min(s.day), max(s.day), count(*) FROM statements s
             WHERE s.name IN (SELECT name FROM names WHERE person = ?) AND (s.role <> '' OR s.organization <> '')
             GROUP BY s.role, s.organization ORDER BY count(*) DESC, s.role, s.organization"""
    found: dict[str, Role] = {}
    for role, organization, first, last, count in catalogue.rows(sql, (person,)):
        key = " ".join(fold(clean(f"{role} {organization}")).split())
        new = Role(role, organization, _day(first), _day(last), count)
        found[key] = _joined(found[key], new) if key in found else new
    return sorted(found.values(), key=lambda role: (role.first or dt.date.max, -role.count))


def _joined(one: Role, other: Role) -> Role:
    firsts = [day for day in (one.first, other.first) if day]
    lasts = [day for day in (one.last, other.last) if day]
    return Role(
        one.role,
        one.organization,
        min(firsts, default=None),
        max(lasts, default=None),
        one.count + other.count,
    )


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None
