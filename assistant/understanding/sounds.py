"""What a word sounds like, so roughly that a name has one code in Arabic letters and nearly always in Latin ones.

Vowels and h are left out; the consonants left are those that no newsroom confuses across the two scripts: labials,
dentals and sibilants, velars, ش and ج, and each of ل, ر and the nasals. Where a Latin letter may stand for two (c, g,
ch) the word has several codes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product
from typing import Final

_ARABIC: Final = {
    letter: code
    for code, letters in {"b": "بف", "n": "من", "l": "ل", "r": "ر", "d": "تثدذزسصضطظ", "k": "خغقك", "j": "جش"}.items()
    for letter in letters
}
# Each Latin letter with the codes it may have.
_LATIN: Final = {
    **{"dsch": "j", "sch": "j", "dj": "j", "dg": "j", "sh": "j", "ch": "jk", "kh": "k", "gh": "k", "ck": "k"},
    **{
        "ph": "b",
        "th": "d",
        "dh": "d",
        "ts": "d",
        "tz": "d",
        "b": "b",
        "p": "b",
        "f": "b",
        "v": "b_",
        "m": "n",
        "n": "n",
    },
    **{
        "l": "l",
        "r": "r",
        "t": "d",
        "d": "d",
        "z": "d",
        "s": "d",
        "c": "dk",
        "k": "k",
        "q": "k",
        "g": "kj",
        "j": "j",
        "x": "x",
    },
}
_LATIN_LETTER: Final = re.compile("|".join(sorted(_LATIN, key=len, reverse=True)))
_TWICE: Final = re.compile(r"(.)\1+")
_MOST: Final = 16  # codes of one Latin word


def of_arabic(word: str) -> str:
    """The code of a folded Arabic word."""
    return _TWICE.sub(r"\1", "".join(_ARABIC.get(letter, "") for letter in word))


@lru_cache(maxsize=1024)
def of_latin(word: str) -> frozenset[str]:
    """The codes that a word in Latin letters may have; a final s may be silent."""
    found = {word, word[:-1]} if word.endswith("s") and len(word) > 4 else {word}
    return frozenset(code for one in found for code in _codes(one))


def _codes(word: str) -> list[str]:
    letters = [_LATIN[match.group()] for match in _LATIN_LETTER.finditer(word)]
    ways = ("".join(way).replace("_", "").replace("x", "kd") for way in islice(product(*letters), _MOST))
    return [_TWICE.sub(r"\1", way) for way in ways]
