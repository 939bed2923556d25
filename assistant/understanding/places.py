"""Names of countries and cities in a question."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from assistant.understanding.typed import Typed
from index.statements.lexicon import places

_CLITICS: Final = ("", "ب", "ل", "و", "ف")
_LEAST: Final = 3  # letters of a place


def places_in(typed: Typed, taken: Collection[int]) -> list[tuple[str, int]]:
    """The places named, as typed but without a clitic, each with where it stands; words in `taken` name none."""
    found = []
    for n, word in enumerate(typed.words):
        if n in taken:
            continue
        for clitic in _CLITICS:
            rest = word.folded[len(clitic) :]
            if not word.folded.startswith(clitic) or len(rest) < _LEAST:
                continue
            if rest in places() or rest.removeprefix("ال") in places():
                found.append((word.typed[len(clitic) :], n))
                break
    return found
