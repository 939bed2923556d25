"""Finding a person of the catalogue by a name as somebody types it: any spelling, a part, or Latin letters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.people.keys import name_key, words
from index.people.latin import cost, is_latin, spelt
from index.people.resolution import is_part
from index.people.settling import settle
from index.people.variants import same_word

if TYPE_CHECKING:
    from index.store.database import Database

_MARGIN: Final = 0.1  # names whose Latin spelling costs so much more than the best one's are others


@dataclass(frozen=True, slots=True)
class NameUse:
    """One of a person's names: how often it stands with a statement, and how it is known to be theirs.

    `basis` is name (their own), spelling, part (of a fuller name) or user (who decided so).
    """

    key: str
    spelling: str
    count: int
    basis: str


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A person or organisation of the catalogue: `shown` is their name, `count` the number of their statements."""

    key: str
    shown: str
    kind: str
    count: int
    names: tuple[NameUse, ...]


def find(catalogue: Database, name: str, *, widely: bool = False) -> list[PersonFound]:
    """Those whom `name` may mean, the most quoted first; one alone where it is exactly one's name, unless `widely`.

    Without an exact match, or widely: spellings and parts of names in Arabic letters, and what Latin letters may spell.
    """
    settle(catalogue)
    key = name_key(name)
    exact = {row[0] for row in catalogue.rows("SELECT person FROM names WHERE name = ?", (key,))}
    if exact and not widely:
        return people(catalogue, exact)
    every = catalogue.rows("SELECT name, person FROM names")
    if is_latin(name):
        return people(catalogue, exact | _latin(name, every))
    wanted = words(name)
    return people(catalogue, exact | {person for known, person in every if may_mean(wanted, tuple(known.split()))})


def people(catalogue: Database, keys: Iterable[str]) -> list[PersonFound]:
    """The people with these keys, the most quoted first; keys of nobody are passed over."""
    sql = """SELECT p.person, p.shown, p.kind, n.name, n.spelling, n.basis,
                    (SELECT count(*) FROM statements s WHERE s.name = n.name)
             FROM people p JOIN names n ON n.person = p.person WHERE p.person IN (SELECT value FROM json_each(?))"""
    grouped: dict[tuple[str, str, str], list[NameUse]] = {}
    for person, shown, kind, key, spelling, basis, count in catalogue.rows(sql, (json.dumps(list(keys)),)):
        grouped.setdefault((person, shown, kind), []).append(NameUse(key, spelling, count, basis))
    found = [
        PersonFound(
            *person, sum(name.count for name in names), tuple(sorted(names, key=lambda one: (-one.count, one.key)))
        )
        for person, names in grouped.items()
    ]
    return sorted(found, key=lambda person: (-person.count, person.key))


def may_mean(wanted: Sequence[str], known: Sequence[str]) -> bool:
    """Whether the words of a name as typed may mean the `known` one: they spell it, or are a part that it ends with."""
    if len(wanted) == len(known):
        return all(same_word(one, other) for one, other in zip(wanted, known, strict=True))
    return bool(wanted) and is_part(wanted, known)


def latin_cost(name: str, known: Sequence[str]) -> float | None:
    """The least that it costs to read `name`, in Latin letters, as the words of a `known` one, or as its end.

    None if it is not that name.
    """
    ends = [known[place:] for place in range(len(known))]
    if len(known) > 2:
        ends.append((known[0], known[-1]))
    prices = [price for way in spelt(name) for end in ends if (price := cost(way, end)) is not None]
    return min(prices, default=None)


def _latin(name: str, every: Sequence[tuple[str, str]]) -> set[str]:
    prices: dict[str, float] = {}
    for known, person in every:
        if (price := latin_cost(name, tuple(known.split()))) is not None:
            prices[person] = min(price, prices.get(person, price))
    best = min(prices.values(), default=0.0)
    return {person for person, price in prices.items() if price <= best + _MARGIN}
