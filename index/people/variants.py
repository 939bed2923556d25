"""Whether two words of names are one, spelt differently: نتنياهو and نتانياهو, but not سلمان and سليمان.

An edit distance of one (Levenshtein, by rapidfuzz) from five letters on, and of these only what a newsroom varies in
one name: a vowel's letter within the word, or letters that stand for one sound. A letter at the end tells names apart
(منصور, منصوري, منصورة), and so does any difference of two words that are both known given names.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from index.statements.lexicon import given_names

_LEAST: Final = 5  # letters
_VOWELS: Final = frozenset("اويءه")
_CLASSES: Final = ("سصث", "تطث", "دذض", "ظضذز", "قكغج", "حه", "فب", "زسج", "شس", "اويهء")


def same_word(one: str, other: str) -> bool:
    """Whether two words, folded as in a name's key, are spellings of one."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LEAST or Levenshtein.distance(one, other, score_cutoff=1) > 1:
        return False
    if one in given_names() and other in given_names():
        return False
    (operation,) = Levenshtein.editops(one, other)
    if operation.tag == "replace":
        letters = {one[operation.src_pos], other[operation.dest_pos]}
        if operation.src_pos == 0 or (operation.src_pos == len(one) - 1 and letters & _VOWELS and letters != set("اه")):
            return False
        return any(letters <= set(sounds) for sounds in _CLASSES)
    longer, place = (one, operation.src_pos) if operation.tag == "delete" else (other, operation.dest_pos)
    if place == 0 or (place == len(longer) - 1):
        return False
    # A letter written twice is a slip (ماكررون); any other is a vowel that one writes and another does not.
    return longer[place] in _VOWELS or longer[place] in (longer[place - 1], longer[min(place + 1, len(longer) - 1)])


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """What is left of a word when all that spellings vary in is made one: equal for words that may be the same."""
    kept = [_SOUNDS.get(letter, letter) for letter in word if letter not in _VOWELS]
    return "".join(letter for n, letter in enumerate(kept) if n == 0 or kept[n - 1] != letter)


# Classes overlap (ث is heard as س and as ت), so letters that are joined by any of them have one sign.
_SOUNDS: Final = {**dict.fromkeys("سصثتطزدذضظجقكغش", "س"), **dict.fromkeys("حه", "ح"), **dict.fromkeys("فب", "ب")}
