"""Whether a word opens a phrase that names a source, with the words beside it looked at."""

from __future__ import annotations

from typing import Final

from index.arabic.normal import fold
from index.statements.lexicon import nouns
from index.statements.morphology import bare
from index.statements.phrases.heads import is_head, is_title
from index.statements.phrases.names import begins_name
from index.statements.tokens import Tokens

_KIN: Final = frozenset(fold(w) for w in "أم أب أخ جد ابن".split())


def titled(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a title here: not the adjective in مؤتمر صحفي."""
    word = tokens.words[k]
    if not is_title(word):
        return False
    previous = tokens.words[k - 1] if k else ""
    if word in _KIN:
        return begins_name(tokens, k + 1, len(tokens))  # not the letters of "إف إم"
    return word.startswith("ال") or not (
        bare(previous) in nouns("occasion") | nouns("medium") or previous in nouns("medium")
    )


def nameable(tokens: Tokens, i: int) -> bool:
    """Whether a source may begin at token `i`: a title, a given name, a body, a document, an anonymous source."""
    if i >= len(tokens):
        return False
    word = tokens.words[i]
    return (
        is_title(word)
        or begins_name(tokens, i, len(tokens))
        or word in tokens.surnames
        or any(is_head(word, section) for section in ("organization", "media", "anonymous", "document"))
    )
