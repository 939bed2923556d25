"""The sentences of retrieved passages, each with its words and with the statements in it: what answers are made of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from assistant.answering.telling import FIGURE, amounts, tells_of_word
from index.arabic.analyser import may_name_month, tokens_of_word, tokens_of_words, words_of
from index.arabic.normal import clean, fold
from index.arabic.sentences import sentences
from index.people.settling import settle
from index.store import statement_records
from index.store.neighbours import compared_statements
from index.vocabulary import Article, Span, Statement

if TYPE_CHECKING:
    from assistant.retriever import Hit
    from index.store import Store
    from index.store.catalogue import Catalogue

_FIRST: Final = 400  # articles whose words are met before the first question: some tenth of a second
_WORDS: Final = 1 << 16  # words remembered


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and who said it: `person` is their key in the catalogue, `shown` their name there.

    `cosine` is that of its vector and the question's.
    """

    statement: Statement
    person: str
    shown: str
    cosine: float = 0.0


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text's words as they are matched, in order, and its length in words.

    `tells` is what its words tell (:mod:`assistant.answering.telling`), `amounts` are its figures that are no dates,
    as they stand.
    """

    words: tuple[str, ...]
    tells: int
    length: int
    amounts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a passage: the `number`-th of the passage of hit `hit`, both counted from 0.

    `said` are the statements whose words stand in it, wholly or in part.
    """

    article: Article
    article_key: int
    span: Span
    hit: int
    number: int
    analysed: Analysed
    said: tuple[Said, ...] = ()

    @property
    def text(self) -> str:
        """Its own words."""
        return self.span.of(self.article.text)


def lines(store: Store, hits: Sequence[Hit], vector: NDArray[np.float32]) -> list[Line]:
    """The sentences of the passages of `hits`, in their order. What stands in two passages comes once.

    `vector` (d,) is the question's. Raises StoreError, StoreInUseError.
    """
    said = statements_of(store, hits, vector)
    found: list[Line] = []
    seen: set[tuple[int, int]] = set()
    for place, hit in enumerate(hits):
        text, start = hit.article.text, hit.passage.span.start
        for number, inside in enumerate(_cut(hit.passage.span.of(text))):
            span = Span(start + inside.start, start + inside.end)
            if (hit.article_key, span.start) in seen:
                continue
            seen.add((hit.article_key, span.start))
            here = tuple(one for one in said[hit.article_key] if one.statement.content.overlap(span))
            found.append(Line(hit.article, hit.article_key, span, place, number, analysed(span.of(text)), here))
    return found


def statements_of(store: Store, hits: Sequence[Hit], vector: NDArray[np.float32]) -> dict[int, list[Said]]:
    """The statements in the passages of `hits`, by the key of their article, in their order.

    Each with its cosine to `vector` (d,).
    """
    settle(store.catalogue)
    sql = f"""SELECT s.key, s.article, p.person, p.shown, {statement_records.COLUMNS} FROM statements s
              JOIN names n ON n.name = s.name JOIN people p ON p.person = n.person
              WHERE s.article IN (SELECT value FROM json_each(?)) ORDER BY s.article, s.number"""
    ids = {hit.article_key: hit.article.id for hit in hits}
    passages: dict[int, list[Span]] = {key: [] for key in ids}
    for hit in hits:
        passages[hit.article_key].append(hit.passage.span)
    rows = [
        row
        for row in store.catalogue.rows(sql, (json.dumps(list(ids)),))
        if any(row[4] < passage.end and passage.start < row[5] for passage in passages[row[1]])
    ]
    cosines = compared_statements(store, vector, [row[0] for row in rows])
    found: dict[int, list[Said]] = {key: [] for key in ids}
    for key, article, person, shown, *columns in rows:
        statement = statement_records.statement(ids[article], columns)
        found[article].append(Said(statement, person, shown, cosines.get(key, 0.0)))
    return found


def meet_words(catalogue: Catalogue) -> None:
    """Analyse some articles, so that the words that most articles hold are known when the first question comes."""
    sql = "SELECT text FROM articles WHERE key % (1 + (SELECT count(*) FROM articles) / ?) = 0"
    for (text,) in catalogue.rows(sql, (_FIRST,)):
        analysed.__wrapped__(text)


def sentence_of(article: Article, span: Span) -> Span:
    """The sentence of `article` that `span` begins in."""
    return next((one for one in _cut(article.text) if one.start <= span.start < one.end), span)


@lru_cache(maxsize=1 << 14)
def analysed(text: str) -> Analysed:
    """`text` as it is matched. Kept for sentences met again: the articles asked about in a row are few."""
    words = words_of(fold(clean(text)))
    told, tokens = read_words(words)
    return Analysed(tuple(tokens), told, len(text.split()), amounts(words) if told & FIGURE else frozenset())


def read_words(words: list[str]) -> tuple[int, list[str]]:
    """What these words of a folded text tell, together, and what they are matched as, in order."""
    met = [_MET[word] for word in words]
    told = 0
    for tells, _ in met:
        told |= tells
    return told, tokens_of_words(words) if may_name_month(words) else [token for _, those in met for token in those]


class _Met(dict[str, tuple[int, tuple[str, ...]]]):
    """What each word met tells, and what it is matched as: one look where two would each go far in memory."""

    def __missing__(self, word: str) -> tuple[int, tuple[str, ...]]:
        if len(self) >= _WORDS:
            self.clear()
        met = self[word] = (tells_of_word(word), tokens_of_word(word))
        return met


_MET: Final = _Met()


@lru_cache(maxsize=1 << 12)
def _cut(text: str) -> tuple[Span, ...]:
    return tuple(sentences(text))
