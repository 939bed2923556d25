from __future__ import annotations

from typing import cast

import numpy as np

from index.embedder.onnx_encoder import OnnxEncoder


class Encoder:
    dimension = 2

    def passages(self, texts: list[str]) -> np.ndarray:
        return np.tile(np.array([1.0, 0.0], np.float32), (len(texts), 1))

    def question(self, text: str) -> np.ndarray:
        return np.array([0.0, 1.0], np.float32)

    def token_counts(self, texts: list[str]) -> list[int]:
        return [len(text.split()) for text in texts]


def test_the_prompt_says_whether_it_is_a_question() -> None:
    from sentence_transformers import SentenceTransformer

    from index.embedder import E5_PROMPTS
    from index.embedder.onnx_module import E5Onnx

    model = SentenceTransformer(modules=[E5Onnx(cast(OnnxEncoder, Encoder()))], prompts=E5_PROMPTS, device="cpu")
    assert model.encode_document(["قال الوزير", "نفى"]).tolist() == [[1, 0], [1, 0]]
    assert model.encode_query("من نفى؟").tolist() == [0, 1]
    assert model.get_embedding_dimension() == 2
    assert E5Onnx(cast(OnnxEncoder, Encoder())).token_count("قال الوزير ذلك") == 3
