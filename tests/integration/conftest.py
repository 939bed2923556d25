from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from index.ingest import add
from index.samples import articles
from index.store import Store


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample articles under the bundled model, in a real store."""
    with Store(tmp_path_factory.mktemp("samples") / "store") as store:
        summary = add(store, articles())
        assert summary.added == 48
        yield store


@pytest.fixture(scope="session")
def sample_assistant(sample_store: Store) -> Assistant:
    return Assistant(sample_store)
