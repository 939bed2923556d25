"""An embedder's fingerprint: its vectors of three sentences, kept in the store that it made.

The name of a model does not say that its vectors are still the same: a hub model may have changed under its name, and
the bundled one runs in several ways. The cosine says it.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

import numpy as np

from index.embedder.probes import PROBES, agreement

if TYPE_CHECKING:
    from index.store import EmbedderLike

COMPATIBLE: Final = 0.995
"""Cosine down to which vectors are searched together: one model's ways of running differ by .001 at most, another
revision of a model by more.
"""


def taken(embedder: EmbedderLike) -> str:
    """The vectors (3, d) of `embedder`, 16-bit floats in base64."""
    return base64.b64encode(np.asarray(embedder.passages(PROBES), np.float16).tobytes()).decode("ascii")


def cosine(fingerprint: str, embedder: EmbedderLike) -> float:
    """The worst cosine of the vectors in `fingerprint` with those of `embedder` now; they have one dimension."""
    vectors = np.frombuffer(base64.b64decode(fingerprint), np.float16).reshape(len(PROBES), -1).astype(np.float32)
    return agreement(embedder, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
