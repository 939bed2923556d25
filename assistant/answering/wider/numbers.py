"""Counted nouns in Arabic: one and two by the noun itself, three to ten with the plural, eleven on in the singular."""

from __future__ import annotations

from typing import Final

from index.counted import arabic_noun

STATEMENT: Final = ("قول واحد", "قولان", "أقوال", "قولًا", "قول")
SPEAKER: Final = ("متحدّث واحد", "متحدّثان", "متحدّثين", "متحدّثًا", "متحدّث")
OF_SPEAKER: Final = ("متحدّث واحد", "متحدّثَين", "متحدّثين", "متحدّثًا", "متحدّث")
"""A noun: with one, with two, with three to ten, with eleven to ninety-nine, with whole hundreds."""


def counted(number: int, noun: tuple[str, str, str, str, str]) -> str:
    """`number` of `noun`: ``قولان``, ``5 أقوال``, ``23 قولًا``, ``207 أقوال``.

    The noun follows the last two digits: 103 is counted as 3, 101 and 102 as whole hundreds.
    """
    one, two, few, many, hundreds = noun
    if number in (1, 2):
        return (one, two)[number - 1]
    return f"{number} {arabic_noun(number, few, many, hundreds)}"
