"""Full text: which passages and articles share words with a question, ranked by BM25. Derived from the catalogue.

Three indexes of Tantivy, of passages (with title and day), articles and statements, over the analyser's words. BM25 as
in Robertson & Zaragoza 2009 (k1 = 1.2, b = .75), lengths to about 5 %. Tantivy skips what cannot be among the best
(block WAND: Ding & Suel, "Faster top-k document retrieval using block-max indexes", 2011), so that common words cost
little; SQLite's FTS5 looks at every text that holds one (docs/benchmarks.md).

The catalogue notes every change in the same transaction (`words_due`) and drops the note once it is on disk here. So a
kill at any moment loses nothing: what was not dropped is done again, to the same end.
"""

from __future__ import annotations

import datetime as dt
import math
import threading
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Final

import tantivy
from tantivy import Document, Occur, Query

from index.store.catalogue import Catalogue, WordsDue
from index.store.periods import periods_between, periods_with
from index.vocabulary import EVERYTHING, Filters

_BATCH: Final = 2000  # articles written at once
_HEAP: Final = 30_000_000  # bytes that a writer gathers before it writes a segment
_BITS: Final = 20  # words told apart by one score; a 32-bit float holds 24 bits exactly
_LEAST: Final = 1e-6  # what a word that most texts hold still counts, so that it is a match at all


class Words:
    """The full text in the folder `path`, made if absent, brought up to date with `catalogue` before every search.

    Threads may share it; processes may not (see `index.store.lock`). Raises ValueError for a folder that is damaged.
    """

    def __init__(self, path: Path, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._writing = threading.Lock()
        self._caught_up: tuple[int, int] | None = None  # the catalogue as it was when nothing was due
        self._passages = _open(path / "passages")
        self._articles = _open(path / "articles")
        self._statements = _open(path / "statements")

    def passages_with(self, words: Sequence[str], count: int, filters: Filters = EVERYTHING) -> list[tuple[int, float]]:
        """The `count` passages (their keys) that match any of the analysed `words` best, each with its BM25."""
        return self._search(self._passages, words, count, filters)

    def articles_with(self, words: Sequence[str], count: int, filters: Filters = EVERYTHING) -> list[tuple[int, float]]:
        """The `count` articles (their keys) that match any of the analysed `words` best, each with its BM25."""
        return self._search(self._articles, words, count, filters)

    def statements_with(
        self, words: Sequence[str], count: int, among: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The `count` statements (their keys) that match any of the analysed `words` best, each with its BM25.

        Only those `among` these keys, if they are given.
        """
        return self._search(self._statements, words, count, EVERYTHING, among)

    def rarity(self, words: Iterable[str]) -> dict[str, float]:
        """How much each word tells texts apart: its inverse document frequency over the passages, ln(1 + N / n).

        A word that no passage holds is as rare as one that a single passage holds.
        """
        self.catch_up()
        searcher = self._passages.searcher()
        total = searcher.num_docs
        return {word: math.log(1 + total / max(1, searcher.doc_freq("words", word))) for word in dict.fromkeys(words)}

    def held(self, words: Iterable[str], articles: Collection[int]) -> dict[int, frozenset[str]]:
        """Which of the analysed `words` each of these articles (their keys) holds, in title, body or day."""
        return self._held(self._articles, words, articles)

    def held_by_passages(self, words: Iterable[str], passages: Collection[int]) -> dict[int, frozenset[str]]:
        """Which of the analysed `words` each of these passages (their keys) holds, in title, body or day."""
        return self._held(self._passages, words, passages)

    def held_by_statements(self, words: Iterable[str], statements: Collection[int]) -> dict[int, frozenset[str]]:
        """Which of the analysed `words` each of these statements (their keys) holds."""
        return self._held(self._statements, words, statements)

    def catch_up(self) -> None:
        """Take over from the catalogue what has changed; nearly free where nothing has."""
        changes = self._catalogue.changes()
        if changes == self._caught_up:
            return
        if not self._catalogue.owes_words():
            self._caught_up = changes
            return
        with self._writing:
            while due := self._catalogue.words_due(_BATCH):
                for index, documents in (
                    (self._passages, _passages),
                    (self._articles, _articles),
                    (self._statements, _statements),
                ):
                    writer = index.writer(heap_size=_HEAP, num_threads=1)
                    # What stood under these articles; by a query, since by term Tantivy 0.27 finds no unsigned number.
                    replaced = Query.term_set_query(index.schema, "article", [change.article for change in due])
                    writer.delete_documents_by_query(replaced)
                    for document in (document for change in due for document in documents(change)):
                        writer.add_document(document)
                    writer.commit()
                    writer.wait_merging_threads()
                    index.reload()
                self._catalogue.forget_words_due(change.number for change in due)

    def keys(self) -> tuple[set[int], set[int]]:
        """The keys of all passages and of all articles in it, as far as it is up to date."""
        passages, articles = (
            {key for key, _ in _hits(index.searcher(), Query.all_query(), index.searcher().num_docs)}
            for index in (self._passages, self._articles)
        )
        return passages, articles

    def statement_keys(self) -> set[int]:
        """The keys of all statements in it, as far as it is up to date."""
        searcher = self._statements.searcher()
        return {key for key, _ in _hits(searcher, Query.all_query(), searcher.num_docs)}

    def counts(self) -> tuple[int, int]:
        """How many passages and how many statements are in it, as far as it is up to date."""
        return int(self._passages.searcher().num_docs), int(self._statements.searcher().num_docs)

    def share(self, filters: Filters) -> float:
        """About which share of the articles passes `filters`, as if outlets and days were independent of each other."""
        searcher = self._articles.searcher()
        every = max(1, searcher.num_docs)
        share = min(1.0, len(filters.articles) / every) if filters.articles else 1.0
        for field, terms in (("source", filters.sources), ("days", _periods(filters))):
            if terms:
                share *= min(1.0, sum(searcher.doc_freq(field, term) for term in terms) / every)
        return share

    def _held(self, index: tantivy.Index, words: Iterable[str], keys: Collection[int]) -> dict[int, frozenset[str]]:
        self.catch_up()
        schema, wanted = index.schema, list(dict.fromkeys(words))
        among = (Occur.Must, Query.const_score_query(Query.term_set_query(schema, "key", list(keys)), 0.0))
        found: dict[int, set[str]] = {key: set() for key in keys}
        for start in range(0, len(wanted) if keys else 0, _BITS):
            some = wanted[start : start + _BITS]
            # One search tells all: the n-th word scores 2^n, and of the sum each bit says whether a word is there.
            each = [
                (Occur.Should, Query.const_score_query(_word(schema, w), float(1 << n))) for n, w in enumerate(some)
            ]
            query = Query.boolean_query([among, (Occur.Must, Query.boolean_query(each))])
            for key, score in _hits(index.searcher(), query, len(keys)):
                found[key].update(word for n, word in enumerate(some) if int(score) >> n & 1)
        return {key: frozenset(held) for key, held in found.items()}

    def _search(
        self,
        index: tantivy.Index,
        words: Sequence[str],
        count: int,
        filters: Filters,
        among: Collection[int] | None = None,
    ) -> list[tuple[int, float]]:
        if not words:
            return []
        self.catch_up()
        schema = index.schema
        searcher = index.searcher()
        any_word = Query.boolean_query(
            [(Occur.Should, _weighed(searcher, schema, word)) for word in dict.fromkeys(words)]
        )
        narrowing = self._narrowing(schema, filters)
        if among is not None:
            narrowing.append(Query.term_set_query(schema, "key", list(among)) if among else Query.empty_query())
        narrowed = [(Occur.Must, Query.const_score_query(one, 0.0)) for one in narrowing]
        query = Query.boolean_query([(Occur.Must, any_word), *narrowed]) if narrowed else any_word
        return _hits(searcher, query, count)

    def _narrowing(self, schema: tantivy.Schema, filters: Filters) -> list[Query]:
        conditions = []
        if filters.sources:
            outlets = [Query.term_query(schema, "source", source, "basic") for source in filters.sources]
            conditions.append(Query.boolean_query([(Occur.Should, outlet) for outlet in outlets]))
        if filters.articles:
            keys = self._catalogue.keys_of_articles(filters.articles)
            conditions.append(Query.term_set_query(schema, "article", keys) if keys else Query.empty_query())
        if periods := _periods(filters):
            days = [Query.term_query(schema, "days", period, "basic") for period in periods]
            conditions.append(Query.boolean_query([(Occur.Should, day) for day in days]))
        return conditions


def _periods(filters: Filters) -> list[str]:
    if not (filters.since or filters.until):
        return []
    return periods_between(filters.since or dt.date.min, filters.until or dt.date.max)


def _open(path: Path) -> tantivy.Index:
    path.mkdir(parents=True, exist_ok=True)
    schema = tantivy.SchemaBuilder()
    schema.add_unsigned_field("key", indexed=True, fast=True)
    schema.add_unsigned_field("article", indexed=True)
    schema.add_text_field("days", tokenizer_name="whitespace", index_option="basic")  # its day, month, year, ...
    schema.add_text_field("source", tokenizer_name="raw", index_option="basic")
    schema.add_text_field("words", tokenizer_name="whitespace", index_option="freq")  # analysed already
    return tantivy.Index(schema.build(), path=str(path))


def _word(schema: tantivy.Schema, word: str) -> Query:
    return Query.term_query(schema, "words", word, "freq")


def _weighed(searcher: tantivy.Searcher, schema: tantivy.Schema, word: str) -> Query:
    """A word with Robertson's own weight, ln((N - n + .5) / (n + .5)).

    Tantivy adds 1 inside the logarithm, so that no weight falls below nothing, which makes common words count for more.
    """
    n = searcher.doc_freq("words", word)
    odds = (searcher.num_docs - n + 0.5) / (n + 0.5)
    return Query.boost_query(_word(schema, word), max(_LEAST, math.log(max(odds, 1.0)) / math.log1p(max(odds, 1.0))))


def _hits(searcher: tantivy.Searcher, query: Query, count: int) -> list[tuple[int, float]]:
    """The keys of the best `count` documents, each with its score."""
    if not count:
        return []
    hits = searcher.search(query, limit=count, count=False).hits
    keys = searcher.fast_field_values("key", [address for _, address in hits])
    return [(int(key or 0), float(score)) for key, (score, _) in zip(keys, hits, strict=True)]


def _passages(change: WordsDue) -> list[Document]:
    if change.words is None:
        return []
    title, _, day = change.words
    return [_document(change, key, f"{title} {body} {day}") for key, body in change.passages]


def _articles(change: WordsDue) -> list[Document]:
    return [_document(change, change.article, " ".join(change.words))] if change.words else []


def _statements(change: WordsDue) -> list[Document]:
    return [_document(change, key, words) for key, words in change.statements]


def _document(change: WordsDue, key: int, words: str) -> Document:
    document = Document()
    document.add_unsigned("key", key)
    document.add_unsigned("article", change.article)
    if change.date:
        document.add_text("days", " ".join(periods_with(change.date)))
    document.add_text("source", change.source)
    document.add_text("words", words)
    return document
