from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant.exploring.choice import parse
from assistant.exploring.explorer import Explorer
from assistant.exploring.selecting import Selection
from index.embedder import Embedder
from index.ingest import add
from index.store import Store
from index.vocabulary import Article


@pytest.fixture(scope="session")
def explorer(press: Store) -> Explorer:
    """Over the shared store: for tests that only look."""
    return Explorer(press)


@pytest.fixture
def own(tmp_path: Path, press_articles: Sequence[Article], tiny_embedder: Embedder) -> Iterator[Explorer]:
    """Over a store of its own: for tests that decide, add or remove."""
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, press_articles)
        yield Explorer(store)


@pytest.fixture(scope="session")
def chosen(explorer: Explorer):  # type: ignore[no-untyped-def]
    """The statements under the choice that a query says."""

    def select(query: str = "") -> Selection:
        return explorer.selection(parse(query))

    return select
