from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.answering.ranking import Ranked
from index.embedder import Embedder
from index.ingest import add
from index.store import Store
from index.vocabulary import Article

StoreMaker = Callable[..., Store]


@pytest.fixture
def store_of(tmp_path: Path, tiny_embedder: Embedder) -> Iterator[StoreMaker]:
    """Makes a store of the articles it is given; real SQLite and Chroma, hashed words for an embedder."""
    made: list[Store] = []

    def make(*articles: Article) -> Store:
        store = Store(tmp_path / f"store{len(made)}", load_embedder=lambda name: tiny_embedder)
        made.append(store)
        add(store, articles)
        return store

    yield make
    for store in made:
        store.close()


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """The curve is fitted to the bundled model's cosines; those of the hashed words are others."""

    def shared(question: object, rarity: dict[str, float], hits: object, ranked: list[Ranked], corpus: object) -> float:
        words = ranked[0].line.analysed.words if ranked else ()
        return sum(weight for word, weight in rarity.items() if word in words) / sum(rarity.values())

    monkeypatch.setattr("assistant.assistant.confidence", shared)
