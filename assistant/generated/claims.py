"""The sentences of a model's reply, and the sources that each of them names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.arabic.analyser import tokens
from index.arabic.sentences import sentences
from index.vocabulary import Span

_FEWEST: Final = 3  # content words of a sentence that claims something: "نعم." and "وفي التفاصيل:" do not
_BULLETS: Final = "-–•*·.)( 0123456789٠١٢٣٤٥٦٧٨٩\t"


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of the reply: its run, and the markers that belong to it as (offset, key)."""

    span: Span
    pointers: tuple[tuple[int, str], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The sources it names, each once, in order."""
        return tuple(dict.fromkeys(key for _, key in self.pointers))


def claims(text: str, pointers: Sequence[tuple[int, str]]) -> list[Claim]:
    """The sentences of `text` with their markers.

    A marker belongs to the sentence it stands in, or before it; one that opens a line belongs to what follows on it.
    """
    spans = sentences(text)
    if not spans:
        return []
    of: list[list[tuple[int, str]]] = [[] for _ in spans]
    for offset, key in pointers:
        of[_sentence(text, spans, offset)].append((offset, key))
    return [Claim(span, tuple(found)) for span, found in zip(spans, of, strict=True)]


def says_something(text: str) -> bool:
    """Whether a sentence makes a claim that needs a source: a question and the line above a list do not.

    >>> says_something("وفيما يلي أبرز التصريحات بهذا الشأن:"), says_something("نفت الوزارة وقف الدعم.")
    (False, True)
    """
    return len(tokens(text)) >= _FEWEST and not text.rstrip().endswith((":", "؟", "?"))


def _sentence(text: str, spans: Sequence[Span], offset: int) -> int:
    line = text.rfind("\n", 0, offset) + 1
    opens = not text[line:offset].strip(_BULLETS)
    if opens:
        for number, span in enumerate(spans):
            words = any(letter.isalnum() for letter in span.of(text))
            if words and span.end > offset and "\n" not in text[offset : max(offset, span.start)]:
                return number
    return max((number for number, span in enumerate(spans) if span.start < offset), default=0)
