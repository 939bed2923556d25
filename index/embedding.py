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

from index.embedder.runs import Matrix, embed
from index.readings import Reading, readings
from index.store import EmbedderLike, Store

_UNDER_WAY: Final = 3  # batches: one being embedded, one waiting for it, one to be written


@dataclass(frozen=True, slots=True)
class _Batch:
    keys: Sequence[int]
    readings: list[Reading]
    vectors: Future[tuple[Matrix, list[Matrix]]]


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
        found: list[Reading] = []
        for key in keys:
            article, passages, reported, passages_due = self._store.catalogue.unwritten(key)
            if not passages_due and reported:  # only its statements were made anew, and most may be what they were
                held = self._statement_vectors.get([vector for _, vector in reported])
                reported = [(statement, vector) for statement, vector in reported if vector not in held]
            found += readings(article, passages, reported, passages_due)
        vectors = self._thread.submit(_embedded, self._store.embedder if found else None, found)
        self._batches.append(_Batch(keys, found, vectors))
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
        whole, parts = batch.vectors.result()  # an interruption here leaves the batch where it is
        due = [number for number, reading in enumerate(batch.readings) if reading.passage]
        self._vectors.upsert([batch.readings[number].passage for number in due], whole[due])
        if said := [vector for reading in batch.readings for vector in reading.statements]:
            self._statement_vectors.upsert(said, np.concatenate(parts))
        self._store.catalogue.finish(batch.keys)
        self._batches.popleft()
        self._progress(len(batch.keys))


def _embedded(embedder: EmbedderLike | None, found: Sequence[Reading]) -> tuple[Matrix, list[Matrix]]:
    if embedder is None:
        return np.zeros((0, 0), np.float32), []
    return embed(embedder, [reading.text for reading in found], [reading.runs for reading in found])
