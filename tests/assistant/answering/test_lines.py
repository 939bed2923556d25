import numpy as np

from assistant.answering.lines import _MET, analysed, meet_words, sentence_of
from index.vocabulary import Span
from tests.assistant.answering.conftest import BREAD, Asked


def test_each_sentence_of_a_passage_comes_once_with_what_is_said_in_it(asked: Asked) -> None:
    lines = [one.line for one in asked("ماذا قالت سلمى الراوي عن سعر الخبز؟").ranked]
    assert len({(line.article.id, line.span) for line in lines}) == len(lines)
    bread = sorted((line for line in lines if line.article.id == "bread"), key=lambda line: line.span)
    assert [line.number for line in bread] == [0, 1, 2]
    assert bread[0].text == "قالت وزيرة التجارة سلمى الراوي، الأربعاء، إن سعر الخبز لن يرتفع هذا العام."
    assert [[said.shown for said in line.said] for line in bread] == [
        ["سلمى الراوي"],
        ["سلمى الراوي"],
        ["عادل السالمي"],
    ]


def test_a_statement_has_the_cosine_of_its_vector_and_the_questions(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟")
    said = [said for one in inquiry.ranked for said in one.line.said]
    assert all(-1.0 <= one.cosine <= 1.0 for one in said)
    assert np.std([one.cosine for one in said]) > 0.0


def test_the_sentence_that_something_begins_in() -> None:
    place = BREAD.text.index("القمح")
    assert sentence_of(BREAD, Span(place, place + 3)).of(BREAD.text) == "وأوضحت الراوي أن مخزون القمح يكفي ستة أشهر."


def test_words_as_they_are_matched() -> None:
    one = analysed("أسعارُ الخُبزِ، و القمح!")
    assert one.words == ("اسعار", "خبز", "قمح")
    assert one.length == 4
    assert analysed("الخبز").words == analysed("خبز").words


def test_words_that_articles_hold_are_met_before_a_question_is_asked(asked: Asked) -> None:
    store = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟").store
    _MET.clear()
    meet_words(store.catalogue)
    before = len(_MET)
    assert before > 0
    analysed.__wrapped__(BREAD.text)
    assert len(_MET) == before
