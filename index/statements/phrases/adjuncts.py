"""Whether a word opens a circumstance: a preposition, an adverb, a medium or occasion with بـ or لـ."""

from __future__ import annotations

from typing import Final

from index.arabic.normal import fold
from index.statements.lexicon import given_names, nouns
from index.statements.phrases.heads import is_head, is_title
from index.statements.tokens import Tokens

_LEADING: Final = frozenset(
    fold(w) for w in "في خلال على عن من لدى عقب إثر بعد قبل أمام حول بشأن بخصوص مع عبر ضمن".split()
)


def is_adjunct(tokens: Tokens, k: int) -> bool:
    """Whether a circumstance begins at token `k`."""
    word = tokens.words[k]
    if word == "علي":
        loose = tokens.ala_with_ya or tokens.ya_with_alif  # محمد على is a man in Egypt
        return tokens.is_ala(k) and not (loose and k and tokens.words[k - 1] in given_names())
    if word in nouns("adjunct") or (word[0] == "و" and word[1:] in _LEADING):
        return True
    if (
        word[0] in "بل"
        and len(word) > 3
        and word not in tokens.surnames
        and not is_title(word)
        and not is_head(word, "organization")
    ):
        stem = word[1:]
        if word[0] == "ل" and stem in nouns("media"):
            return True
        return stem in nouns("medium") or stem in nouns("occasion") or (stem.startswith("ال") and word[0] == "ب")
    return False
