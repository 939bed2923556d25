"""The place in an article that a link asks for, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.page.reader import Reader
from assistant.page.sources import wording
from index.vocabulary import Span

_OFFSET = re.compile(r"\d{1,9}", re.ASCII)
_MOST = 100  # an answer cites some ten places
_RUN = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """What a link asks for: the words `cited`, further citations (`also`, in the order of the text), or a `problem`.

    Without a place and without a problem the link is to the article as a whole.
    """

    cited: Span | None = None
    also: tuple[Span, ...] = ()
    problem: str = ""

    @property
    def citations(self) -> list[Span]:
        """All citations of the link in the order of the text, the cited words among them."""
        return sorted({*self.also, *([self.cited] if self.cited else [])})


def place(text: str, start: str | None, end: str | None, also: Sequence[str], reader: Reader) -> Place:
    """The place in `text` for the query values of a link; `reader` is told in their language what is wrong with them.

    Values of `also` (``120-156``) that are malformed, lie outside the text, or come after the hundredth are left out.
    """
    runs = [
        Span(int(run[1]), int(run[2]))
        for one in also[:_MOST]
        if (run := _RUN.fullmatch(one)) and int(run[1]) < int(run[2])
    ]
    others = tuple(sorted({span for span in runs if span.end <= len(text)}))
    if start is None and end is None:
        return Place(also=others)
    if not (start and end and _OFFSET.fullmatch(start) and _OFFSET.fullmatch(end)):
        return Place(also=others, problem=reader.say(wording.PLACE_UNREADABLE))
    first, last = int(start), int(end)
    if first >= last:
        return Place(also=others, problem=reader.say(wording.PLACE_EMPTY, start=first, end=last))
    if last > len(text):
        length = reader.count(len(text), wording.CHARACTERS)
        return Place(also=others, problem=reader.say(wording.PLACE_OUTSIDE, start=first, end=last, length=length))
    return Place(Span(first, last), others)
