"""Whether a sentence gives its words to the one who said them: the error that costs a newsroom most.

A name that occurs in the evidence may still be the wrong one: two people speak in most articles. The extractor reads
the model's sentence as it reads an article, and what it finds there is held against the statements of what is cited.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.generated.evidence import Source
from index.arabic.analyser import tokens
from index.arabic.normal import fold
from index.people import keys
from index.statements.extract import extract
from index.statements.phrases.heads import is_title
from index.vocabulary import Article, Span, Statement

_SAME: Final = 0.6
"""Share of the words said that a statement of the source must have to be the one that is told."""
_FEWEST: Final = 3  # words said by which a statement can be recognised


def misattributed(text: str, sources: Sequence[Source]) -> list[Span]:
    """Where `text` names a speaker of words that, in each statement of `sources` that has them, somebody else says."""
    held = [(source, one) for source in sources for one in (*source.said, *filter(None, [source.statement]))]
    if not held or not text.strip():
        return []
    wrong = []
    for told in extract(Article(text)):
        words = frozenset(tokens(told.content.of(text)))
        if told.mention is None or told.kind != "person" or len(words) < _FEWEST:
            continue
        same = [one for source, one in held if _share(words, one, source) >= _SAME]
        # A minister without a name may be anybody.
        if same and all(_is_named(one) and not _names(told) & _names(one) for one in same):
            wrong.append(told.mention)
    return wrong


def _share(words: frozenset[str], one: Statement, source: Source) -> float:
    return len(words & frozenset(tokens(one.content.of(source.article.text)))) / len(words)


def _is_named(one: Statement) -> bool:
    return one.kind == "person" and not is_title(fold(one.speaker).split()[0])


def _names(one: Statement) -> frozenset[str]:
    """The words by which its speaker may be called: name, office, body, and who relays it."""
    called = (one.speaker, one.role, one.organization, one.via)
    return frozenset(word for name in called if name for word in keys.words(name))
