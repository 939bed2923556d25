"""Whether a name in Latin letters is one in Arabic letters: Macron is ماكرون, and Hussein حسين but not حسن.

The two are aligned letter by letter, at a cost. A consonant has to meet one that is written for it in English or French
newsrooms; a vowel's letter meets a vowel, dearer the more they differ; a short vowel that Arabic leaves out is cheap.
Two words are one name when the cost is small for their length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_CONSONANTS: Final = {
    "ب": "b p v bb pp", "ت": "t tt", "ث": "th s t", "ج": "j g dj dg dsch gu c", "ح": "h", "خ": "kh ch h", "د": "d",
    "ذ": "dh th z d", "ر": "r", "ز": "z s", "س": "s c sc z", "ش": "sh ch sch s tch x", "ص": "s c", "ض": "d dh",
    "ط": "t", "ظ": "z dh th d", "غ": "gh g gu r", "ف": "f v ph", "ق": "q k c g gu", "ك": "k c q ck ch g qu x",
    "ل": "l", "م": "m", "ن": "n", "ه": "h",
}  # fmt: skip
_TOGETHER: Final = {
    "كس": "x",
    "تس": "z ts tz c",
    "تش": "ch tch c cz",
    "دج": "j dj",
    "جي": "gi j g",
    "كي": "qui ky",
    "نب": "mb mp",
    "وا": "oi oua wa",
    "اي": "i ai ay ei ey y",
    "لل": "l",
    "مم": "m",
}
_VOWELS: Final = {
    "ا": {"a": 0.0, "aa": 0.0, "e": 0.2, "ea": 0.2, "i": 0.4, "o": 0.3, "u": 0.25, "au": 0.2, "ai": 0.3, "ae": 0.1},
    "و": {
        **dict.fromkeys(["o", "u", "w", "ou", "oo", "ow", "aw", "au", "ew", "eau", "oe", "ue", "eu"], 0.0),
        **{"v": 0.2, "oi": 0.2, "uh": 0.1, "oh": 0.1, "uo": 0.1, "wa": 0.2},
    },
    "ي": {
        **dict.fromkeys(["i", "y", "ee", "ie", "ei", "ai", "ay", "ey", "ea", "iy", "ij"], 0.0),
        **{"e": 0.1, "j": 0.2, "eye": 0.2, "ae": 0.2, "a": 0.5},
    },
    "ع": {"": 0.1, "a": 0.0, "aa": 0.0, "e": 0.1, "i": 0.1, "o": 0.1, "u": 0.1},
}  # fmt: skip
_LAST_HA: Final = {"a": 0.0, "e": 0.0, "ah": 0.0, "eh": 0.0, "at": 0.1, "et": 0.1, "": 0.6}
_SHORT, _SHORT_FIRST, _LONG_UNWRITTEN = 0.15, 0.6, 0.6  # a vowel of the Latin name without a letter in Arabic
_SILENT_H, _SILENT_E, _SILENT_S = 0.25, 0.05, 0.4
_UNHEARD, _ENDING = 0.5, 0.9  # a vowel's letter without one in the other; the last, which tells names apart (منصوري)
_PER_LETTER, _PER_LETTER_JOINED = 0.1, 0.08  # what a letter may cost on average
_SONORANTS: Final = {"م": "n", "m": "n", "ن": "n", "n": "n", "ل": "l", "l": "l", "ر": "r", "r": "r"}
_ARTICLE: Final = re.compile(r"\b(?:[ae]l|(?:a|e)(?:s|sh|d|r|n|t|z|ch)(?=-))[\s-]+(?=\w)")
_SERVANT: Final = re.compile(r"\babd(?:[aeou]l)?[\s-]+(?:[ae]l[\s-]*)?(?=\w)|\babd[aeou]l(?=\w)")
_SERVANT_OF: Final = re.compile(r"\babd[aeou](?=(rr|ss|zz|nn|tt|dd)|ch|sh)")
_FATHER: Final = re.compile(r"\b(abo?u)[\s-]+(?:[ae]l[\s-]*)?(?=\w)")
_SON: Final = re.compile(r"\b(?:bin|ibn)\b")
_ASSIMILATED: Final = re.compile(r"^[ae]([sdrntzl])\1(?=\w{4})")


def is_latin(name: str) -> bool:
    """Whether the name is written in Latin letters."""
    return bool(re.search("[A-Za-z]", name)) and not re.search("[\u0600-\u06ff]", name)


@lru_cache(maxsize=1024)
def latin_words(name: str, assimilated: bool = False) -> tuple[str, ...]:
    """The words of a name in Latin letters, as :func:`cost` compares them: no accents, articles or doubled letters.

    `assimilated`: an article that is written into its word is read off too (Essebsi: sebsi).
    """
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ß", "ss")).lower()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub("['’‘`]", "", plain)
    for pattern, to in ((_SERVANT_OF, "abdel"), (_SERVANT, "abdel"), (_FATHER, r"\1"), (_ARTICLE, ""), (_SON, "ben")):
        plain = pattern.sub(to, plain)
    words = re.findall("[a-z]+", plain)
    if assimilated:
        words = [_ASSIMILATED.sub(r"\1", word) for word in words]
    return tuple(re.sub(r"([b-df-hj-np-tv-xz])\1", r"\1", word) for word in words)


def spelt(name: str) -> tuple[tuple[str, ...], ...]:
    """The ways to take a name in Latin letters: as it is, and with its written-in articles read off."""
    ways = (latin_words(name), latin_words(name, assimilated=True))
    return ways if ways[0] != ways[1] else ways[:1]


def cost(latin: Sequence[str], arabic: Sequence[str]) -> float | None:
    """What it costs to read the words `latin` as the words `arabic` of a name's key; None if they are no one name.

    Each word has to be the other's; where one writes together what the other divides (Nasrallah, نصر الله), the whole.
    """
    if len(latin) == len(arabic) > 1:
        each = [_word(one, other, _PER_LETTER) for one, other in zip(latin, arabic, strict=True)]
        if None not in each:
            return sum(price for price in each if price)
    least = 3 if len(latin) == len(arabic) == 1 else 5
    one, other = "".join(latin), "".join(arabic)
    if min(len(one), len(other)) < least:
        return None
    return _word(one, other, _PER_LETTER if len(latin) == len(arabic) == 1 else _PER_LETTER_JOINED)


def _word(latin: str, arabic: str, per_letter: float) -> float | None:
    if _sonorants(latin) != _sonorants(arabic):  # most are told apart by these, at no cost
        return None
    found = _aligned(latin, arabic)
    return found if found <= per_letter * max(len(arabic), len(latin) - 1) else None


def _sonorants(word: str) -> str:
    once = "".join(letter for n, letter in enumerate(word) if n == 0 or word[n - 1] != letter)
    return "".join(_SONORANTS.get(letter, "") for letter in once)


def _aligned(latin: str, arabic: str) -> float:
    """The least cost of an alignment, infinite if there is none; by dynamic programming over both words."""
    best = [[float("inf")] * (len(arabic) + 1) for _ in range(len(latin) + 1)]
    best[0][0] = 0.0
    for i in range(len(latin) + 1):
        for j in range(len(arabic) + 1):
            here = best[i][j]
            if here == float("inf"):
                continue
            for step, letters, price in _steps(latin, i, arabic, j):
                if here + price < best[i + step][j + letters]:
                    best[i + step][j + letters] = here + price
    return best[-1][-1]


def _steps(latin: str, i: int, arabic: str, j: int) -> list[tuple[int, int, float]]:
    """Ways on from place `i` of the one and `j` of the other: letters taken of each, and the price."""
    steps: list[tuple[int, int, float]] = []
    if i < len(latin):
        letter = latin[i]
        if letter in "aeiouy":
            long = latin[i : i + 2] in _LONG
            if i == len(latin) - 1:
                price = _SILENT_E if letter == "e" else _ENDING
            else:
                price = _SHORT_FIRST if i == 0 else _SHORT
            steps.append((2, 0, _LONG_UNWRITTEN) if long else (1, 0, price))
        elif letter == "h" and i > 0:
            steps.append((1, 0, _SILENT_H))
        elif letter == "s" and i == len(latin) - 1 > 3:
            steps.append((1, 0, _SILENT_S))
    if j == len(arabic):
        return steps
    sign = arabic[j]
    for length in (1, 2, 3, 4):
        part = latin[i : i + length]
        if len(part) < length:
            break
        if part in _WRITTEN.get(sign, ()):
            steps.append((length, 1, 0.0))
        if j + 1 < len(arabic) and part in _WRITTEN.get(arabic[j : j + 2], ()):
            steps.append((length, 2, 0.1))
        if (price := _VOWELS.get(sign, {}).get(part, -1.0)) >= 0:
            steps.append((length, 1, price))
        if sign == "ه" and j == len(arabic) - 1 and part in _LAST_HA:
            steps.append((length, 1, _LAST_HA[part]))
    if sign == "ا" and j == 0 and arabic[1:2] in ("و", "ي"):
        steps.append((0, 1, 0.0))  # أوباما, إيلون: one vowel, two letters
    elif sign in "اويءع":
        steps.append((0, 1, 0.1 if sign in "ءع" else _ENDING if j == len(arabic) - 1 else _UNHEARD))
    elif sign == "ه" and j == len(arabic) - 1:
        steps.append((0, 1, _LAST_HA[""]))
    return steps


_LONG: Final = frozenset("aa ee oo ou ei ie ai au ay ey".split())
_WRITTEN: Final = {sign: frozenset(written.split()) for sign, written in (_CONSONANTS | _TOGETHER).items()}
