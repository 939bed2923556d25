"""What a reader has chosen to look at, and the query string that says it: the address of a view is the view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal
from urllib.parse import parse_qsl, urlencode

from index.store.columns import FACETS

VIEWS: Final = ("statements", "timeline", "matrix", "exchanges", "map")
ORDERS: Final = ("newest", "oldest", "nearest")
MATCHES: Final = ("words", "meaning")
ACROSS: Final = ("topic", "place")
"""What the matrix sets speakers against."""
LONGEST_TEXT: Final = 300
_MOST_VALUES: Final = 60  # of one facet
_MOST_PAIRS: Final = 400


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen: `values` of facets (of one facet any, of several all), a text, days, and how to look at it.

    `about` is matched by its `words` or by its `meaning`; `since` and `until` are inclusive days of saying. `topics`
    are the matrix's columns where the reader names them. `page` counts from 1.
    """

    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    about: str = ""
    match: str = "words"
    since: dt.date | None = None
    until: dt.date | None = None
    order: str = "newest"
    view: str = "statements"
    across: str = "topic"
    topics: tuple[str, ...] = ()
    page: int = 1

    def of(self, facet: str) -> tuple[str, ...]:
        """The values chosen of `facet`."""
        return dict(self.values).get(facet, ())

    def having(self, facet: str, values: Iterable[str]) -> Choice:
        """The same with exactly these values of `facet`, from its first page on. Raises ValueError for no facet."""
        if facet not in FACETS:
            raise ValueError(f"{facet!r} is no facet: they are {', '.join(FACETS)}")
        every = {**dict(self.values), facet: tuple(dict.fromkeys(values))}
        return replace(self, values=tuple((name, every[name]) for name in FACETS if every.get(name)), page=1)

    def toggled(self, facet: str, value: str) -> Choice:
        """The same with `value` chosen as well, or not any more."""
        chosen = self.of(facet)
        return self.having(facet, [one for one in chosen if one != value] if value in chosen else [*chosen, value])

    def looking(self, view: str) -> Choice:
        """The same choice in another view, from its first page on."""
        return replace(self, view=view, page=1)

    @property
    def narrows(self) -> bool:
        """Whether anything is chosen at all."""
        return bool(self.values or self.about or self.since or self.until)

    @property
    def query(self) -> str:
        """The query string, without its question mark; what is as by default is left out."""
        pairs = [(facet, value) for facet, values in self.values for value in values]
        pairs += [("about", self.about)] if self.about else []
        pairs += [(name, day.isoformat()) for name, day in (("since", self.since), ("until", self.until)) if day]
        pairs += [("topic", topic) for topic in self.topics]
        for name in ("match", "order", "view", "across"):
            if (value := getattr(self, name)) != getattr(_NOTHING, name):
                pairs.append((name, value))
        pairs += [("page", str(self.page))] if self.page > 1 else []
        return urlencode(pairs, errors="replace")

    @property
    def filters(self) -> str:
        """The query string of what narrows alone: neither view, nor order, nor page."""
        return replace(self, view="statements", order="newest", page=1, topics=(), across="topic").query


_NOTHING: Final = Choice()


def parse(query: str) -> Choice:
    """The choice that a query string says. What is wrong in it is passed over: an address may be cut, or old."""
    pairs = parse_qsl(query, errors="replace", max_num_fields=None)[:_MOST_PAIRS]
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if value.strip():
            given.setdefault(name, []).append(value.strip())
    values = tuple((facet, tuple(dict.fromkeys(given[facet]))[:_MOST_VALUES]) for facet in FACETS if given.get(facet))
    since, until = _day(given, "since"), _day(given, "until")
    if since and until and until < since:
        since, until = until, since
    about = " ".join(_one(given, "about").split())[:LONGEST_TEXT]
    return Choice(
        values,
        about,
        _among(given, "match", MATCHES),
        since,
        until,
        _among(given, "order", ORDERS),
        _among(given, "view", VIEWS),
        _among(given, "across", ACROSS),
        tuple(dict.fromkeys(topic[:60] for topic in given.get("topic", ())))[:12],
        _page(given),
    )


def _one(given: Mapping[str, list[str]], name: str) -> str:
    return given.get(name, [""])[-1]


def _among(given: Mapping[str, list[str]], name: str, known: tuple[str, ...]) -> str:
    value = _one(given, name)
    return value if value in known else known[0]


def _day(given: Mapping[str, list[str]], name: Literal["since", "until"]) -> dt.date | None:
    try:
        return dt.date.fromisoformat(_one(given, name))
    except ValueError:
        return None


def _page(given: Mapping[str, list[str]]) -> int:
    page = _one(given, "page")
    return min(max(1, int(page)), 1_000_000) if page.isascii() and page.isdigit() and len(page) < 8 else 1
