"""What many tests need: an embedder that loads no model."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedder import Embedder
from index.embedder.cleaning import clean
from index.store import Store
from index.vocabulary import Article

# The converted model is kept here, so that tests neither use nor fill the user's own cache.
os.environ.setdefault("ISNAD_CACHE", str(Path(__file__).parents[1] / ".pytest_cache" / "isnad"))

_FOLD = str.maketrans("أإآىة", "ااايه")
_PREFIX = re.compile("^(?:[وفبكل]?ال|لل)(?=...)")


class TinyEmbedder(Embedder):
    """Hashed bags of folded words: deterministic, 64-dimensional, and near where texts share words."""

    def __init__(self) -> None:
        self.name = "tiny-hash"

    @property
    def dimension(self) -> int:
        return 64

    def passages(self, texts: Sequence[str], batch_size: int | None = None) -> NDArray[np.float32]:
        return np.stack([self._vector(text) for text in texts]) if texts else np.zeros((0, 64), dtype=np.float32)

    def question(self, text: str) -> NDArray[np.float32]:
        return self._vector(text)

    def token_count(self, text: str) -> int:
        return len(clean(text).split())

    def _vector(self, text: str) -> NDArray[np.float32]:
        vector = np.full(64, 1e-3, dtype=np.float32)  # never all zeros, so that it has a length
        for word in re.findall(r"\w+", clean(text).lower()):
            digest = hashlib.blake2b(_PREFIX.sub("", word.translate(_FOLD)).encode(), digest_size=4).digest()
            vector[digest[0] % 64] += 1.0 if digest[1] % 2 else -1.0
        return vector / np.float32(np.linalg.norm(vector))


@pytest.fixture(scope="session")
def tiny_embedder() -> Embedder:
    """An embedder for unit tests: no model is loaded, and texts that share words are near."""
    return TinyEmbedder()


PRESS = Path(__file__).with_name("press.jsonl")


@pytest.fixture(scope="session")
def press_articles() -> tuple[Article, ...]:
    """Six invented articles of three outlets about a harbour and its fees, one of them hostile, one undated."""
    fields = [json.loads(line) for line in PRESS.read_text("utf-8").splitlines()]
    days = [one.pop("date") for one in fields]
    return tuple(
        Article(date=dt.date.fromisoformat(day) if day else None, **one) for one, day in zip(fields, days, strict=True)
    )


@pytest.fixture(scope="session")
def press(
    press_articles: tuple[Article, ...], tmp_path_factory: pytest.TempPathFactory, tiny_embedder: Embedder
) -> Iterator[Store]:
    """A real store of `press_articles` under the small embedder. Tests share it: what one changes, it takes back."""
    from index.ingest import add

    with Store(tmp_path_factory.mktemp("press") / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, press_articles)
        yield store
