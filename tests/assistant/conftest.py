from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

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
