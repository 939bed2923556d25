"""The weights that answering was fitted with: ``weights.json``, written by benchmarks/weights.py, never by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray


@cache
def _file() -> dict[str, dict[str, float]]:
    text = resources.files("assistant.answering").joinpath("weights.json").read_text(encoding="utf-8")
    read: dict[str, dict[str, float]] = json.loads(text)
    return read


def weights(part: str, names: Sequence[str]) -> NDArray[np.float64]:
    """The weights (len(names),) of `part` (ranking, excerpt, confidence), in the order of `names`.

    Raises KeyError where the file was written for other names: fit them anew.
    """
    held = _file()[part]
    if held.keys() != set(names):
        raise KeyError(f"weights.json has other {part} weights than the code: python -m benchmarks.weights ... --write")
    return np.array([held[name] for name in names])
