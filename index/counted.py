"""How many of what: English nouns with their number, and the form that an Arabic noun has after one."""

from __future__ import annotations

_PLURALS = {"story": "stories"}


def count(number: int, noun: str) -> str:
    """`number` of `noun`, with its plural where one is due.

    >>> count(1, "article"), count(1200, "story")
    ('1 article', '1,200 stories')
    """
    return f"{number:,} {noun if number == 1 else _PLURALS.get(noun, noun + 's')}"


def arabic_noun(number: int, few: str, many: str, hundreds: str) -> str:
    """The form of an Arabic noun after `number`, by its last two digits: 3 to 10, 11 to 99, else as after a hundred.

    >>> [arabic_noun(number, "أقوال", "قولًا", "قول") for number in (5, 23, 100, 103)]
    ['أقوال', 'قولًا', 'قول', 'أقوال']
    """
    rest = number % 100
    return few if 3 <= rest <= 10 else many if rest >= 11 else hundreds
