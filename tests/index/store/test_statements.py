import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.arabic.analyser import tokens
from index.embedder import Embedder
from index.ingest import add
from index.store import Store, StoreError
from index.store.statements import FACETS, StatementHit, count_by, find, in_time
from index.vocabulary import Article, StatementFilters

DAM = Article(
    id="dam",
    title="سد الوادي",
    date=dt.date(2023, 5, 2),
    source="المرصد",
    text="قال وزير الري هاني الرفاعي في بيان إن السد سليم من كل تشقق. ونفت شركة المياه انقطاع الماء عن القرى.",
)
BREAD = Article(
    id="bread",
    title="الخبز",
    date=dt.date(2023, 6, 9),
    source="الميزان",
    text="أكد الوزير هاني الرفاعي خلال ندوة صحفية بتونس أن «سعر الخبز لن يتغير هذه السنة».",
)
OLD = Article(id="old", text="قالت سلمى الوافي إن المتحف سيفتح أبوابه للزوار.", source="المرصد")


@pytest.fixture
def store(tmp_path: Path, tiny_embedder: Embedder) -> Iterator[Store]:
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, [DAM, BREAD, OLD])
        yield store


def places(hits: list[StatementHit]) -> list[str]:
    return [hit.article.id for hit in hits]


def test_every_statement_in_the_order_of_its_day(store: Store) -> None:
    hits = list(in_time(store.catalogue))
    assert [(hit.article.id, hit.shown) for hit in hits] == [
        ("dam", "هاني الرفاعي"),
        ("dam", "شركة المياه"),
        ("bread", "هاني الرفاعي"),
        ("old", "سلمى الوافي"),
    ]
    assert hits[0].content == "السد سليم من كل تشقق"
    assert hits[0].statement.cue.of(DAM.text) == "قال"
    assert places(find(store, count=2)) == ["bread", "dam"]
    assert [hit.statement for hit in hits] == [hit.statement for hit in find(store, count=4)][1:3] + [
        hit.statement for n, hit in enumerate(find(store, count=4)) if n in (0, 3)
    ]


HANI = ("هاني رفاعي",)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (StatementFilters(people=HANI), ["dam", "bread"]),
        (StatementFilters(people=HANI, since=dt.date(2023, 6, 1)), ["bread"]),
        (StatementFilters(until=dt.date(2023, 5, 2)), ["dam", "dam"]),
        (StatementFilters(stances=("deny",)), ["dam"]),
        (StatementFilters(kinds=("person",), sources=("المرصد",)), ["dam", "old"]),
        (StatementFilters(places=("تونس",)), ["bread"]),
        (StatementFilters(places=("ندوة صحفية", "القاهرة")), ["bread"]),
        (StatementFilters(places=("القاهرة",)), []),
        (StatementFilters(places=("في",)), []),  # a word that tells nothing is in no place
        (StatementFilters(mediums=("البيان",)), ["dam"]),
        (StatementFilters(organizations=("شركة المياه",)), ["dam"]),
        (StatementFilters(types=("direct", "mixed")), ["bread"]),
        (StatementFilters(articles=("old", "bread")), ["bread", "old"]),
        (StatementFilters(confidence=1.0), []),
    ],
)
def test_narrowed(store: Store, filters: StatementFilters, expected: list[str]) -> None:
    assert places(list(in_time(store.catalogue, filters))) == expected
    assert sorted(places(find(store, filters))) == sorted(expected)


def test_about(store: Store) -> None:
    asked = "هل يتغير سعر الخبز؟"
    hits = find(store, vector=store.embedder.question(asked), words=tokens(asked))
    assert places(hits)[0] == "bread"
    assert hits[0].score > hits[1].score
    assert hits[0].cosine is not None
    assert hits[0].cosine > 0.3
    assert places(find(store, words=tokens("المتحف"))) == ["old"]
    assert find(store, words=tokens("المتحف"))[0].cosine is None
    assert len(find(store, vector=store.embedder.question(asked))) == 4
    assert places(find(store, vector=store.embedder.question(asked), count=1)) == ["bread"]


def test_about_and_narrowed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = "سعر الخبز والسد"
    vector, words = store.embedder.question(asked), tokens(asked)
    compared = find(store, StatementFilters(sources=("المرصد",)), vector=vector, words=words)
    assert places(compared)[0] == "dam"
    assert set(places(compared)) == {"dam", "old"}
    monkeypatch.setattr("index.store.statements._FEW", 1)
    wide = find(store, StatementFilters(sources=("المرصد",)), vector=vector, words=words)
    assert [hit.key for hit in wide] == [hit.key for hit in compared]
    np.testing.assert_allclose([hit.score for hit in wide], [hit.score for hit in compared], atol=0.05)


@pytest.mark.parametrize(
    ("facet", "expected"),
    [
        ("speaker", [("هاني الرفاعي", 2), ("سلمى الوافي", 1), ("شركة المياه", 1)]),
        ("place", [("تونس", 1)]),
        ("medium", [("بيان", 1), ("ندوة صحفية", 1)]),
        ("month", [("2023-05", 2), ("2023-06", 1)]),
        ("stance", [("say", 2), ("deny", 1), ("stress", 1)]),
        ("kind", [("person", 3), ("organization", 1)]),
        ("source", [("المرصد", 3), ("الميزان", 1)]),
    ],
)
def test_counts(store: Store, facet: str, expected: list[tuple[str, int]]) -> None:
    assert count_by(store.catalogue, facet) == expected


def test_counts_narrowed(store: Store) -> None:
    assert count_by(store.catalogue, "source", StatementFilters(people=HANI)) == [("المرصد", 1), ("الميزان", 1)]
    for facet in FACETS:
        assert sum(number for _, number in count_by(store.catalogue, facet, StatementFilters(articles=("old",)))) <= 1
    with pytest.raises(ValueError, match="'colour' is no facet"):
        count_by(store.catalogue, "colour")


def test_a_store_without_statements_says_so_and_answers_from_passages(store: Store) -> None:
    with store.catalogue.transaction() as db:
        db.execute("UPDATE articles SET statements = '' WHERE id <> 'old'")
    with pytest.raises(StoreError, match=r"2 articles .*: isnad reindex statements"):
        find(store)
    assert len(store.words.passages_with(tokens("الخبز"), 5)) == 1
