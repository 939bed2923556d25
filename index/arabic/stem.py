"""A light stemmer over folded words: it takes off clitics and inflections, so that الحكومة, وحكومتهم and حكومات meet.

Light stemming after Larkey, Ballesteros & Connell, "Light Stemming for Arabic Information Retrieval" (2007), with
clusters of clitics, the preposition ب or ل of a longer word, two rounds of suffixes, and the ت that ة becomes before a
pronoun (وزارتها). It reads *folded* letters only, so a word typed without hamza or with ه for ة gives the same stem by
construction; Snowball's stemmer, which reads the unfolded ones, loses .06 MRR on such questions (docs/benchmarks.md).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

# Longest first. A single letter is taken off only where no cluster fits.
_PREFIXES: Final = (
    *("وبال", "وكال", "ولل", "فلل", "وال", "فال", "بال", "كال"),
    *("لل", "ال", "وب", "ول", "وس", "فس"),
)
_SUFFIXES: Final = ("هما", "تان", "تين", "هم", "ها", "ات", "ان", "ون", "ين", "يه", "ه", "ي", "ا")
_PRONOUNS: Final = ("هما", "هم", "ها", "ه")
_LEFT: Final = 3  # letters that must remain: two would merge unrelated short words
_LONG: Final = 5  # letters of a word whose first ب or ل is likelier a preposition than a root


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of one folded Arabic word (see `index.arabic.normal.fold`); words without Arabic letters are kept."""
    word = _without_prefix(word)
    for _ in range(2):  # حكوماتها: ها, then ات
        suffix = next((s for s in _SUFFIXES if word.endswith(s) and len(word) - len(s) >= _LEFT), None)
        if suffix is None:
            break
        word = word[: -len(suffix)]
        if suffix in _PRONOUNS and word.endswith("ت") and len(word) > _LEFT:
            word = word[:-1]
    return word


def _without_prefix(word: str) -> str:
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEFT:
            return word[len(prefix) :]
    if word.startswith("و") and len(word) > _LEFT:
        word = word[1:]
    return word[1:] if word.startswith(("ب", "ل")) and len(word) >= _LONG else word
