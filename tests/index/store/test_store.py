import errno
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.embedder import Embedder
from index.store import Store, StoreError, StoreInUseError, default_path
from index.store.lock import Lock


@pytest.fixture
def open_store(tmp_path: Path, tiny_embedder: Embedder) -> Callable[[], Store]:
    return lambda: Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder)


def test_the_embedder_is_recorded_once_chosen(open_store: Callable[[], Store]) -> None:
    with open_store() as store:
        assert store.embedder.name == "tiny-hash"
        assert store.catalogue.setting("embedder") == "tiny-hash"
        assert store.catalogue.setting("dimension") == "64"


def test_another_embedder_is_refused_and_the_remedy_named(
    open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store() as store:
        assert store.embedder
    monkeypatch.setenv("ISNAD_EMBEDDER", "intfloat/multilingual-e5-base")
    with open_store() as store, pytest.raises(StoreError, match=r"tiny-hash.*isnad reindex"):
        assert store.embedder


def test_the_same_model_written_otherwise_is_not_another(
    tmp_path: Path, tiny_embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "models" / "small").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ISNAD_EMBEDDER", "models/small")
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        store.catalogue.record(embedder=str(tmp_path.resolve() / "models" / "small"), dimension="64")
        assert store.embedder is tiny_embedder


def test_threads_that_ask_first_at_once_open_one_of_each(tmp_path: Path, tiny_embedder: Embedder) -> None:
    loaded = []

    def load(name: str | None) -> Embedder:
        time.sleep(0.05)  # long enough for the others to ask meanwhile
        loaded.append(name)
        return tiny_embedder

    with Store(tmp_path / "store", load_embedder=load) as store, ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(lambda _: id(store.vectors), range(8)))) == 1
        assert set(threads.map(lambda _: store.embedder, range(8))) == {tiny_embedder}
    assert len(loaded) == 1
    assert not (tmp_path / "store" / "holder.json").exists()


def test_a_folder_that_cannot_be_written_to_is_named(
    open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(self: Lock) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Lock, "acquire", denied)
    with open_store() as store, pytest.raises(StoreError, match=r"store cannot be locked \(Permission denied\)"):
        assert store.vectors


def test_vectors_of_another_length_are_refused(open_store: Callable[[], Store]) -> None:
    with open_store() as store:
        assert store.embedder
        store.catalogue.record(dimension="384")
    with open_store() as store, pytest.raises(StoreError, match="384 numbers"):
        assert store.embedder


def test_parts_of_another_version_are_refused(open_store: Callable[[], Store]) -> None:
    with open_store() as store:
        assert store.embedder
        store.catalogue.record(analyser="0")
    with open_store() as store, pytest.raises(StoreError, match=r"analyser.*isnad reindex"):
        assert store.vectors is not None


def test_one_user_of_the_vectors_at_a_time(open_store: Callable[[], Store]) -> None:
    with open_store() as first, open_store() as second:
        assert len(first.vectors) == 0
        with pytest.raises(StoreInUseError, match="in use"):
            assert second.vectors is not None
        assert second.catalogue.counts().articles == 0  # the catalogue can be read beside


def test_a_store_that_must_exist(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="isnad add"):
        Store(tmp_path / "nowhere", must_exist=True)
    assert not (tmp_path / "nowhere").exists()


def test_a_broken_catalogue_is_named(tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite3").write_text("this is no database, only some text that is long enough to look at")
    with pytest.raises(StoreError, match="cannot be read"):
        Store(tmp_path)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="Name another folder"):
        Store(tmp_path / "file" / "store")


def test_the_default_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISNAD_STORE", "/somewhere/else")
    assert default_path() == Path("/somewhere/else")
    monkeypatch.delenv("ISNAD_STORE")
    assert default_path().name == "store"
