"""Highlights that overlap, as elements that nest: the way markup must open and close them, nothing of a text lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.vocabulary import Span


@dataclass(frozen=True, slots=True)
class Highlight:
    """A run to be marked, as what (`kind`: cited, also, content or cue) and as which (`number`, from 0)."""

    span: Span
    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A highlight begins here, or (`first` is False) is taken up again after another one cut it."""

    highlight: Highlight
    first: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """A highlight ends here, or is interrupted."""

    highlight: Highlight


Event = Opened | Closed | Span


def nested(length: int, highlights: Sequence[Highlight]) -> Iterator[Event]:
    """The events that mark a text of `length` characters: highlights opened and closed, and between them runs of text.

    An earlier highlight of the sequence encloses the later ones: it is never cut by them, they are cut at its ends. The
    first one is therefore always one piece. The runs are the whole text, in order. Raises ValueError for a highlight
    that leaves the text.
    """
    if outside := next((one for one in highlights if one.span.end > length), None):
        raise ValueError(f"the highlight {outside.span} leaves a text of {length} characters")
    shown = [one for one in highlights if len(one.span)]
    ends = sorted({0, length, *(offset for one in shown for offset in (one.span.start, one.span.end))})
    opened: list[Highlight] = []
    begun: set[int] = set()
    for start, end in pairwise(ends):
        active = [one for one in shown if one.span.start <= start and one.span.end >= end]
        kept = 0
        while kept < min(len(opened), len(active)) and opened[kept] is active[kept]:
            kept += 1
        yield from (Closed(one) for one in reversed(opened[kept:]))
        for one in active[kept:]:
            yield Opened(one, id(one) not in begun)
            begun.add(id(one))
        opened = active
        yield Span(start, end)
    yield from (Closed(one) for one in reversed(opened))
