"""A corpus of any size: articles and copies of them with changed words, on other days, of other outlets; seeded.

Every word of a copy is, with the probability `CHANGED`, another one drawn from all the words of the articles, so that
words are as frequent as before, and no copy tells its original's story: of three words in a row few stay together.
What a copy keeps are its original's length, sentences and paragraphs. What it lacks is new words: a corpus that really
grows tenfold has more of them (Heaps' law), so the rarest words are too frequent here by up to that factor.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice

from index.vocabulary import Article

CHANGED = 0.4
OUTLETS = (
    "الميزان",
    "الساحل",
    "الضفة",
    "السدرة",
    "المنار الجديد",
    "صدى الشرق",
    "الأفق",
    "المرصد",
    "البيان اليومي",
    "النخيل",
)
"""Invented; the first has the most copies, the tenth a tenth as many."""
_DAYS = 1500  # a copy's day is up to so many days before or after its original's
_WORD = re.compile(r"[^\W\d_]+")


def corpus(articles: Sequence[Article], size: int, seed: int = 0) -> Iterator[Article]:
    """`articles`, then copies of them, `size` in all (at least the articles); see :func:`original` for their ids."""
    yield from articles
    yield from islice(copies(articles, seed), max(0, size - len(articles)))


def copies(articles: Sequence[Article], seed: int = 0) -> Iterator[Article]:
    """Changed copies without end: one of each article, then another one of each. Copy n is the same for any size."""
    words = [word for article in articles for word in _WORD.findall(f"{article.title} {article.text}")]
    weights = [1 / rank for rank in range(1, len(OUTLETS) + 1)]
    for turn in count(1):
        for article in articles:
            chance = random.Random(f"{seed} {turn} {article.id}")

            def changed(found: re.Match[str], chance: random.Random = chance) -> str:
                return chance.choice(words) if chance.random() < CHANGED else found[0]

            moved = dt.timedelta(days=chance.randint(-_DAYS, _DAYS))
            yield replace(
                article,
                id=f"{article.id}~{turn}",
                title=_WORD.sub(changed, article.title),
                text=_WORD.sub(changed, article.text),
                date=article.date + moved if article.date else None,
                source=chance.choices(OUTLETS, weights)[0],
                url="",
            )


def original(article_id: str) -> str:
    """The id of the article that the article of this id is a copy of; its own if it is none."""
    return article_id.rpartition("~")[0] or article_id
