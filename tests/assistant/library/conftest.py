from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.library.jobs import Jobs
from index.embedder import Embedder
from index.store import Store


@pytest.fixture
def store(tmp_path: Path, tiny_embedder: Embedder) -> Iterator[Store]:
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as made:
        yield made


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    queue = Jobs()
    yield queue
    queue.close(10)
