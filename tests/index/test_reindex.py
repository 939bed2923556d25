from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedder import Embedder
from index.embedder.probes import PROBES
from index.ingest import add
from index.reindex import reindex
from index.store import EmbedderLike, Store, StoreError
from index.store.catalogue import ArticleWords
from index.vocabulary import Article

ARTICLES = [
    Article(
        id=f"n{i}", title=f"خبر {i}", text=f"أعلنت الوزارة رقم {i} خطتها للعام {i + 2000}. وقال الوزير إنها تبدأ غدًا."
    )
    for i in range(150)
]


class Wide:
    """Another model: the tiny embedder's vectors twice over, 128 numbers; fails at the n-th batch."""

    name, dimension = "wide", 128

    def __init__(self, embedder: Embedder, fails_at: int = 0) -> None:
        self._embedder, self._left = embedder, fails_at
        self.token_count = embedder.token_count

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if tuple(texts) != PROBES:  # those of the store are no batch
            self._left -= 1
            if self._left == 0:
                raise KeyboardInterrupt
        once = self._embedder.passages(texts)
        return np.asarray(np.hstack([once, once]) / np.sqrt(2), np.float32)

    def question(self, text: str) -> NDArray[np.float32]:
        return np.asarray(self.passages([text])[0])


@pytest.fixture
def open_store(tmp_path: Path, tiny_embedder: Embedder) -> Callable[[], Store]:
    def load(name: str | None) -> EmbedderLike:
        return Wide(tiny_embedder) if name == "wide" else tiny_embedder

    return lambda: Store(tmp_path / "store", load_embedder=load)


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Iterator[Store]:
    with open_store() as store:
        add(store, ARTICLES)
        yield store


def whole(store: Store, dimension: int) -> bool:
    expected = {row[0] for row in store.catalogue.rows("SELECT vector FROM passages")}
    found = store.vectors.get(sorted(expected))
    return found.keys() == expected == set(store.vectors.ids()) and all(v.shape == (dimension,) for v in found.values())


def test_with_the_same_embedder_all_is_as_before(store: Store, tiny_embedder: Embedder) -> None:
    before = store.catalogue.rows('SELECT vector, start, "end" FROM passages ORDER BY vector')
    told: list[int] = []
    assert reindex(store, tiny_embedder, told.append) == 150
    assert sum(told) == 150
    assert store.catalogue.rows('SELECT vector, start, "end" FROM passages ORDER BY vector') == before
    assert whole(store, 64)


def test_what_an_older_analysis_left_is_made_anew(open_store: Callable[[], Store], tiny_embedder: Embedder) -> None:
    with open_store() as store:
        add(store, ARTICLES[:3])
        with store.catalogue.transaction() as db:
            db.execute("UPDATE articles SET story = 1")
        statements = dict(store.catalogue.rows("SELECT key, article FROM statements"))
        store.catalogue.owe_words(
            ArticleWords(
                key, ("", "قديم", ""), [(key, "قديم")], [(one, "قديم") for one, at in statements.items() if at == key]
            )
            for key in (1, 2, 3)
        )
        assert len(store.words.passages_with(["قديم"], 5)) == 3
        store.catalogue.record(analyser="0", passages="0")
    with open_store() as store:
        with pytest.raises(StoreError, match="isnad reindex"):
            assert store.vectors is not None
        reindex(store, tiny_embedder)
        assert store.outdated() is None
        assert store.words.passages_with(["قديم"], 5) == []
        assert store.words.keys() == ({row[0] for row in store.catalogue.rows("SELECT key FROM passages")}, {1, 2, 3})
        assert store.catalogue.counts().stories == 3
        assert whole(store, 64)


def test_another_embedder_is_recorded_and_used_from_then_on(
    store: Store, open_store: Callable[[], Store], tiny_embedder: Embedder
) -> None:
    reindex(store, Wide(tiny_embedder))
    store.close()
    with open_store() as again:
        assert again.embedder.name == "wide"
        assert whole(again, 128)
        assert add(again, [Article(id="new", text="افتُتح الجسر الجديد.")]).added == 1


@pytest.mark.parametrize(("fails_at", "done"), [(1, 0), (2, 64), (3, 128)])
def test_cut_off_it_says_so_and_is_taken_up_again(
    store: Store, open_store: Callable[[], Store], tiny_embedder: Embedder, fails_at: int, done: int
) -> None:
    with pytest.raises(KeyboardInterrupt):
        reindex(store, Wide(tiny_embedder, fails_at))
    store.close()
    with open_store() as again:
        with pytest.raises(StoreError, match="half reindexed: isnad reindex finishes it"):
            add(again, [])
        told: list[int] = []
        assert reindex(again, again.embedder, told.append) == 150
        assert told[0] == done
        assert whole(again, 128)
        assert add(again, ARTICLES).unchanged == 150


def test_cut_off_it_can_begin_anew_with_another_embedder(
    store: Store, open_store: Callable[[], Store], tiny_embedder: Embedder
) -> None:
    with pytest.raises(KeyboardInterrupt):
        reindex(store, Wide(tiny_embedder, 2))
    store.close()
    with open_store() as again:
        reindex(again, tiny_embedder)
        assert again.catalogue.setting("embedder") == "tiny-hash"
        assert whole(again, 64)


def test_what_was_pending_is_done_too(store: Store, tiny_embedder: Embedder) -> None:
    with store.catalogue.transaction() as db:
        db.execute("UPDATE articles SET state = 'pending' WHERE key < 100")
        db.execute("INSERT INTO stale_vectors VALUES ('gone')")
    reindex(store, tiny_embedder)
    assert store.catalogue.counts().pending == 0
    assert store.catalogue.stale_vectors() == []
    assert whole(store, 64)


def test_a_store_without_articles(open_store: Callable[[], Store], tiny_embedder: Embedder) -> None:
    with open_store() as store:
        assert reindex(store, Wide(tiny_embedder)) == 0
        assert store.catalogue.setting("dimension") == "128"
