from collections.abc import Iterator
from pathlib import Path

import pytest

from index.embedder import Embedder
from index.ingest import add, remove
from index.people.deciding import PeopleError, merge, rename, split
from index.people.finding import PersonFound, find, latin_cost, may_mean
from index.people.settling import decisions
from index.reindex import reindex
from index.statement_reindex import reindex_statements
from index.store import Store
from index.vocabulary import Article

NEWS = [
    Article(id="1", text="قال الرئيس إيمانويل ماكرون إن القمة ناجحة. وأضاف أن الاتفاق قريب."),
    Article(id="2", text="أكد ماكرون أن بلاده لن تنسحب."),
    Article(id="3", text="قال سعد الحريري إن الحكومة باقية. وأضاف أن المشاورات مستمرة."),
    Article(id="4", text="قالت بهية الحريري إن المدارس ستفتح."),
    Article(id="5", text="قال الحريري إن الوقت ضاق."),
    Article(id="6", text="أعلنت شركة الكهرباء أن التيار سيعود."),
]


@pytest.fixture
def store(tmp_path: Path, tiny_embedder: Embedder) -> Iterator[Store]:
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, NEWS)
        yield store


def one(store: Store, name: str) -> PersonFound:
    [found] = find(store.catalogue, name)
    return found


def shown(store: Store, name: str, *, widely: bool = False) -> list[tuple[str, int]]:
    return [(person.shown, person.count) for person in find(store.catalogue, name, widely=widely)]


@pytest.mark.parametrize("name", ["ماكرون", "إيمانويل ماكرون", "ايمانويل ماكرون", "Macron", "emmanuel macron"])
def test_one_person_by_any_of_their_names(store: Store, name: str) -> None:
    assert shown(store, name) == [("إيمانويل ماكرون", 3)]


def test_a_surname_that_two_bear(store: Store) -> None:
    assert shown(store, "الحريري") == [("الحريري", 1)]
    assert shown(store, "الحريري", widely=True) == [("سعد الحريري", 2), ("بهية الحريري", 1), ("الحريري", 1)]
    assert shown(store, "Hariri")[0] == ("سعد الحريري", 2)
    assert shown(store, "Bahia Hariri") == [("بهية الحريري", 1)]


def test_bodies_and_nobody(store: Store) -> None:
    assert shown(store, "شركة الكهرباء") == [("شركة الكهرباء", 1)]
    assert shown(store, "Merkel") == shown(store, "ميركل") == shown(store, "...") == []


def test_merged_they_are_one_by_every_name_and_can_be_split_again(store: Store) -> None:
    who = merge(store.catalogue, one(store, "سعد الحريري"), [one(store, "الحريري")])
    assert (who.shown, who.count) == ("سعد الحريري", 3)
    assert {name.spelling: name.basis for name in who.names} == {"سعد الحريري": "name", "الحريري": "user"}
    assert shown(store, "الحريري") == [("سعد الحريري", 3)]
    other = split(store.catalogue, one(store, "سعد الحريري"), ["الحريرى"])
    assert (other.shown, other.count) == ("الحريري", 1)
    assert shown(store, "سعد الحريري") == [("سعد الحريري", 2)]


def test_what_was_joined_by_itself_can_be_split(store: Store) -> None:
    split(store.catalogue, one(store, "Macron"), ["ماكرون"])
    assert shown(store, "ماكرون") == [("ماكرون", 1)]
    assert shown(store, "إيمانويل ماكرون") == [("إيمانويل ماكرون", 2)]
    merge(store.catalogue, one(store, "إيمانويل ماكرون"), [one(store, "ماكرون")])
    assert shown(store, "ماكرون") == [("إيمانويل ماكرون", 3)]


def test_renamed_they_are_found_by_the_new_name_and_the_old(store: Store) -> None:
    who = rename(store.catalogue, one(store, "ماكرون"), "  الرئيس الفرنسي   ماكرون ")
    assert who.shown == "الرئيس الفرنسي ماكرون"
    for name in ("الرئيس الفرنسي ماكرون", "ماكرون", "إيمانويل ماكرون"):
        assert shown(store, name) == [("الرئيس الفرنسي ماكرون", 3)]
    rename(store.catalogue, one(store, "ماكرون"), "Emmanuel Macron")
    assert shown(store, "الرئيس الفرنسي ماكرون") == shown(store, "Emmanuel Macron") == [("Emmanuel Macron", 3)]


def test_merging_keeps_the_name_of_the_first_though_the_other_is_more_frequent(store: Store) -> None:
    who = merge(store.catalogue, one(store, "بهية الحريري"), [one(store, "سعد الحريري")])
    assert (who.shown, who.count) == ("بهية الحريري", 4)  # with the surname, which is nobody else's any more
    merge(store.catalogue, one(store, "شركة الكهرباء"), [one(store, "سعد الحريري")])
    assert shown(store, "بهية الحريري") == [("شركة الكهرباء", 5)]


def test_what_was_decided_outlives_articles_and_reindexing(store: Store, tiny_embedder: Embedder) -> None:
    merge(store.catalogue, one(store, "سعد الحريري"), [one(store, "الحريري")])
    rename(store.catalogue, one(store, "سعد الحريري"), "سعد الدين الحريري")
    kept = decisions(store.catalogue)
    reindex_statements(store)
    reindex(store, tiny_embedder)
    for article in NEWS[2:5]:
        remove(store, article.id)
    assert [person.count for person in find(store.catalogue, "الحريري")] == [0]
    add(store, NEWS)
    assert decisions(store.catalogue) == kept
    assert shown(store, "الحريري") == [("سعد الدين الحريري", 3)]


def test_what_cannot_be_decided(store: Store) -> None:
    macron, hariri = one(store, "ماكرون"), one(store, "سعد الحريري")
    with pytest.raises(PeopleError, match="one person already"):
        merge(store.catalogue, macron, [macron])
    with pytest.raises(PeopleError, match=r"بهية الحريري is no name of سعد الحريري: isnad person"):
        split(store.catalogue, hariri, ["بهية الحريري"])
    with pytest.raises(PeopleError, match="all the names"):
        split(store.catalogue, hariri, ["سعد الحريري"])
    with pytest.raises(PeopleError, match="another's name: isnad person merge"):
        rename(store.catalogue, hariri, "ماكرون")
    with pytest.raises(PeopleError, match="is no name"):
        rename(store.catalogue, hariri, " ... ")
    assert decisions(store.catalogue) == []


def test_names_as_typed() -> None:
    assert may_mean(("ماكرون",), ("ايمانويل", "ماكرون"))
    assert may_mean(("ايمانويل", "ماكرون"), ("ايمانويل", "ماكرون"))
    assert not may_mean((), ("ماكرون",))
    assert latin_cost("Tayyip Erdogan", ("رجب", "طيب", "اردوغان")) is not None
    assert latin_cost("Recep Erdogan", ("رجب", "طيب", "اردوغان")) is not None
    assert latin_cost("Tayyip", ("رجب", "طيب", "اردوغان")) is None
