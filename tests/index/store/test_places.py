import pytest

from index.embedder import Embedder
from index.ingest import add, remove
from index.store import Store, database
from index.store.places import Places
from index.vocabulary import Article

DAM = Article(id="dam", text="قال وزير الري إن السد امتلأ بعد الأمطار الأخيرة.", source="الميزان")
PORT = Article(id="port", text="أعلنت إدارة الميناء استئناف الرحلات البحرية يوم السبت.", source="الميزان")


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory, tiny_embedder: Embedder) -> Store:
    store = Store(tmp_path_factory.mktemp("places") / "store", load_embedder=lambda name: tiny_embedder)
    add(store, [DAM, PORT])
    return store


def rows(store: Store) -> list[tuple[str, int, int]]:
    return store.catalogue.rows("SELECT vector, key, article FROM passages")


def test_as_the_catalogue_has_it(store: Store) -> None:
    places = Places(store.catalogue)
    for _ in range(2):  # looked up, and remembered
        assert places.keys_of([*(vector for vector, _, _ in rows(store)), "nobody's"]) == {
            vector: key for vector, key, _ in rows(store)
        }
        assert places.articles_of([*(key for _, key, _ in rows(store)), 999]) == {
            key: article for _, key, article in rows(store)
        }


def test_what_is_remembered_is_not_asked_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    places, known = Places(store.catalogue), [vector for vector, _, _ in rows(store)]
    keys = places.keys_of(known)
    found = places.found(keys.values())
    assert {each.passage.article_id for each in found.values()} == {"dam", "port"}
    monkeypatch.setattr(store.catalogue, "placed", None)
    monkeypatch.setattr(store.catalogue, "articles_of", None)
    monkeypatch.setattr(store.catalogue, "found", None)
    assert places.keys_of(known) == keys
    assert places.articles_of(keys.values())
    assert places.found(keys.values()) == found


def test_what_is_gone_is_forgotten(store: Store) -> None:
    places = store.places
    before = rows(store)
    assert len(places.keys_of([vector for vector, _, _ in before])) == 2
    remove(store, "dam")
    left = rows(store)
    assert len(left) == 1
    assert places.keys_of([vector for vector, _, _ in before]) == {vector: key for vector, key, _ in left}
    assert places.articles_of([key for _, key, _ in before]) == {key: article for _, key, article in left}


def test_what_another_connection_writes_is_seen(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_MOMENT", 0.0)
    places, known = Places(store.catalogue), [vector for vector, _, _ in rows(store)]
    assert len(places.keys_of(known)) == 2
    with Store(store.path) as other:
        other.catalogue.rows("DELETE FROM passages")
    assert places.keys_of(known) == {}
