"""The sentences of retrieved passages, each with its words and with the statements in it: what answers are made of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from index.arabic.analyser import tokens
from index.arabic.normal import clean, fold
from index.arabic.sentences import sentences
from index.people.settling import settle
from index.store import statement_records
from index.vocabulary import Article, Span, Statement

if TYPE_CHECKING:
    from assistant.retriever import Hit
    from index.store.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and who said it: `person` is their key in the catalogue, `shown` their name there."""

    statement: Statement
    person: str
    shown: str


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text's words as they are matched, in order, the text folded, and its length in words."""

    words: tuple[str, ...]
    folded: str
    length: int


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


def lines(catalogue: Catalogue, hits: Sequence[Hit]) -> list[Line]:
    """The sentences of the passages of `hits`, in their order. What stands in two passages comes once."""
    said = statements_of(catalogue, {hit.article_key: hit.article for hit in hits})
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


def statements_of(catalogue: Catalogue, articles: dict[int, Article]) -> dict[int, list[Said]]:
    """The statements of these articles (by key), in their order."""
    settle(catalogue)
    sql = f"""SELECT s.article, p.person, p.shown, {statement_records.COLUMNS} FROM statements s
              JOIN names n ON n.name = s.name JOIN people p ON p.person = n.person
              WHERE s.article IN (SELECT value FROM json_each(?)) ORDER BY s.article, s.number"""
    found: dict[int, list[Said]] = {key: [] for key in articles}
    for key, person, shown, *columns in catalogue.rows(sql, (json.dumps(list(articles)),)):
        found[key].append(Said(statement_records.statement(articles[key].id, columns), person, shown))
    return found


@lru_cache(maxsize=1 << 14)
def analysed(text: str) -> Analysed:
    """`text` as it is matched. Kept for sentences met again: the articles asked about in a row are few."""
    return Analysed(tuple(tokens(text)), fold(clean(text)), len(text.split()))


@lru_cache(maxsize=1 << 12)
def _cut(text: str) -> tuple[Span, ...]:
    return tuple(sentences(text))
