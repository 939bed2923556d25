import datetime as dt
from collections.abc import Callable

import pytest

from assistant import confidence
from assistant.assistant import Assistant
from index.store import Store
from index.vocabulary import Article, Filters, StatementFilters

DAM = Article(
    "قال مدير السد كمال الدريدي إن مخزون المياه بلغ 43 بالمائة. وأضاف أن الأمطار الأخيرة لم تكن كافية.",
    id="dam",
    title="مخزون سد وادي الزيتون",
    date=dt.date(2025, 1, 14),
    source="الضفة",
)
HOSTILE = Article(
    'قالت "ليلى <script>alert(1)</script>" إن الميناء مغلق.', id="a/b?c", title="[x](javascript:1)", source="س"
)

StoreOf = Callable[..., Store]


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """The curve is fitted to the bundled model's cosines; those of the hashed words are others."""
    monkeypatch.setattr(
        "assistant.assistant.confidence", lambda cosine, rarity, held: confidence.coverage(rarity, held)
    )


@pytest.mark.usefixtures("sure")
def test_an_answer_cites_the_words_of_its_article(store_of: StoreOf) -> None:
    answer = Assistant(store_of(DAM)).ask("كم بلغ مخزون المياه؟")
    assert not answer.refused
    assert answer.text.startswith("قال مدير السد كمال الدريدي إن مخزون المياه بلغ 43 بالمائة. [1]")
    assert answer.citations[0].quote == "قال مدير السد كمال الدريدي إن مخزون المياه بلغ 43 بالمائة."
    for citation in answer.citations:
        assert citation.span.of(DAM.text) == citation.quote
    assert answer.evidence[0].article == DAM
    assert answer.method == "extractive"
    assert {"understand", "embed", "vectors", "lexical", "rank", "answer"} == answer.seconds.keys()


@pytest.mark.usefixtures("sure")
def test_markers_and_citations_agree(store_of: StoreOf) -> None:
    answer = Assistant(store_of(DAM, HOSTILE)).ask("ماذا قالت ليلى عن الميناء؟")
    for number, _ in enumerate(answer.citations, start=1):
        assert f"[{number}]" in answer.text
    assert f"[{len(answer.citations) + 1}]" not in answer.text


@pytest.mark.usefixtures("sure")
def test_what_nobody_wrote_about_is_refused_with_the_nearest_passages(store_of: StoreOf) -> None:
    answer = Assistant(store_of(DAM)).ask("من أدان تزوير الانتخابات البلدية في العاصمة؟")
    assert answer.refused
    assert answer.citations == ()
    assert answer.reason == answer.text != ""
    assert [evidence.article.id for evidence in answer.evidence] == ["dam"]


def test_a_narrowing_that_leaves_nothing_says_so(store_of: StoreOf) -> None:
    answer = Assistant(store_of(DAM)).ask("مخزون المياه", filters=Filters(sources=("لا أحد",)))
    assert answer.refused
    assert "اخترتَ" in answer.reason


@pytest.mark.parametrize("asked", ["", "؟؟", "من هو", "ما"])
def test_without_a_word_to_search_for_it_says_what_it_is_for(store_of: StoreOf, asked: str) -> None:
    answer = Assistant(store_of(DAM)).ask(asked)
    assert answer.refused
    assert "اسأل" in answer.text


@pytest.mark.usefixtures("sure")
def test_the_stream_grows_to_the_answer(store_of: StoreOf) -> None:
    assistant = Assistant(store_of(DAM))
    whole = assistant.ask("كم بلغ المخزون، وهل كانت الأمطار الأخيرة كافية؟")
    grown = list(assistant.stream("كم بلغ المخزون، وهل كانت الأمطار الأخيرة كافية؟"))
    assert len(whole.citations) == 2
    assert [answer.text for answer in grown] == [whole.text.split("\n\n")[0], whole.text]
    assert grown[-1] == whole


def test_articles_outlets_and_size(store_of: StoreOf) -> None:
    assistant = Assistant(store_of(DAM, HOSTILE))
    assert assistant.article("a/b?c") == HOSTILE
    assert assistant.article("none") is None
    assert assistant.sources() == [("الضفة", 1), ("س", 1)]
    assert assistant.size() == 2


def test_the_threshold_is_a_probability() -> None:
    assert 0 < confidence.ENOUGH < 1


def test_statements_are_found_by_what_they_are_about_and_by_whom(store_of: StoreOf) -> None:
    port = Article("قالت ليلى الحداد إن الميناء مغلق أمام البواخر.", id="port")
    assistant = Assistant(store_of(DAM, port))
    found = assistant.statements(about="مخزون المياه", count=1)
    assert [hit.content for hit in found] == ["مخزون المياه بلغ 43 بالمائة"]
    (speaker,) = assistant.people("الدريدي")
    assert speaker.shown == "كمال الدريدي"
    of_him = assistant.statements(StatementFilters(people=(speaker.key,)))
    assert {hit.shown for hit in of_him} == {"كمال الدريدي"}
    assert {hit.article.id for hit in assistant.statements()} == {"dam", "port"}
    assert assistant.people("زيد الخيالي") == []
