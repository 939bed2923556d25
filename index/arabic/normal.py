"""Normalising Arabic text without losing the place: every normalised run knows the run it was read from.

What is dropped carries no word identity in news (diacritics, tatweel, zero-width and direction marks); what is mapped
is one character written in several ways (digits, Persian letters, presentation forms, spaces). Letters that tell words
apart in careful writing (أ, ى, ة) are kept: stemmer and embedder need them. :func:`fold` merges them for matching.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from index.vocabulary import Span

# U+06DD, 06DE, 06E9 and 08E2 stand among the Quranic marks but are symbols of their own, as the verse number ۝.
_MARKS: Final = frozenset(
    chr(c)
    for first, last in [(0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6ED), (0x8CA, 0x8FF)]
    for c in range(first, last + 1)
    if c not in (0x6DD, 0x6DE, 0x6E9, 0x8E2)
)
_TATWEEL: Final = "ـ"
_INVISIBLE: Final = [
    *range(0x00, 0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0),  # NUL and other controls
    0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10), 0xFEFF,
]  # fmt: skip
_SPACES: Final = [0x09, 0x0B, 0x0C, *range(0x1C, 0x20), 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_LETTERS: Final = {
    **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
    **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
    **{"٪": "%", "٫": ".", "٬": ","},
    # Typed on Persian and Urdu keyboards, the same letters to an Arab reader.
    **{"ک": "ك", "گ": "ك", "ی": "ي", "ھ": "ه", "ہ": "ه", "ە": "ه", "ۃ": "ة"},
    **{"\x85": "\n", "\u2028": "\n", "\u2029": "\n"},
}


def _table() -> dict[int, str]:
    table = dict.fromkeys([*map(ord, _MARKS), ord(_TATWEEL), *_INVISIBLE], "")
    table |= dict.fromkeys(_SPACES, " ")
    table |= {ord(letter): to for letter, to in _LETTERS.items()}
    # A lone surrogate cannot be encoded: the embedder would refuse the whole text.
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    for first, last in [(0xFB50, 0xFDFF), (0xFE70, 0xFEFE), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6)]:
        for c in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(c))
            if plain != chr(c):
                plain = plain.translate(table)
                # The isolated forms of the diacritics decompose to a space and a mark: nothing remains of them.
                table[c] = plain if plain.strip() else ""
    table[0xFE73] = ""  # the tail fragment of a letter, without a decomposition
    return table


_TABLE: Final = _table()
_WIDTH: Final = np.ones(0x110000, np.uint8)
_CODE: Final = np.arange(0x110000, dtype=np.uint32)
for _from, _to in _TABLE.items():
    _WIDTH[_from] = len(_to)
    if len(_to) == 1:
        _CODE[_from] = ord(_to)


def _class(codes: Iterable[int]) -> str:
    """A regular expression's class of these characters."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in ranges) + "]"


# Most sentences of most papers hold none of these, and are told so in a twentieth of the time.
_CHANGED: Final = re.compile(_class(_TABLE))

# Decomposed text (file names, some PDFs) writes أ as ا and a mark; the letter must survive the marks' removal.
_HAMZA: Final = re.compile("[\u0653-\u0655]")
_DECOMPOSED: Final = re.compile("([اوىيی])([\u064b-\u0652]*)([\u0653-\u0655])")
_COMPOSED: Final = {
    "ا\u0653": "آ", "ا\u0654": "أ", "ا\u0655": "إ", "و\u0654": "ؤ", "ي\u0654": "ئ", "ى\u0654": "ئ", "ی\u0654": "ئ",
}  # fmt: skip

_FOLDS: Final = (
    *(("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ئ", "ي"), ("ؤ", "و"), ("ة", "ه")),
    # Foreign sounds, as the next newspaper spells them: ڤيروس فيروس, أڭادير أكادير (Morocco), ڨفصة قفصة (Tunisia).
    *(("ڤ", "ف"), ("پ", "ب"), ("چ", "ج"), ("ژ", "ز"), ("ڭ", "ك"), ("ݣ", "ك"), ("ڨ", "ق")),
)
_FOLDED: Final = str.maketrans(dict(_FOLDS))
_LONG: Final = 12  # characters from which a text is folded letter by letter


@dataclass(frozen=True, slots=True, eq=False)
class Normal:
    """A normalised text and where each of its characters was read.

    `offsets[i]` is the index in `original` of the character that gave ``text[i]``; it never decreases.
    """

    text: str
    original: str
    offsets: npt.NDArray[np.int64]

    def span(self, start: int, end: int) -> Span:
        """The run of the original that ``text[start:end]`` was read from, with the diacritics of its last letter.

        Raises ValueError unless ``0 <= start <= end <= len(text)``.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is no run of a normalised text of {len(self.text)} characters")
        if start == end:
            place = int(self.offsets[start]) if start < len(self.text) else len(self.original)
            return Span(place, place)
        stop = int(self.offsets[end - 1]) + 1
        while stop < len(self.original) and (self.original[stop] in _MARKS or self.original[stop] == _TATWEEL):
            stop += 1
        return Span(int(self.offsets[start]), stop)


def normalise(text: str) -> Normal:
    """Normalise `text` and keep the way back.

    One ligature may give several letters (ﻻ, ﷺ); each of them maps back to the whole ligature.
    """
    plain, widths = _plain(text)
    return Normal(plain, text, np.repeat(np.arange(len(text)), widths))


def clean(text: str) -> str:
    """The normalised text alone: for the embedder and the analyser, which need no way back."""
    return _plain(text)[0] if _CHANGED.search(text) else text


def fold(text: str) -> str:
    """`text` with the spellings merged that writers mix up: أ إ آ ٱ to ا, ى and ئ to ي, ؤ to و, ة to ه.

    Foreign letters (ڤ پ چ ژ ڭ ڨ) become their Arabic neighbours. The length is kept, so offsets hold.
    Fold after stemming: stemmers recognise suffixes by the letters that this merges.
    """
    if len(text) < _LONG:
        return text.translate(_FOLDED)
    for letter, folded in _FOLDS:  # letter by letter, eight times as fast over a sentence: most are not there
        text = text.replace(letter, folded)
    return text


def _compose(match: re.Match[str]) -> str:
    base, between, mark = match.groups()
    # The mark stays and is dropped by the table, so that the length is unchanged.
    return _COMPOSED.get(base + mark, base) + between + mark


def _plain(text: str) -> tuple[str, npt.NDArray[np.uint8]]:
    """The normalised text, and how many of its characters each character of `text` gave."""
    if _HAMZA.search(text):
        text = _DECOMPOSED.sub(_compose, text)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    widths = _WIDTH[codes]
    if text and widths.max() > 1:
        return text.translate(_TABLE), widths
    # The common case, three times as fast as str.translate.
    return _CODE[codes[widths > 0]].tobytes().decode("utf-32-le"), widths
