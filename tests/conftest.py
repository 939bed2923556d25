"""What many tests need: an embedder that loads no model."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedder import Embedder
from index.embedder.cleaning import clean

# The converted model is kept here, so that tests neither use nor fill the user's own cache.
os.environ.setdefault("ISNAD_CACHE", str(Path(__file__).parents[1] / ".pytest_cache" / "isnad"))

_FOLD = str.maketrans("أإآىة", "ااايه")
_PREFIX = re.compile("^(?:[وفبكل]?ال|لل)(?=...)")


class TinyEmbedder(Embedder):
    """Hashed bags of folded words: deterministic, 64-dimensional, and near where texts share words."""

    def __init__(self) -> None:
        self.name = "tiny-hash"

    @property
    def dimension(self) -> int:
        return 64

    def passages(self, texts: Sequence[str], batch_size: int | None = None) -> NDArray[np.float32]:
        return np.stack([self._vector(text) for text in texts]) if texts else np.zeros((0, 64), dtype=np.float32)

    def question(self, text: str) -> NDArray[np.float32]:
        return self._vector(text)

    def token_count(self, text: str) -> int:
        return len(clean(text).split())

    def _vector(self, text: str) -> NDArray[np.float32]:
        vector = np.full(64, 1e-3, dtype=np.float32)  # never all zeros, so that it has a length
        for word in re.findall(r"\w+", clean(text).lower()):
            digest = hashlib.blake2b(_PREFIX.sub("", word.translate(_FOLD)).encode(), digest_size=4).digest()
            vector[digest[0] % 64] += 1.0 if digest[1] % 2 else -1.0
        return vector / np.float32(np.linalg.norm(vector))


@pytest.fixture(scope="session")
def tiny_embedder() -> Embedder:
    """An embedder for unit tests: no model is loaded, and texts that share words are near."""
    return TinyEmbedder()
