"""Hybrid retrieval: passages near in meaning and passages that share words, in one ranking.

Chroma gives the neighbours of the question's vector, the catalogue the passages and the articles that share its words
(BM25). A passage's score is the weighted sum of its cosine and of both BM25 scores: the article's counts too, since the
passage that answers often says "he added" and leaves names and topic to the lede.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.understanding import Question
from index.store import Store
from index.store.neighbours import compared, narrowed, neighbours
from index.vocabulary import EVERYTHING, Article, Filters, Passage

# Tuned on development questions, checked by cross-validation: benchmarks/weights.py.
COSINE: Final = 30.0
"""Weight of the cosine: those of e5 lie between .75 and .95, so their differences are small numbers."""
LEXICAL: Final = 6.0
"""Weight of the words, given as a share of the best candidate's."""
ARTICLE: Final = 0.8
"""What the article's BM25 counts beside the passage's."""
SAME_PASSAGE: Final = 0.8
"""Share of words that two articles' passages have in common when one is the other's copy."""
_CANDIDATES: Final = 100  # of each kind; the passage that answers is among them for 99 % of the questions

_DEPTH: Final = 3  # times as many passages as are shown are looked at for copies of one another

_BESIDE: Final = ThreadPoolExecutor(4, thread_name_prefix="full text")


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved passage: `rank_score` orders hits of one question, `cosine` compares across questions.

    `same_words` lists the other articles of its story that carry the passage, but for a few words. `article_key` is
    the article's key in the catalogue.
    """

    article: Article
    passage: Passage
    rank_score: float
    cosine: float
    same_words: tuple[Article, ...] = ()
    article_key: int = 0


@dataclass(slots=True)
class Clock:
    """Wall time of each stage, in seconds."""

    seconds: dict[str, float] = field(default_factory=dict)

    def stage(self, name: str) -> _Stage:
        """Count the time inside a ``with`` towards `name`."""
        return _Stage(self.seconds, name)


class _Stage:
    __slots__ = ("_name", "_seconds", "_start")

    def __init__(self, seconds: dict[str, float], name: str) -> None:
        self._seconds, self._name = seconds, name

    def __enter__(self) -> None:
        self._start = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self._seconds[self._name] = self._seconds.get(self._name, 0.0) + time.perf_counter() - self._start


def retrieve(
    store: Store,
    question: Question,
    filters: Filters = EVERYTHING,
    count: int = 10,
    *,
    clock: Clock | None = None,
    embed: Callable[[str], NDArray[np.float32]] | None = None,
) -> list[Hit]:
    """The `count` passages that match `question` best among those that pass `filters`, best first.

    `embed` gives the vector (d,) of what is searched, in place of the store's embedder. A passage that several articles
    of one story carry is one hit. Raises StoreError, StoreInUseError.
    """
    clock = clock or Clock()
    # Beside the embedding, which leaves it time enough: neither holds Python's lock while it works.
    narrow = _BESIDE.submit(narrowed, store, filters) if filters else None
    lexical = _BESIDE.submit(_lexical, store, question, filters)
    try:
        with clock.stage("embed"):
            vector = (embed or store.embedder.question)(question.search)
        with clock.stage("vectors"):
            near = neighbours(store, vector, _CANDIDATES, filters, narrow.result() if narrow else None)
    except BaseException:
        wait([lexical])  # nothing goes on behind the caller's back
        if narrow:
            wait([narrow])
        raise
    with clock.stage("lexical"):  # what it takes longer than those
        passages, articles, article_of = lexical.result()
    with clock.stage("rank"):
        article_of |= store.places.articles_of(near.keys() - article_of.keys())
        if len(near) < _CANDIDATES:  # few of the nearest pass the filter
            near |= compared(store, vector, [key for key in article_of if key not in near])
        ranked = _ranked(near, passages, articles, article_of)
        return _hits(store, ranked[: _DEPTH * count], count)


def _lexical(
    store: Store, question: Question, filters: Filters
) -> tuple[dict[int, float], dict[int, float], dict[int, int]]:
    """The passages and the articles (their keys) that share words with `question`, each with its BM25.

    And the article of each of the passages.
    """
    passages = dict(store.words.passages_with(question.words, _CANDIDATES, filters))
    articles = dict(store.words.articles_with(question.words, _CANDIDATES, filters))
    return passages, articles, store.places.articles_of(passages)


def _ranked(
    near: Mapping[int, float], passages: Mapping[int, float], articles: Mapping[int, float], of: Mapping[int, int]
) -> list[tuple[float, int, float]]:
    """The candidates `of` articles, best first: each one's score with the sign turned, its key and its cosine.

    Those that are not among the nearest are at most as near as the last of these.
    """
    farthest = min(near.values(), default=0.0)
    words = [passages.get(key, 0.0) + ARTICLE * articles.get(article, 0.0) for key, article in of.items()]
    lexical = LEXICAL / (max(words, default=0.0) or 1.0)
    found = []
    for key, held in zip(of, words, strict=True):
        cosine = near.get(key, farthest)
        found.append((-(COSINE * cosine + lexical * held), key, cosine))
    found.sort()
    return found


def _hits(store: Store, ranked: Sequence[tuple[float, int, float]], count: int) -> list[Hit]:
    # Copies of one passage stand side by side in the ranking, so a few more than `count` are enough to fill it.
    found = store.places.found(key for _, key, _ in ranked)
    # Only another article of its story can carry a passage's words once more.
    told = Counter(story for story, _ in {(each.story, each.article) for each in found.values()})
    several = [key for key, each in found.items() if told[each.story] > 1]
    texts = store.catalogue.passage_texts(several) if several else {}
    # A passage, its words, the articles of its copies, its score and its cosine.
    kept: list[tuple[int, frozenset[str], list[int], float, float]] = []
    of_story: dict[int, list[int]] = {}  # their places
    for turned, key, cosine in ranked:
        if key not in found:
            continue  # removed since it was ranked
        article, story = found[key].article, found[key].story
        words = frozenset(texts[key].split()) if key in texts else frozenset()
        copied = next((at for at in of_story.get(story, ()) if words and _same(words, kept[at][1])), None)
        if copied is not None:
            first, _, copies, _, _ = kept[copied]
            if article not in {found[first].article, *copies}:
                copies.append(article)
        elif len(kept) < count:
            of_story.setdefault(story, []).append(len(kept))
            kept.append((key, words, [], -turned, cosine))
    shown = {article for key, _, copies, _, _ in kept for article in (found[key].article, *copies)}
    articles = store.catalogue.articles_by_key(shown)
    return [
        Hit(
            articles[found[key].article],
            found[key].passage,
            score,
            cosine,
            tuple(articles[copy] for copy in copies if copy in articles),
            found[key].article,
        )
        for key, _, copies, score, cosine in kept
        if found[key].article in articles
    ]


def _same(words: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two passages of one story are the same but for a few words (Jaccard)."""
    return len(words & other) >= SAME_PASSAGE * len(words | other)
