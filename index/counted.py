"""How many of what, as English has it."""

from __future__ import annotations

_PLURALS = {"story": "stories"}


def count(number: int, noun: str) -> str:
    """`number` of `noun`, with its plural where one is due.

    >>> count(1, "article"), count(1200, "story")
    ('1 article', '1,200 stories')
    """
    return f"{number:,} {noun if number == 1 else _PLURALS.get(noun, noun + 's')}"
