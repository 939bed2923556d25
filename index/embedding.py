"""Writing the vectors of filed articles, while the next ones are read, divided and filed.

Embedding is nearly all of the work and runs in native code, so one thread does nothing else. Catalogue and Chroma are
written by the caller's thread only. A few batches are under way at a time, whatever the size of the corpus.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.store import EmbedderLike, Store
from index.vocabulary import Article, Passage, Statement

_TITLE = 300  # characters; a body mapped to `title` by mistake would be embedded with every passage
_CONTENT = 1200  # characters: a whole speech quoted without an end would be averaged to nothing, at great cost
_UNDER_WAY: Final = 3  # batches: one being embedded, one waiting for it, one to be written


@dataclass(frozen=True, slots=True)
class _Batch:
    keys: Sequence[int]
    passage_ids: list[str]
    statement_ids: list[str]
    vectors: Future[NDArray[np.float32]]


class Embedding:
    """Embeds articles that are filed as pending, and marks them done. To be used in a ``with``.

    At the end of the block all that was taken is written. After an exception nothing more is: what is pending is left
    to :func:`index.ingest.finish`. `progress` is called with the number of articles done after each batch.
    Raises StoreError, StoreInUseError at the beginning, and what the embedder raises from any method.
    """

    def __init__(self, store: Store, progress: Callable[[int], None] = lambda _: None) -> None:
        self._store, self._progress = store, progress
        self._vectors, self._statement_vectors = store.vectors, store.statement_vectors
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="embedding")
        self._batches: deque[_Batch] = deque()

    def take(self, keys: Sequence[int]) -> None:
        """Embed what is due of the articles with these catalogue keys; returns when another batch may come."""
        passage_ids, passages = list[str](), list[str]()
        statement_ids, statements = list[str](), list[str]()
        for key in keys:
            article, parts, reported = self._store.catalogue.unwritten(key)
            passage_ids += [vector for _, vector in parts]
            passages += [embedded_text(article, passage) for passage, _ in parts]
            if not parts and reported:  # only its statements were made anew, and most may be what they were
                held = self._statement_vectors.get([vector for _, vector in reported])
                reported = [(statement, vector) for statement, vector in reported if vector not in held]
            statement_ids += [vector for _, vector in reported]
            statements += [embedded_statement(article, statement) for statement, _ in reported]
        texts = passages + statements  # one call: short and long ones are put together where they pad each other least
        vectors = self._thread.submit(_embedded, self._store.embedder if texts else None, texts)
        self._batches.append(_Batch(keys, passage_ids, statement_ids, vectors))
        while len(self._batches) > _UNDER_WAY or (self._batches and self._batches[0].vectors.done()):
            self._write()

    def __enter__(self) -> Embedding:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            while kind is None and self._batches:
                self._write()
        finally:
            self._thread.shutdown(wait=True, cancel_futures=True)

    def _write(self) -> None:
        batch = self._batches[0]
        vectors = batch.vectors.result()  # an interruption here leaves the batch where it is
        passages = len(batch.passage_ids)
        self._vectors.upsert(batch.passage_ids, vectors[:passages])
        self._statement_vectors.upsert(batch.statement_ids, vectors[passages:])
        self._store.catalogue.finish(batch.keys)
        self._batches.popleft()
        self._progress(len(batch.keys))


def _embedded(embedder: EmbedderLike | None, texts: list[str]) -> NDArray[np.float32]:
    return np.asarray(embedder.passages(texts), np.float32) if embedder else np.zeros((0, 0), np.float32)


def embedded_text(article: Article, passage: Passage) -> str:
    """What is embedded for a passage: the article's title, which says who and what it is about, then its own words."""
    title, words = article.title[:_TITLE], passage.span.of(article.text)
    return f"{title}\n{words}" if title else words


def embedded_statement(article: Article, statement: Statement) -> str:
    """What is embedded for a statement: who said so, how, on what occasion, and the words."""
    place = f" {statement.place.of(article.text)}" if statement.place else ""
    cue, words = statement.cue.of(article.text), statement.content.of(article.text)
    return f"{cue} {statement.speaker}{place}: {words[:_CONTENT]}"
