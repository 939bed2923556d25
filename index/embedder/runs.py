"""Vectors of passages together with those of what is said in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from index.embedder import unit

if TYPE_CHECKING:
    from index.store import EmbedderLike

Matrix = NDArray[np.float32]
Runs = Sequence[Sequence[tuple[int, int]]]
"""For each text runs of its characters, ``[start, end)``."""

SURROUNDINGS: Final = 0.5
"""What the passage's own vector counts in that of a run (benchmarks/runs.py)."""


@runtime_checkable
class PoolsRuns(Protocol):
    """An embedder that reads a text once for its vector and for those of its parts."""

    def passages_and_runs(self, texts: Sequence[str], runs: Runs) -> tuple[Matrix, list[Matrix]]:
        """Vectors (n, d) of the texts, and (k, d) of each text's runs."""


def embed(embedder: EmbedderLike, texts: Sequence[str], runs: Runs) -> tuple[Matrix, list[Matrix]]:
    """Vectors (n, d) of `texts`, and for each text those (k, d) of its `runs`, unit length.

    A run's vector is that of its words, read within the text where the embedder can do that, else by themselves; plus
    a share of the text's.
    """
    if isinstance(embedder, PoolsRuns):
        whole, parts = embedder.passages_and_runs(texts, runs)
    else:
        alone = [text[start:end] for text, some in zip(texts, runs, strict=True) for start, end in some]
        vectors = np.asarray(embedder.passages([*texts, *alone]), np.float32)
        whole, rest = vectors[: len(texts)], vectors[len(texts) :]
        parts = np.split(rest, np.cumsum([len(some) for some in runs])[:-1]) if len(texts) else []
    mixed = [part + np.float32(SURROUNDINGS) * own for part, own in zip(parts, whole, strict=True)]
    return whole, [unit(part) for part in mixed]
