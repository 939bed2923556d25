import datetime as dt
from collections.abc import Callable

import pytest

from assistant.retriever import Clock, retrieve
from assistant.understanding import understand
from index.arabic.analyser import tokens
from index.store import Store
from index.vocabulary import EVERYTHING, Article, Filters

DAM = Article(
    "قال مدير السد كمال الدريدي إنّ مخزون المياه بلغ ٤٣٫٥ بالمائة.\nوأضاف أن الأمطار الأخيرة لم تكن كافية.",
    id="dam",
    title="مخزون سد وادي الزيتون",
    date=dt.date(2025, 1, 14),
    source="الضفة",
)
PORT = Article(
    "أعلن عمال الميناء إضرابا مفتوحا ابتداء من الاثنين.",
    id="port",
    title="إضراب",
    date=dt.date(2025, 7, 1),
    source="الساحل",
)
COPY = Article("الميناء - " + PORT.text, id="copy", title="إضراب في الميناء", date=dt.date(2025, 7, 2), source="السدرة")

StoreOf = Callable[..., Store]


def found(store: Store, asked: str, filters: Filters = EVERYTHING) -> list[str]:
    return [hit.article.id for hit in retrieve(store, understand(asked), filters)]


def test_the_passage_that_answers_is_first(store_of: StoreOf) -> None:
    store = store_of(DAM, PORT)
    assert found(store, "كم بلغ مخزون المياه في السد؟")[0] == "dam"
    assert found(store, "متى يبدأ إضراب عمال الميناء؟")[0] == "port"


@pytest.mark.parametrize(
    "asked",
    [
        "كم بلغ مخزون المياه في السد 43.5",
        "كم بلغ مخزون المياة فى السد ٤٣,٥",
        "كَمْ بَلَغَ مَخْزُونُ المِيَاهِ في السدّ 43.5",
        "كم بلغ مخــزون المياه في السد ٤٣٫٥",
    ],
)
def test_spelling_makes_no_difference_to_what_is_found_by_words(store_of: StoreOf, asked: str) -> None:
    hits = retrieve(store_of(DAM, PORT), understand(asked))
    assert hits[0].article.id == "dam"
    assert set(understand(asked).words) >= {*tokens("المخزون"), "43٫5"}


def test_copies_of_one_passage_are_one_hit(store_of: StoreOf) -> None:
    hits = retrieve(store_of(DAM, PORT, COPY), understand("إضراب عمال الميناء"))
    first = hits[0]
    assert {first.article.id, *(article.id for article in first.same_words)} == {"port", "copy"}
    assert [hit.article.id for hit in hits[1:]] == ["dam"]


def test_filters_narrow_both_kinds_of_search(store_of: StoreOf) -> None:
    store = store_of(DAM, PORT, COPY)
    assert found(store, "إضراب الميناء", Filters(sources=("الضفة",))) == ["dam"]
    assert found(store, "إضراب الميناء", Filters(since=dt.date(2025, 7, 2))) == ["copy"]
    assert found(store, "إضراب الميناء", Filters(articles=("port",))) == ["port"]
    assert found(store, "إضراب الميناء", Filters(until=dt.date(2020, 1, 1))) == []


def test_scores_fall_and_no_more_than_asked_for(store_of: StoreOf) -> None:
    hits = retrieve(store_of(DAM, PORT), understand("مخزون السد"), count=1)
    assert len(hits) == 1
    scores = [hit.rank_score for hit in retrieve(store_of(DAM, PORT), understand("مخزون السد"))]
    assert scores == sorted(scores, reverse=True)


def test_every_stage_is_timed(store_of: StoreOf) -> None:
    clock = Clock()
    retrieve(store_of(DAM), understand("السد"), clock=clock)
    assert clock.seconds.keys() == {"embed", "vectors", "lexical", "rank"}
    assert all(seconds >= 0 for seconds in clock.seconds.values())


def test_an_empty_store_finds_nothing(store_of: StoreOf) -> None:
    assert found(store_of(), "مخزون السد") == []
