import pytest

from assistant.answering.wider import choosing
from assistant.answering.wider.choosing import evidence, wider
from assistant.assistant import Assistant
from index.vocabulary import Evidence, Passage, Span
from tests.assistant.answering.conftest import BREAD, Asked


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("ماذا قالت سلمى الراوي؟", "نُقل عن سلمى الراوي"),
        ("من تحدث عن تشققات السد؟", "تحدّث عن ذلك"),
        ("قارن بين تصريحات هالة الدريدي وسامر الحداد حول تشققات السد", "هالة الدريدي:"),
        ("هل نفت هالة الدريدي وجود تشققات في السد؟", "نعم، نفت"),
        ("كم تصريحا لسلمى الراوي؟", "نُقل عن سلمى الراوي"),
        ("من نفى وجود تشققات خطيرة في جسم سد وادي الزيتون؟", "اختلفت الأقوال"),
    ],
)
def test_each_question_finds_its_composer(asked: Asked, question: str, begins: str) -> None:
    made = wider(asked(question), sure=0.95)
    assert made is not None and not made.refused
    assert made.text.startswith(begins)


@pytest.mark.parametrize(
    "question", ["ماذا قالت سلمى الراوي عن سعر الخبز؟", "متى ارتفع سعر الخبز؟", "من أعلن إضراب المخابز؟"]
)
def test_plain_questions_search_for_nothing(asked: Asked, question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    inquiry = asked(question)

    def searched(*args: object, **kwargs: object) -> None:
        raise AssertionError("a plain question has searched statements")

    for module in ("search.statements.find", "search.statements.in_time", "search.statements.count_by"):
        monkeypatch.setattr(f"assistant.answering.wider.{module}", searched)
    assert wider(inquiry, sure=0.95) is None


def test_speakers_without_a_word_on_it_are_compared_by_the_sentences_that_do_answer(asked: Asked) -> None:
    inquiry = asked("ما الفرق بين سعر الحليب بحسب سلمى الراوي وبحسب سامر الحداد؟")
    refused = wider(inquiry, sure=0.1)
    assert refused is not None and refused.refused
    assert wider(inquiry, sure=0.95) is None


def test_a_store_with_statements_of_another_version_answers_plainly(asked: Asked, assistant: Assistant) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي؟")
    with assistant.store.catalogue.transaction() as db:
        db.execute("UPDATE articles SET statements = 'before' WHERE id = 'oil'")
    assert wider(inquiry, sure=0.95) is None


def test_what_is_cited_comes_first_in_the_evidence(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي؟")
    made = wider(inquiry, sure=0.95)
    assert made is not None
    other = Evidence(BREAD, Passage("bread", 0, Span(0, len(BREAD.text))), 0.5)
    found = evidence(inquiry, made, [other])
    assert [one.article.id for one in found] == ["oil", "bread", "strike"]
    for one in made.told:
        assert any(e.article == one.article and e.passage.span.overlap(one.hit.statement.content) for e in found)


def test_a_passage_that_is_gone_is_no_evidence(asked: Asked) -> None:
    assert choosing._passage(asked("ماذا قالت سلمى الراوي؟").store, "gone", 0) is None
