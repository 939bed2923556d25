"""A light stemmer over folded words: it takes off clitics and inflections, so that الحكومة, وحكومتهم and حكومات meet.

Light stemming after Larkey, Ballesteros & Connell, "Light Stemming for Arabic Information Retrieval" (2007), with
clusters of clitics, a lone و ب ل where the word without it is common enough to be the word meant, two rounds of
suffixes, and the ت that ة becomes before a pronoun (وزارتها). It reads *folded* letters only, so a word typed without
hamza or with ه for ة gives the same stem by construction; Snowball's stemmer, which reads the unfolded ones, loses .06
MRR on such questions (docs/benchmarks.md).
"""

from __future__ import annotations

import re
from typing import Final

from index.arabic.frequency import rates

_LEFT: Final = 3  # letters that must remain: two would merge unrelated short words
# Longest first. A single letter is taken off only where no cluster fits.
_PREFIX: Final = re.compile(rf"(?:وبال|وكال|ولل|فلل|وال|فال|بال|كال|لل|ال|وب|ول|وس|فس)(?=.{{{_LEFT}}})", re.DOTALL)
_SUFFIXES: Final = frozenset("هما تان تين هم ها ات ان ون ين يه ه ي ا".split())
_LONGEST: Final = 3  # letters of a suffix
_PRONOUNS: Final = ("هما", "هم", "ها", "ه")
_LONG: Final = 5  # letters of a word whose first ب or ل may be a preposition


def stem(word: str) -> str:
    """The stem of one folded Arabic word (see `index.arabic.normal.fold`); words without Arabic letters are kept."""
    word = _without_prefix(word)
    for _ in range(2):  # حكوماتها: ها, then ات
        suffix = _suffix(word)
        if not suffix:
            break
        word = word[: -len(suffix)]
        if suffix in _PRONOUNS and word.endswith("ت") and len(word) > _LEFT:
            word = word[:-1]
    return word


def _suffix(word: str) -> str:
    """The longest suffix that leaves enough of the word; empty where there is none."""
    for length in range(min(_LONGEST, len(word) - _LEFT), 0, -1):
        if word[-length:] in _SUFFIXES:
            return word[-length:]
    return ""


def _without_prefix(word: str) -> str:
    if prefix := _PREFIX.match(word):
        return word[prefix.end() :]
    if word.startswith("و") and len(word) > _LEFT and _is_clitic(word, 1.0):
        word = word[1:]
    if word.startswith(("ب", "ل")) and len(word) >= _LONG and _is_clitic(word, 0.5):
        word = word[1:]
    return word


def _is_clitic(word: str, ratio: float) -> bool:
    # وقال: قال is commoner; وزارة: زارة is not. A word nobody knows is a name or an inflection, oftener with a clitic.
    known = rates()
    return known.get(word[1:], 0.0) >= ratio * known.get(word, 0.0)
