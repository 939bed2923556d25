import datetime as dt
from collections.abc import Callable

import pytest

from assistant.answering import confidence
from assistant.assistant import Assistant
from assistant.generated.answering import Generated
from assistant.generated.model import LanguageModel
from assistant.understanding import Question
from index.store import Store
from index.vocabulary import Article, Filters, StatementFilters
from tests.assistant.generated.scripted import ScriptedChat

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


@pytest.mark.usefixtures("sure")
def test_an_answer_cites_the_words_of_its_article(store_of: StoreOf) -> None:
    answer = Assistant(store_of(DAM)).ask("كم بلغ مخزون المياه؟")
    assert not answer.refused
    assert answer.text.startswith("«قال مدير السد كمال الدريدي إن مخزون المياه بلغ 43 بالمائة.» [1]")
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
def test_the_stream_grows_to_the_answer(store_of: StoreOf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.answering.composing._WORTH", 0.0)  # whatever the hashed words make of the second
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


@pytest.mark.parametrize(("asked", "kind"), [("السلام عليكم", "greeting"), ("اكتب لي قصيدة عن البحر", "off_topic")])
def test_small_talk_is_told_what_it_is_for_and_nothing_is_searched(store_of: StoreOf, asked: str, kind: str) -> None:
    answer = Assistant(store_of(DAM)).ask(asked)
    assert (answer.kind, answer.evidence, answer.citations) == (kind, (), ())
    assert "مثلًا" in answer.text
    assert "embed" not in answer.seconds


def test_chips_tell_how_the_question_was_understood(store_of: StoreOf) -> None:
    later = Article("قال كمال الدريدي إن السد امتلأ تماما.", id="later", date=dt.date(2025, 3, 2), source="الضفة")
    assistant = Assistant(store_of(DAM, later))
    asked = "ماذا قال الدريدي في جانفي 2025 عن السد؟"
    answer = assistant.ask(asked)
    assert answer.kind == "what"
    assert [(chip.kind, chip.shown, chip.hard) for chip in answer.chips] == [
        ("person", "كمال الدريدي", False),
        ("days", "في جانفي 2025", True),
    ]
    assert [one.article.id for one in answer.evidence] == ["dam"]
    days = answer.chips[1]
    widened = assistant.ask(asked, without=[days.id])
    assert {one.article.id for one in widened.evidence} == {"dam", "later"}
    assert days not in widened.chips


def test_days_without_any_article_are_given_up_and_the_reader_told(store_of: StoreOf) -> None:
    assistant = Assistant(store_of(DAM))
    answer = assistant.ask("ماذا قال الدريدي في ماي 2019 عن مخزون السد؟")
    assert [one.article.id for one in answer.evidence] == ["dam"]
    assert "في ماي 2019" in answer.notice
    assert assistant.ask("ماذا قال الدريدي في جانفي 2025 عن مخزون السد؟").notice == ""


def test_what_the_reader_chose_is_never_given_up(store_of: StoreOf) -> None:
    answer = Assistant(store_of(DAM)).ask("ماذا قال الدريدي في ماي 2019؟", filters=Filters(sources=("لا أحد",)))
    assert answer.refused
    assert answer.notice == ""


@pytest.mark.usefixtures("sure")
def test_with_a_model_it_writes_the_answer(store_of: StoreOf) -> None:
    chat = ScriptedChat(script=lambda keys: ["بلغ مخزون المياه في السد 43 بالمائة ", f"[{keys['hostile']}]."])
    assistant = Assistant(store_of(DAM), Generated(LanguageModel("scripted", chat)))
    assistant.prepare()
    assert chat.sent == []  # the model is not asked for the sake of warming up
    *growing, last = assistant.stream("كم بلغ مخزون المياه؟")
    assert growing[0].text == "بلغ مخزون المياه في السد 43 بالمائة "
    assert (last.text, last.method) == ("بلغ مخزون المياه في السد 43 بالمائة [1].", "scripted")
    assert last.citations[0].quote == "قال مدير السد كمال الدريدي إن مخزون المياه بلغ 43 بالمائة."
    assert assistant.ask("كم بلغ مخزون المياه؟") == last
    assert "القائل: كمال الدريدي" in str(chat.sent[0][-1].content)


@pytest.mark.usefixtures("sure")
def test_no_model_is_asked_what_is_refused(store_of: StoreOf) -> None:
    chat = ScriptedChat(script=lambda keys: ["أدان الوزير تزوير الانتخابات."])
    answer = Assistant(store_of(DAM), Generated(LanguageModel("scripted", chat))).ask("من أدان تزوير الانتخابات؟")
    assert answer.refused
    assert chat.sent == []


def test_the_statements_of_an_article_tell_who_is_meant(store_of: StoreOf) -> None:
    other = Article("قال مدير السد كمال الدريدي إن المخزون كاف.", id="other")
    hits = Assistant(store_of(DAM, other)).statements_of("dam")
    assert [hit.content for hit in hits] == ["مخزون المياه بلغ 43 بالمائة", "الأمطار الأخيرة لم تكن كافية"]
    assert {(hit.shown, hit.article.id) for hit in hits} == {("كمال الدريدي", "dam")}


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


def test_where_something_was_said_that_nobody_said_is_no_question(
    store_of: StoreOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    assistant = Assistant(store_of(DAM))
    base, follow_up = "ماذا قال كمال الدريدي عن الحرب في أوكرانيا؟", "وأين قال ذلك؟"

    def sure(asked: Question, *_: object) -> float:
        return 0.1 if asked.asked == base else 0.9

    monkeypatch.setattr("assistant.assistant.confidence", sure)
    assert assistant.ask(follow_up, history=[base]).refused
    assert not assistant.ask(follow_up, history=["ماذا قال كمال الدريدي عن مخزون المياه؟"]).refused
