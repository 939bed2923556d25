"""Changing a text in several places at once, and knowing where every run of it went."""

from __future__ import annotations

from dataclasses import dataclass

from index.vocabulary import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """`span` of the text becomes `text`; an empty span is an insertion."""

    span: Span
    text: str


class Rewriting:
    """A text with edits that do not overlap; those at one place apply in the order given."""

    def __init__(self, text: str, edits: list[Edit]) -> None:
        self._edits = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
        pieces, at = [], 0
        for edit in self._edits:
            if edit.span.start < at:
                raise ValueError(f"two edits overlap at {edit.span.start}")
            pieces += [text[at : edit.span.start], edit.text]
            at = edit.span.end
        self.text = "".join([*pieces, text[at:]])

    def moved(self, span: Span) -> Span:
        """Where `span` of the old text stands in the new one, edits inside it included.

        What is inserted at its very start or end is not part of it.
        """
        start = span.start + sum(_growth(e) for e in self._edits if e.span.end <= span.start)
        inside = [e for e in self._edits if e.span.end <= span.end and e.span.start < span.end]
        end = span.end + sum(map(_growth, inside))
        return Span(start, min(max(start, end), len(self.text)))


def _growth(edit: Edit) -> int:
    return len(edit.text) - len(edit.span)
