"""The words that questions are read by: words.txt, folded when read, by the rule that uses them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from index.arabic.normal import fold


def words(section: str) -> frozenset[str]:
    """The folded words and phrases of one section of words.txt. Raises KeyError for a section that is not there."""
    return frozenset(_sections()[section])


def either(section: str) -> str:
    """A regular expression for any phrase of a section, the longest first. Raises KeyError as :func:`words`."""
    return "|".join(sorted(_sections()[section], key=len, reverse=True))


@cache
def _sections() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (files(__name__) / "words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip()[1:-1], [])
        elif not line.startswith("#"):
            current += [fold(word).lower().replace("_", " ") for word in line.split()]
    return {section: tuple(dict.fromkeys(words)) for section, words in found.items()}
