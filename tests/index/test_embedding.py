from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedder import Embedder
from index.embedding import Embedding
from index.ingest import file, file_entry
from index.store import Store
from index.vocabulary import Article


class Watched(Embedder):
    """Embeds when it is let to, and notes from which thread."""

    def __init__(self, tiny: Embedder, gate: threading.Event) -> None:
        self.name, self._tiny, self.gate = "tiny-hash", tiny, gate
        self.threads: set[str] = set()
        self.batches = 0

    @property
    def dimension(self) -> int:
        return self._tiny.dimension

    def passages(self, texts: Sequence[str], batch_size: int | None = None) -> NDArray[np.float32]:
        if threading.current_thread() is threading.main_thread():  # the store takes its fingerprint
            return self._tiny.passages(texts)
        self.threads.add(threading.current_thread().name)
        assert self.gate.wait(10)
        self.batches += 1
        return self._tiny.passages(texts)

    def token_count(self, text: str) -> int:
        return self._tiny.token_count(text)


@pytest.fixture
def gate() -> threading.Event:
    return threading.Event()


@pytest.fixture
def embedder(tiny_embedder: Embedder, gate: threading.Event) -> Watched:
    return Watched(tiny_embedder, gate)


@pytest.fixture
def make_store(tmp_path: Path, embedder: Watched) -> Callable[[], Store]:
    return lambda: Store(tmp_path / "store", load_embedder=lambda name: embedder)


def filed(store: Store, number: int) -> int:
    text = f"أعلنت البلدية رقم {number} افتتاح المكتبة، وقال مديرها إن العمل تمّ."
    return file(store, file_entry(Article(text, id=f"n{number}"), store.embedder.token_count), 1)


def test_what_comes_next_is_filed_while_a_batch_is_embedded(
    make_store: Callable[[], Store], embedder: Watched, gate: threading.Event
) -> None:
    done: list[int] = []
    with make_store() as store:
        with Embedding(store, done.append) as embedding:
            for number in range(3):
                embedding.take([filed(store, number)])
            # Nothing is embedded yet, and the caller was not held up.
            assert (embedder.batches, store.catalogue.counts().pending, done) == (0, 3, [])
            gate.set()
        assert (store.catalogue.counts().pending, done, len(store.vectors)) == (0, [1, 1, 1], 3)
    assert len(embedder.threads) == 1


def test_only_a_few_batches_are_under_way(
    make_store: Callable[[], Store], embedder: Watched, gate: threading.Event
) -> None:
    with make_store() as store, Embedding(store) as embedding:
        threading.Timer(0.2, gate.set).start()
        for number in range(4):
            embedding.take([filed(store, number)])
        assert gate.is_set() and embedder.batches >= 1  # the fourth had to wait for the first
        assert store.catalogue.counts().pending <= 3


def test_after_an_exception_nothing_more_is_written(make_store: Callable[[], Store], gate: threading.Event) -> None:
    with make_store() as store:
        with pytest.raises(RuntimeError, match="the disk is full"), Embedding(store) as embedding:
            embedding.take([filed(store, 0)])
            gate.set()
            raise RuntimeError("the disk is full")
        assert store.catalogue.counts().pending == 1 and len(store.vectors) == 0


def test_what_the_embedder_raises_reaches_the_caller(make_store: Callable[[], Store], embedder: Watched) -> None:
    def fail(texts: Sequence[str], batch_size: int | None = None) -> NDArray[np.float32]:
        raise MemoryError("no memory left")

    with make_store() as store:
        _ = store.embedder
        embedder.passages = fail  # type: ignore[method-assign]
        with pytest.raises(MemoryError, match="no memory left"), Embedding(store) as embedding:
            embedding.take([filed(store, 0)])
        assert store.catalogue.counts().pending == 1


def test_no_articles_are_no_work(make_store: Callable[[], Store], embedder: Watched, gate: threading.Event) -> None:
    gate.set()
    with make_store() as store, Embedding(store) as embedding:
        embedding.take([])
    assert embedder.batches == 0
