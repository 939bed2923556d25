"""The words that ask, folded, by what they ask for: written Arabic, the dialects, English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from assistant.understanding.lexicon import words

_KINDS: Final = ("who", "what", "where", "when", "how_many", "why", "how", "yes_no", "which")
ASKING: Final[dict[str, str]] = {word: kind for kind in _KINDS for word in words(f"asks {kind}")}
"""What each word asks for."""
_CLITICS: Final = ("و", "ف", "ب", "ل", "ع", "وب", "ول", "فب", "فل")
_BEFORE_WHICH: Final = words("prepositions (asking)") - {"عن", "علي"}
_AFTER_WHICH: Final = words("sorts of speaker") | words("mediums") | words("occasions")
_ALONE: Final = frozenset(["ما", "عما", "مما", "من", "عم", "اما", "مني", "ش", "كميه", "مم", "جم", "لاش", "ايما"])
"""Words that ask only where a question begins, or before certain words: else they are grammar."""


@dataclass(frozen=True, slots=True)
class Asker:
    """A question word: its place among the words, what it asks for, and the clitic written to it (لأي, بكم)."""

    place: int
    kind: str
    word: str
    clitic: str = ""


def asker(place: int, word: str) -> Asker | None:
    """The question word that a folded word is, None if it is none."""
    found = _split(word)
    return Asker(place, ASKING[found[1]], found[1], found[0]) if found else None


def is_which(word: str, before: str, following: str) -> bool:
    """Whether ايه is the feminine of أي (في أية جريدة), and not what Egypt says for ماذا: folded they are one."""
    return word == "ايه" and (before in _BEFORE_WHICH or following in _AFTER_WHICH)


def is_ambiguous(word: str) -> bool:
    """Whether a question word is grammar where it does not open the question (من, ما)."""
    return word in _ALONE


@cache
def _split(word: str) -> tuple[str, str] | None:
    if word in ASKING:
        return "", word
    for clitic in sorted(_CLITICS, key=len):  # ولماذا is و and لماذا
        rest = word[len(clitic) :]
        if (
            word.startswith(clitic)
            and rest in ASKING
            and (len(rest) > 2 or rest in ("اي", "من", "كم", "ما", "وش", "شو"))
        ):
            return clitic, rest
    return None
