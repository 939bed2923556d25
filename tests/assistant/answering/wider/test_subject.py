import pytest

from assistant.answering.wider.subject import ENOUGH
from assistant.answering.wider.told import Retold
from index.store.statements import StatementHit
from index.vocabulary import Article, Span, Statement
from tests.assistant.answering.conftest import Asked


def told(words: str, title: str = "") -> Retold:
    statement = Statement("x", Span(0, len(words)), Span(0, 0), "أحد", "person", "say", "indirect")
    return Retold(StatementHit(1, statement, Article(words, id="x", title=title), "احد", "أحد"))


@pytest.mark.parametrize(
    "question",
    ["ما هي تصريحات سلمى الراوي؟", "ماذا قالت الراوي؟", "رتب أقوال سلمى الراوي حسب التاريخ", "كم تصريحا لسلمى الراوي؟"],
)
def test_a_question_for_a_person_alone_has_no_subject(asked: Asked, question: str) -> None:
    assert not asked(question).subject


def test_whoever_speaks_is_no_subject_but_whoever_is_spoken_of_is(asked: Asked) -> None:
    words = asked("ما موقف سلمى الراوي من إضراب عادل السالمي؟").subject.words
    assert "اضراب" in words and "سالم" in words
    assert "راو" not in words


def test_somebody_may_be_the_subject_of_who_spoke(asked: Asked) -> None:
    assert "راو" in asked("من تحدث عن سلمى الراوي؟").subject.words


def test_words_in_the_statement_count_more_than_those_of_the_title(asked: Asked) -> None:
    subject = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟").subject
    assert subject.met_by(told("سعر الخبز لن يرتفع")) == pytest.approx(1.0)
    assert 0 < subject.met_by(told("لن يرتفع أبدا", title="سعر الخبز")) < ENOUGH
    assert subject.met_by(told("الزيت متوفر في السوق")) == 0.0


def test_a_strike_is_not_terror(asked: Asked) -> None:
    subject = asked("ماذا قال عادل السالمي عن الإضراب؟").subject
    assert subject.met_by(told("الإرهاب خطر على الجميع")) == 0.0
