from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedder import Embedder
from index.store import Store, StoreError
from index.store.fingerprint import cosine, taken


class Turned(Embedder):
    """Vectors of another embedder, each moved a little towards one direction."""

    def __init__(self, tiny: Embedder, strength: float) -> None:
        self.name, self._tiny, self._strength = tiny.name, tiny, strength

    @property
    def dimension(self) -> int:
        return self._tiny.dimension

    def passages(self, texts: Sequence[str], batch_size: int | None = None) -> NDArray[np.float32]:
        vectors = self._tiny.passages(texts)
        vectors[:, 0] += self._strength
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def test_an_embedder_agrees_with_its_own_fingerprint(tiny_embedder: Embedder) -> None:
    assert cosine(taken(tiny_embedder), tiny_embedder) == pytest.approx(1, abs=1e-4)
    assert cosine(taken(tiny_embedder), Turned(tiny_embedder, 0.5)) < 0.97


def opener(path: Path, embedder: Embedder) -> Callable[[], Store]:
    return lambda: Store(path / "store", load_embedder=lambda name: embedder)


def test_a_store_takes_vectors_that_are_nearly_its_own_and_no_others(tmp_path: Path, tiny_embedder: Embedder) -> None:
    with opener(tmp_path, tiny_embedder)() as store:
        _ = store.embedder
    with opener(tmp_path, Turned(tiny_embedder, 0.01))() as store:
        assert store.embedder.name == tiny_embedder.name
    with (
        opener(tmp_path, Turned(tiny_embedder, 0.5))() as store,
        pytest.raises(StoreError, match=r"tiny-hash gives other vectors here than those in the store .*isnad reindex"),
    ):
        _ = store.embedder


def test_a_store_without_a_fingerprint_gets_one(tmp_path: Path, tiny_embedder: Embedder) -> None:
    with opener(tmp_path, tiny_embedder)() as store:
        _ = store.embedder
        store.catalogue.record(fingerprint="")  # as older versions left it
    with opener(tmp_path, tiny_embedder)() as store:
        _ = store.embedder
        assert store.catalogue.setting("fingerprint") == taken(tiny_embedder)
