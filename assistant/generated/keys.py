"""Opaque keys: how a language model names its sources, so that nothing it makes up points anywhere.

Numbers invite a model to count, and small ones cite by list order; a random key is either one of those given out for
this question or it is dropped. No key occurs in what the model is shown besides, so an article cannot forge one.
"""

from __future__ import annotations

import random
from collections.abc import Container, Iterator
from typing import Final

LENGTH: Final = 4
LETTERS: Final = "BCDFGHJKMNPQRSTVWXZ"
"""What a key begins with; without vowels no key is a word, without I, L and O none is misread."""
_REST: Final = LETTERS + "23456789"
NONE: Final = "NONE"
"""What a model writes between brackets where the evidence does not answer. It has vowels: no key is the same."""


class KeyMaker:
    """Gives out keys, each once, none of which occurs in `text` (all that the model will be shown).

    `chance` draws them; a seeded one makes tests repeat.
    """

    def __init__(self, text: str, chance: random.Random | None = None) -> None:
        self._text = text.upper()
        self._chance = chance or random.SystemRandom()
        self._given: set[str] = set()

    def __next__(self) -> str:
        """A new key."""
        while True:
            key = self._chance.choice(LETTERS) + "".join(self._chance.choices(_REST, k=LENGTH - 1))
            if key not in self._given and key not in self._text:
                self._given.add(key)
                return key

    def __iter__(self) -> Iterator[str]:
        return self


def read(inside: str, known: Container[str]) -> tuple[bool, list[str]]:
    """What stands between the brackets of a marker: whether it is one at all, and which of its keys are `known`.

    ``K7QF``, ``K7QF, M2XP`` and ``K7QF M2XP`` are markers; so is a small number, which models write out of habit: it
    points nowhere, and must not pass for the number of a citation. A year in brackets is text.
    """
    parts = "".join(" " if letter in ",،;؛-/" else letter for letter in inside).split()
    marker = bool(parts) and all(
        (part.isdecimal() and len(part) <= 3)
        or (len(part) == LENGTH and part.isascii() and part.isalnum() and part[0].isalpha() and _shouted(part))
        for part in parts
    )
    return marker, [part.upper() for part in parts if part.upper() in known] if marker else []


def _shouted(part: str) -> bool:
    # [hope] in an English reply is a word; a key that a model writes small has at least a digit.
    return part.isupper() or any(letter.isdigit() for letter in part)
