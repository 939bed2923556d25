"""What became of one file or address that was to be added: the counts, and each rejection with its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from index.ingest import Fate
from index.vocabulary import Rejection

LISTED = 100
"""Rejections and notices that are kept of a source; further ones are only counted."""


@dataclass(frozen=True, slots=True)
class Report:
    """On the source called `name`. `duplicate` counts those of the added whose very text was there under another id.

    `notices` tell of articles that were read with a flaw; their places are written as in a rejection.
    """

    name: str
    state: Literal["waiting", "reading", "done"] = "waiting"
    added: int = 0
    duplicate: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    rejections: tuple[Rejection, ...] = ()
    notices: tuple[Rejection, ...] = ()

    def counting(self, fate: Fate, rejection: Rejection | None = None) -> Report:
        """The report with one more item in it."""
        counts = {fate: getattr(self, fate) + 1}
        if fate == "duplicate":
            counts["added"] = self.added + 1
        kept = self.rejections
        if rejection is not None and len(kept) < LISTED:
            kept = (*kept, rejection)
        return replace(self, rejections=kept, **counts)

    def noticing(self, notice: Rejection) -> Report:
        """The report with one more notice in it."""
        return self if len(self.notices) >= LISTED else replace(self, notices=(*self.notices, notice))
