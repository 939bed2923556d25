"""Full-text search over the catalogue's analysed words: BM25 of passages (with their title and day) and of articles.

BM25 as SQLite's FTS5 computes it (Robertson & Zaragoza 2009, k1 = 1.2, b = .75), better = larger here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from index.store.catalogue import Catalogue, narrowing
from index.vocabulary import EVERYTHING, Filters


def passages_with(
    catalogue: Catalogue, words: Sequence[str], count: int, filters: Filters = EVERYTHING
) -> list[tuple[int, float]]:
    """The `count` passages (their keys) that match any of the analysed `words` best, each with its BM25."""
    keys = "SELECT p.key FROM passages p JOIN articles a ON a.key = p.article"
    return _search(catalogue, "passage_words", keys, words, count, filters)


def articles_with(
    catalogue: Catalogue, words: Sequence[str], count: int, filters: Filters = EVERYTHING
) -> list[tuple[int, float]]:
    """The `count` articles (their keys) that match any of the analysed `words` best, each with its BM25."""
    return _search(catalogue, "article_words", "SELECT a.key FROM articles a", words, count, filters)


def _search(
    catalogue: Catalogue, table: str, keys: str, words: Sequence[str], count: int, filters: Filters
) -> list[tuple[int, float]]:
    if not words:
        return []
    # Each word once, quoted: a word can then never be read as an operator of the query language.
    anything = " OR ".join(f'"{word}"' for word in dict.fromkeys(words))
    where, values = narrowing(filters)
    narrowed = f"AND rowid IN ({keys} WHERE {where})" if filters else ""
    sql = f"SELECT rowid, -rank FROM {table} WHERE {table} MATCH ? {narrowed} ORDER BY rank LIMIT ?"
    return [(key, score) for key, score in catalogue.rows(sql, (anything, *values, count))]


def rarity(catalogue: Catalogue, words: Sequence[str]) -> dict[str, float]:
    """How much each word tells texts apart: its inverse document frequency over the passages, ln(1 + N / n).

    A word that no passage holds is as rare as one that a single passage holds.
    """
    wanted = list(dict.fromkeys(words))
    ((total,),) = catalogue.rows("SELECT count(*) FROM passages")
    marks = ", ".join("?" * len(wanted))
    held = dict(catalogue.rows(f"SELECT term, doc FROM passage_terms WHERE term IN ({marks})", wanted))
    return {word: math.log(1 + total / max(1, held.get(word, 0))) for word in wanted}


def words_of(catalogue: Catalogue, articles: Sequence[str]) -> dict[str, frozenset[str]]:
    """The analysed words of each article (given by id): of its title, body and day."""
    marks = ", ".join("?" * len(articles))
    sql = f"""SELECT a.id, w.title || ' ' || w.body || ' ' || w.day
              FROM article_words w JOIN articles a ON a.key = w.rowid WHERE a.id IN ({marks})"""
    return {id_: frozenset(words.split()) for id_, words in catalogue.rows(sql, list(articles))}
