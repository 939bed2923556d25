"""From the order in which a line of Arabic is painted to the order in which it is read.

A page holds glyphs at places; read from left to right, an Arabic line comes out backwards while its numbers and Latin
words do not. This undoes the reordering of the Unicode Bidirectional Algorithm (UAX #9) for one line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
# One character stands for each glyph: R Arabic, L Latin, 0 digit, s a separator within numbers, blank, n the rest.
_KEPT = re.compile(r"L(?:[L0ns ]*[L0])?|0+(?:s0+)*")
_RIGHT_TO_LEFT = re.compile(r"R(?:[R0ns ]*R)?")
_PRESENTATION = re.compile(r"[\ufb50-\ufdff\ufe70-\ufeff]+")


def letters(glyph: str) -> str:
    """The letters of a glyph: presentation forms and ligatures (U+FB50-FDFF, FE70-FEFF) taken apart."""
    return _PRESENTATION.sub(lambda match: unicodedata.normalize("NFKC", match[0]), glyph)


def logical(glyphs: Sequence[str], *, right_to_left: bool, mirrored: bool = False) -> str:
    """The text of one line from its `glyphs`, which are given from left to right as painted.

    A glyph may stand for several letters (a ligature), which are kept in their order. `right_to_left` is the
    paragraph's direction. `mirrored` says that a bracket is named by its shape, not by its meaning.
    """
    kinds = "".join(map(_kind, glyphs))
    if right_to_left:
        return "".join(_turned(glyphs, kinds, mirrored))
    pieces: list[str] = []
    at = 0
    for match in _RIGHT_TO_LEFT.finditer(kinds):
        pieces.extend(glyphs[at : match.start()])
        pieces.extend(_turned(glyphs[match.start() : match.end()], match[0], mirrored))
        at = match.end()
    return "".join([*pieces, *glyphs[at:]])


def backwards(text: str) -> bool:
    """Whether Arabic `text` reads backwards: its words end with the article's letters turned round, not begin so."""
    begin = len(re.findall(r"(?<![\u0620-\u064a])ال[\u0620-\u064a]{2}", text))
    end = len(re.findall(r"[\u0620-\u064a]{2}لا(?![\u0620-\u0652])", text))
    # Words such as "مثلا" end so by nature.
    return end > 2 * begin + 1


def is_arabic(text: str) -> bool:
    """Whether at least half of the letters of `text` are written from right to left."""
    kinds = "".join(map(_kind, text))
    return kinds.count("R") >= max(1, kinds.count("L"))


def inside_out(text: str) -> int:
    """How many more pairs of brackets close before they open than the other way round, in text put in order."""
    wrong = len(re.findall(r"\)[^()]*\(|»[^«»]*«|\][^\[\]]*\[", text))
    return wrong - len(re.findall(r"\([^()]*\)|«[^«»]*»|\[[^\[\]]*\]", text))


def _turned(glyphs: Sequence[str], kinds: str, mirrored: bool) -> list[str]:
    pieces: list[str] = []
    at = len(glyphs)
    for match in reversed(list(_KEPT.finditer(kinds))):
        pieces.extend(_flipped(glyph, mirrored) for glyph in reversed(glyphs[match.end() : at]))
        pieces.extend(glyphs[match.start() : match.end()])
        at = match.start()
    return [*pieces, *(_flipped(glyph, mirrored) for glyph in reversed(glyphs[:at]))]


def _flipped(glyph: str, mirrored: bool) -> str:
    return glyph.translate(_MIRROR) if mirrored else glyph


def _kind(glyph: str) -> str:
    first = glyph[:1]
    match unicodedata.bidirectional(first) if first else "":
        case "R" | "AL":
            return "R"
        case "L":
            return "L"
        case "EN" | "AN" if first.isdigit():
            return "0"
        case "CS":
            return "s"
    return " " if first.isspace() else "n"
