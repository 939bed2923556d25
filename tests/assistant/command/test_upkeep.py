from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from index.embedder import Embedder
from index.store import Store

Run = Callable[..., Result]


def test_doctor_finds_and_repairs(filled: Run, store_path: Path) -> None:
    assert filled("doctor").exit_code == 0
    with Store(store_path) as store:
        store.vectors.delete(list(store.vectors.ids())[:1])
    result = filled("doctor")
    assert result.exit_code == 1
    assert "error    without a vector: 1 passage: isnad doctor --repair\n" in result.stdout
    mended = filled("doctor", "--repair")
    assert mended.exit_code == 0
    assert mended.stdout.splitlines()[0] == "repaired embedded 1 passage that had no vector"
    assert "error" not in mended.stdout


def test_reindex(filled: Run) -> None:
    assert filled("reindex").stdout == "reindexed 3 articles with tiny-hash\n"
    assert filled("doctor").exit_code == 0


def test_reindex_with_another_embedder(filled: Run, tiny_embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []

    def load(name: str | None) -> Embedder:
        asked.append(name)
        return tiny_embedder

    monkeypatch.setattr("index.store._load_embedder", load)
    filled("reindex", "--embedder", "some/model")
    monkeypatch.setenv("ISNAD_EMBEDDER", "another/model")
    filled("reindex")
    monkeypatch.delenv("ISNAD_EMBEDDER")
    filled("reindex")
    assert asked == ["some/model", "another/model", "tiny-hash"]


def test_a_half_reindexed_store_says_so(filled: Run, store_path: Path, news: Path) -> None:
    with Store(store_path) as store:
        store.catalogue.record(reindex="7")
    result = filled("add", news)
    assert result.exit_code == 1
    assert "half reindexed: isnad reindex finishes it" in result.stderr
    assert filled("reindex").exit_code == 0
    assert filled("add", news).exit_code == 0
