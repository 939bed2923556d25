"""The quotations of an answer, and where their words stand in a source.

Words are compared as :mod:`index.arabic.normal` folds them, without punctuation: a model that drops a hamza, a tatweel
or a comma has still quoted. What the reader gets are the source's own words, never the model's spelling of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.arabic.normal import fold, normalise
from index.vocabulary import Span

_CLOSERS: Final = {"«": "»", "“": "”", "„": "“", '"': '"', "‹": "›"}
_ELLIPSIS: Final = re.compile(r"\.\.\.*|…")
_WORD: Final = re.compile(r"\w+")
_CLITICS: Final = frozenset("و ف ب ل ك وب ول فل فب وك ال وال".split())
"""What may stand before the first quoted word in the source: «الميناء» is quoted from بالميناء."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of a text between quotation marks, marks included, and the runs of words in it.

    There are several where an ellipsis leaves something out: each of them must stand in the source.
    """

    span: Span
    parts: tuple[str, ...]
    closed: bool = True


def quotations(text: str) -> Iterator[Quotation]:
    """The quotations of `text`, in order; one that is never closed ends with its line."""
    at = 0
    while at < len(text):
        closer = _CLOSERS.get(text[at])
        if closer is None:
            at += 1
            continue
        end = _closed(text, at, closer)
        inside = text[at + 1 : end].removesuffix(closer)
        parts = tuple(part for part in _ELLIPSIS.split(inside) if _WORD.search(part))
        yield Quotation(Span(at, end), parts, end - at > 1 and text[end - 1] == closer)
        at = end


def locate(words: str, text: str, within: Span) -> Span | None:
    """Where the words of `words` stand together in `text`, inside `within`; None if they do not.

    >>> text = "وقالت: «لن نُغلق المينـاء، أبدًا»."
    >>> locate("لن نغلق الميناء ابدا", text, Span(0, len(text))).of(text)
    'لن نُغلق المينـاء، أبدًا'
    """
    wanted = [word for word, _ in _words(words)]
    there = _words(within.of(text))
    if not wanted:
        return None
    for first in range(len(there) - len(wanted) + 1):
        head, span = there[first]
        if not _ends_with(head, wanted[0]):
            continue
        if all(there[first + n][0] == word for n, word in enumerate(wanted) if n):
            start = span.start + _length_before(within.of(text), span, len(head) - len(wanted[0]))
            end = there[first + len(wanted) - 1][1].end
            return Span(within.start + start, within.start + end)
    return None


def _closed(text: str, start: int, closer: str) -> int:
    """Where the quotation that opens at `start` ends: after its mark, or at the line's end."""
    deep = 0
    for at in range(start + 1, len(text)):
        if text[at] == "\n":
            return at
        if text[at] == closer:
            if not deep:
                return at + 1
            deep -= 1
        elif text[at] == text[start]:
            deep += 1
    return len(text)


def _ends_with(word: str, wanted: str) -> bool:
    return word == wanted or (word.endswith(wanted) and word[: -len(wanted)] in _CLITICS)


def _length_before(text: str, word: Span, letters: int) -> int:
    """How many characters of the original the first `letters` folded ones of a word take."""
    if not letters:
        return 0
    return normalise(word.of(text)).span(0, letters).end


@lru_cache(maxsize=256)
def _words(text: str) -> Sequence[tuple[str, Span]]:
    """The folded words of `text`, and the run of it that each was read from."""
    plain = normalise(text)
    return [(m[0], plain.span(m.start(), m.end())) for m in _WORD.finditer(fold(plain.text).lower())]
