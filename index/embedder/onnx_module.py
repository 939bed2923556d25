"""The encoder under ONNX Runtime as an input module of sentence-transformers."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from index.embedder.onnx_encoder import OnnxEncoder
from index.embedder.whole_texts import WholeTexts


class E5Onnx(WholeTexts):
    """`encoder` behind the interface of an input module."""

    def __init__(self, encoder: OnnxEncoder) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.encoder = encoder

    def forward(self, features: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        """Add ``sentence_embedding``, float32 (n, 384), unit length."""
        texts = features["texts"]
        vectors = (
            np.stack([self.encoder.question(text) for text in texts])
            if features["is_query"]
            else self.encoder.passages(texts)
        )
        features["sentence_embedding"] = torch.from_numpy(vectors)
        return features

    def token_count(self, text: str) -> int:
        """Tokens of `text` alone, without prefix and special tokens."""
        return self.encoder.token_counts([text])[0]

    def get_embedding_dimension(self) -> int:
        """384."""
        return self.encoder.dimension
