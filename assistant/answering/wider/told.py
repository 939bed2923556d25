"""A statement that an answer tells, with the other articles that carry the same words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from assistant.answering.lines import Line, Said, analysed
from index.vocabulary import Article, Span

if TYPE_CHECKING:
    import datetime as dt

    from index.store.statements import StatementHit

_COPY: Final = 0.7
"""Share of their words in common (Jaccard) from which two statements of one speaker are one, printed twice."""
_PART: Final = 0.9  # of the shorter one's words in the longer: an outlet has cut it
_SHORTEST: Final = 4  # words; of fewer a cut cannot be told from another statement
_WHOLE: Final = frozenset('.!؟?"”»')


@dataclass(frozen=True, slots=True)
class Retold:
    """A statement found; `meets` is how far it is about what is asked (0 to 1), `also_in` its copies' articles."""

    hit: StatementHit
    meets: float = 1.0
    also_in: tuple[Article, ...] = ()

    @property
    def article(self) -> Article:
        """The article that is cited."""
        return self.hit.article

    @property
    def day(self) -> dt.date | None:
        """The day of saying where the article tells it, else the article's."""
        return self.hit.statement.said_on or self.hit.article.date

    @property
    def said(self) -> Said:
        """The statement with its speaker."""
        return Said(self.hit.statement, self.hit.speaker, self.hit.shown)

    @property
    def words(self) -> frozenset[str]:
        """Its analysed words."""
        return _words(self.hit.content)

    def line(self) -> Line:
        """Its words as a line to take an excerpt from."""
        span = trimmed(self.article.text, self.hit.statement.content)
        return Line(self.article, 0, span, 0, 0, analysed(span.of(self.article.text)), (self.said,))


def trimmed(text: str, span: Span) -> Span:
    """`span` without blanks at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))


def apart(found: Iterable[Retold], *, per_article: int = 0) -> list[Retold]:
    """`found` in order, copies of one statement joined to the first; at most `per_article` of one article (0: all)."""
    kept: list[Retold] = []
    taken: dict[str, int] = {}
    for one in found:
        first = next((n for n, other in enumerate(kept) if same(one, other)), None)
        if first is not None:
            held = kept[first]
            if one.article.id not in {held.article.id, *(copy.id for copy in held.also_in)}:
                kept[first] = replace(held, also_in=(*held.also_in, one.article))
            continue
        if per_article and taken.get(one.article.id, 0) >= per_article:
            continue
        taken[one.article.id] = taken.get(one.article.id, 0) + 1
        kept.append(one)
    return kept


def same(one: Retold, other: Retold) -> bool:
    """Whether two statements are one that was printed twice, or that one article quotes twice."""
    if one.hit.speaker != other.hit.speaker:
        return False
    if one.article.id == other.article.id and one.hit.statement.content.overlap(other.hit.statement.content):
        return True
    shared, shorter = len(one.words & other.words), min(len(one.words), len(other.words))
    return shared >= _COPY * len(one.words | other.words) or (shorter >= _SHORTEST and shared >= _PART * shorter)


@lru_cache(maxsize=1 << 12)
def _words(content: str) -> frozenset[str]:
    return frozenset(analysed(content).words)
