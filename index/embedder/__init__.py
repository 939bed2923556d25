"""Texts to vectors, through sentence-transformers: one bundled model, or any other by name.

>>> embedder = load()                                    # doctest: +SKIP
>>> embedder.passages(["قال الوزير إن الأسعار ستنخفض."]).shape   # doctest: +SKIP
(1, 384)
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.embedder.cleaning import clean

if TYPE_CHECKING:  # sentence-transformers takes four seconds to import: only loading a model pays them
    from sentence_transformers import SentenceTransformer

BUNDLED = "multilingual-e5-small"
_HUB_TWIN = "intfloat/multilingual-e5-small"
# Published E5 models need these prefixes, and their configurations do not carry them. The "-instruct" ones differ.
_E5 = re.compile(r"(^|[/\\])multilingual-e5-(small|base|large)$")
_E5_PROMPTS = {"query": "query: ", "document": "passage: "}


class EmbedderError(Exception):
    """An embedding model that cannot be loaded; the message is one line that says what to do."""


class Embedder:
    """A sentence-transformers model that embeds passages and questions, each with the model's own prompt.

    `name` is what a store records, and what :func:`load` takes to get the same model again.
    """

    def __init__(self, name: str, model: SentenceTransformer) -> None:
        self.name = name
        self.model = model

    @property
    def dimension(self) -> int:
        """Length of the vectors."""
        return int(self.model.get_embedding_dimension() or 0)

    def passages(self, texts: Sequence[str], batch_size: int = 32) -> NDArray[np.float32]:
        """Vectors of passages: (n, dimension), unit length, in the order of `texts`.

        A text longer than the model's window (512 tokens for the bundled one) counts up to there.
        """
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = self.model.encode_document(
            [clean(text) for text in texts], batch_size=batch_size, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)

    def question(self, text: str) -> NDArray[np.float32]:
        """Vector of a question: (dimension,), unit length."""
        vector = self.model.encode_query(clean(text), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vector, dtype=np.float32)

    def token_count(self, text: str) -> int:
        """Tokens of `text` alone, without prefix and special tokens, and without the model's limit."""
        text = clean(text)
        own = getattr(self.model[0], "token_count", None)
        if own is not None:
            return int(own(text))
        tokenizer = self.model.tokenizer
        return len(tokenizer.tokenize(text))

    def __repr__(self) -> str:
        return f"Embedder({self.name!r})"


def load(name: str | None = None) -> Embedder:
    """The embedder called `name`: "multilingual-e5-small" (bundled), a model of the Hugging Face hub, or a folder.

    Without a name, the environment variable ISNAD_EMBEDDER says which, else it is the bundled one. Where the bundled
    model's package has no build (Windows), the same model comes from the hub, under its name there.
    Raises EmbedderError.
    """
    name = name or os.environ.get("ISNAD_EMBEDDER") or BUNDLED
    if name == BUNDLED:
        try:
            from index.embedder.bundled import bundled_model

            return Embedder(BUNDLED, bundled_model())
        except ImportError:
            name = _HUB_TWIN
    folder = Path(name).expanduser()
    if folder.is_dir():
        name = str(folder.resolve())
    elif folder.is_absolute() or name.startswith((".", "~")):
        raise EmbedderError(f"{name}: no such folder; name a folder that holds a sentence-transformers model")
    return Embedder(name, _sentence_transformer(name))


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
        model.prompts.update(_E5_PROMPTS)
    return model


def _ask_hub(name: str) -> None:
    # One question before the download: without it, loading retries every file for a minute where there is no network.
    from huggingface_hub import HfApi

    if not Path(name).is_dir():
        HfApi().model_info(name, timeout=20)


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
