import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedder import Embedder
from index.ingest import add, remove
from index.store import Store
from index.store import neighbours as module
from index.store.neighbours import compared, neighbours
from index.vocabulary import Article, Filters

START = dt.date(2025, 1, 1)
ARTICLES = [
    Article(
        id=f"n{i}",
        text=f"أعلنت البلدية رقم {i} إغلاق الطريق {i * 7} أمام السيارات.",
        date=START + dt.timedelta(days=i),
        source=("الميزان", "الساحل", "الضفة")[i % 3],
    )
    for i in range(60)
]
FILTERS = (
    Filters(sources=("الساحل",)),
    Filters(sources=("الساحل", "الضفة"), since=START + dt.timedelta(days=20)),
    Filters(since=START + dt.timedelta(days=10), until=START + dt.timedelta(days=11)),
    Filters(articles=("n3", "n59", "nobody's")),
)


@pytest.fixture
def store(tmp_path: Path, tiny_embedder: Embedder) -> Iterator[Store]:
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, ARTICLES)
        yield store


@pytest.fixture
def asked(tiny_embedder: Embedder) -> NDArray[np.float32]:
    return tiny_embedder.question("إغلاق الطريق 77 أمام السيارات")


def expected(store: Store, asked: NDArray[np.float32], filters: Filters) -> list[float]:
    """The cosines of all that passes, by comparing every vector."""
    ids = [vector for a in store.catalogue.articles(filters) for (vector,) in _vectors(store, a.id)]
    return sorted((float(vector @ asked) for vector in store.vectors.get(ids).values()), reverse=True)


def _vectors(store: Store, article: str) -> list[tuple[str]]:
    sql = "SELECT p.vector FROM passages p JOIN articles a ON a.key = p.article WHERE a.id = ?"
    return [(row[0],) for row in store.catalogue.rows(sql, (article,))]


@pytest.mark.parametrize("few", [3000, 0], ids=["one by one", "more neighbours"])
@pytest.mark.parametrize("filters", FILTERS)
def test_a_filter_finds_the_nearest_of_those_that_pass(
    store: Store, asked: NDArray[np.float32], filters: Filters, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_FEW", few)
    found = neighbours(store, asked, 10, filters)
    assert list(found.values()) == pytest.approx(expected(store, asked, filters)[:10], abs=1e-3)
    passing = {article.id for article in store.catalogue.articles(filters)}
    assert {hit.passage.article_id for hit in store.catalogue.found(found).values()} <= passing


def test_more_are_asked_for_where_nobody_near_passes(
    store: Store, asked: NDArray[np.float32], monkeypatch: pytest.MonkeyPatch
) -> None:
    far = min(neighbours(store, asked, 60), key=neighbours(store, asked, 60).__getitem__)
    farthest = store.catalogue.found([far])[far].passage.article_id
    monkeypatch.setattr(module, "_FEW", 0)
    monkeypatch.setattr(module, "_ENOUGH", 0)  # so that the first search asks for one
    assert list(neighbours(store, asked, 1, Filters(articles=(farthest,)))) == [far]


def test_rows_that_were_lost_are_filled_from_the_vectors(store: Store, asked: NDArray[np.float32]) -> None:
    before = neighbours(store, asked, 10, FILTERS[0])
    store.rows.clear()
    assert neighbours(store, asked, 10, FILTERS[0]) == pytest.approx(before)
    keys = np.array(list(before), np.int64)
    assert store.rows.read(keys, 64).any(axis=1).all()


def test_what_is_removed_or_not_yet_embedded_is_not_found(store: Store, asked: NDArray[np.float32]) -> None:
    only = Filters(articles=("n11",))
    assert len(neighbours(store, asked, 10, only)) == 1
    with store.catalogue.transaction() as db:
        db.execute("UPDATE articles SET state = 'pending' WHERE id = 'n11'")
    assert neighbours(store, asked, 10, only) == {}
    remove(store, "n11")
    assert neighbours(store, asked, 10, only) == {}


def test_a_row_is_that_of_the_passage_that_has_the_key_now(store: Store, tiny_embedder: Embedder) -> None:
    (last,) = neighbours(store, tiny_embedder.question("الطريق"), 10, Filters(articles=("n59",)))
    remove(store, "n59")
    add(store, [Article(id="rain", text="هطلت أمطار غزيرة على السهول.")])
    found = neighbours(
        store, tiny_embedder.passages(["هطلت أمطار غزيرة على السهول."])[0], 1, Filters(articles=("rain",))
    )
    assert list(found) == [last]  # SQLite gave it the key that had become free
    assert found[last] == pytest.approx(1, abs=1e-3)


def test_nothing_to_compare(store: Store, asked: NDArray[np.float32]) -> None:
    assert compared(store, asked, []) == {}
