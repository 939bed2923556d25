"""The vectors: one Chroma collection of passages, cosine distance, under ids of our own.

Chroma 1.5.9 as measured: at most 5,461 records a batch; an `add` of a known id is ignored in silence and an `upsert`
keeps stale metadata, so records carry none; a `where` costs time in proportion to the collection, so filters are
applied by the catalogue; the embedded client is for one process (see `index.store.lock`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

Matrix = NDArray[np.float32]

# More neighbours looked at while building and asking than Chroma's default (100, 100): recall@100 over 15,000
# passages rises, and a question still takes milliseconds. And twice its neighbours (16): among texts that are nearly
# alike (the same form for every match, market or weather report) up to a tenth could be reached from no other.
_CONFIGURATION = {"hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}}


class Vectors:
    """Vectors of dimension d in the folder `path`, in the collection `name`; made if absent.

    `on_write` is given the ids and vectors of every batch before Chroma is.
    """

    def __init__(
        self, path: Path, name: str = "passages", on_write: Callable[[Sequence[str], Matrix], None] | None = None
    ) -> None:
        import chromadb
        from chromadb.api.shared_system_client import SharedSystemClient
        from chromadb.config import Settings

        settings = Settings(anonymized_telemetry=False, allow_reset=False)
        try:
            self._client: ClientAPI = chromadb.PersistentClient(str(path), settings=settings)
        except Exception:
            # Chroma would keep the half-started system, and fail for this folder even once it is whole again.
            SharedSystemClient.clear_system_cache()
            raise
        self._name = name
        self._on_write = on_write
        self._collection = self._open()
        self._batch = min(1000, self._client.get_max_batch_size())

    def _open(self) -> Collection:
        # embedding_function=None: else Chroma would try to download a model of its own.
        return self._client.get_or_create_collection(
            self._name, embedding_function=None, configuration=cast("None", _CONFIGURATION)
        )

    def __len__(self) -> int:
        return self._collection.count()

    def upsert(self, ids: Sequence[str], vectors: Matrix) -> None:
        """Write vectors (n, d) under n `ids`, replacing those already there."""
        for start in range(0, len(ids), self._batch):
            part = slice(start, start + self._batch)
            if self._on_write is not None:
                self._on_write(ids[part], vectors[part])
            self._collection.upsert(ids=list(ids[part]), embeddings=vectors[part])

    def delete(self, ids: Sequence[str]) -> None:
        """Drop these vectors; ids that are not there are passed over."""
        for start in range(0, len(ids), self._batch):
            self._collection.delete(ids=list(ids[start : start + self._batch]))

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[str, float]]:
        """The `count` ids nearest to `vector` (d,), best first, each with its cosine similarity (-1 to 1)."""
        # Of fewer than `count` it gives all. To count them first would take time in proportion to the collection.
        found = self._collection.query(query_embeddings=vector[np.newaxis, :], n_results=count, include=["distances"])
        distances = found["distances"] or [[]]
        return [(id_, 1.0 - distance) for id_, distance in zip(found["ids"][0], distances[0], strict=True)]

    def get(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors (d,) held under these ids; ids that are not there are absent."""
        held: dict[str, NDArray[np.float32]] = {}
        for start in range(0, len(ids), self._batch):
            found = self._collection.get(ids=list(ids[start : start + self._batch]), include=["embeddings"])
            if found["ids"]:
                held |= zip(found["ids"], np.asarray(found["embeddings"], np.float32), strict=True)
        return held

    def ids(self) -> Iterator[str]:
        """Every id held."""
        offset = 0
        while batch := self._collection.get(limit=self._batch, offset=offset, include=[])["ids"]:
            yield from batch
            offset += len(batch)

    def clear(self) -> None:
        """Drop everything and start anew, with a collection of any dimension."""
        self._client.delete_collection(self._name)
        self._collection = self._open()

    def close(self) -> None:
        """Let go of the folder."""
        close = getattr(self._client, "close", None)
        if close is not None:
            close()
