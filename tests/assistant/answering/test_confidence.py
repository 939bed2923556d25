from dataclasses import replace

import numpy as np
import pytest

from assistant.answering import confidence as module
from assistant.answering.confidence import (
    ENOUGH,
    FAIR,
    HIGH,
    IN_WORDS,
    NAMES,
    Corpus,
    confidence,
    in_words,
    reliance,
    signals,
)
from assistant.answering.wider.inquiry import Inquiry
from tests.assistant.answering.conftest import Asked

CORPUS = Corpus(3.0)


def facts(inquiry: Inquiry) -> dict[str, float]:
    return signals(inquiry.question, inquiry.context.rarity, inquiry.hits, inquiry.ranked, CORPUS)


def test_nothing_found_is_no_answer(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟")
    assert confidence(inquiry.question, inquiry.context.rarity, inquiry.hits, (), CORPUS) == 0.0


def test_words_for_how_sure_it_is(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    best = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟").ranked[0]
    assert 0 < FAIR < HIGH < 1 and 0 < ENOUGH < 1
    for odds, word in ((3.0, "high"), (1.0, "fair"), (0.0, "low"), (-3.0, "low")):
        monkeypatch.setattr(
            module, "weights", lambda part, names, odds=odds: np.array([odds] + [0.0] * (len(names) - 1))
        )
        assert in_words(1.0, [best]) == word
    assert in_words(1.0, []) == "low"


def test_what_the_word_is_chosen_by(asked: Asked) -> None:
    best = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟").ranked[0]
    certain, doubtful = reliance(0.9, [replace(best, share=1.0)]), reliance(0.6, [replace(best, share=0.3)])
    assert set(certain) == set(IN_WORDS)
    assert certain["odds"] > doubtful["odds"] > 0
    assert certain["share of the best"] == 0.0 > doubtful["share of the best"]
    assert certain["length of the best"] == doubtful["length of the best"] > 0
    assert reliance(1.0, [best])["odds"] == -reliance(0.0, [best])["odds"] < float("inf")


def test_each_fact_has_a_weight_and_a_value(asked: Asked) -> None:
    assert set(facts(asked("ماذا قالت سلمى الراوي عن سعر الخبز؟"))) == set(NAMES)


def test_what_stands_there_is_not_missing_and_what_does_not_is(asked: Asked) -> None:
    there = facts(asked("ماذا قالت سلمى الراوي عن سعر الخبز؟"))
    gone = facts(asked("ماذا قالت سلمى الراوي عن جائحة كورونا؟"))
    assert there["rarest missing"] == there["pair missing"] == there["named missing"] == 0.0
    assert gone["rarest missing"] > 0.0 and gone["pair missing"] > 0.0
    assert gone["weight of the topic"] > 0.0


def test_the_days_asked_for(asked: Asked) -> None:
    open_ = facts(asked("ماذا قالت سلمى الراوي عن سعر الخبز؟"))
    inside = facts(asked("ماذا قالت سلمى الراوي عن سعر الخبز في أفريل 2025؟"))
    other = facts(asked("ما أخبار المخابز في عام 2019؟"))
    assert [one["in the period"] for one in (open_, inside, other)] == [0.0, 1.0, 0.0]
    assert [one["year missing"] for one in (open_, inside, other)] == [0.0, 0.0, 1.0]


def test_what_others_say_of_the_topic_is_not_what_the_speaker_does(asked: Asked) -> None:
    hers = facts(asked("ماذا قالت سلمى الراوي عن سعر الخبز؟"))
    of_others = facts(asked("ماذا قالت سلمى الراوي عن تشققات سد وادي الزيتون؟"))
    of_nobody = facts(asked("من حذر من تشققات سد وادي الزيتون؟"))
    assert hers["said by others"] == of_nobody["said by others"] == 0.0
    assert of_others["said by others"] > 0.5


def test_another_stance_than_the_one_asked_with(asked: Asked) -> None:
    assert facts(asked("ماذا نفت هالة الدريدي عن سد وادي الزيتون؟"))["stance missing"] == 0.0
    assert facts(asked("متى نفت سلمى الراوي توريد الزيت النباتي من الخارج؟"))["stance missing"] == 1.0


def test_a_denial_that_nobody_gave(asked: Asked) -> None:
    asked_of = {
        "ماذا نفت هالة الدريدي عن سد وادي الزيتون؟": 0.0,
        "من نفى إضراب المخابز؟": 1.0,
        "متى نفت سلمى الراوي توريد الزيت النباتي من الخارج؟": 1.0,
        "من أكد إضراب المخابز؟": 0.0,
        "من طالب بتوريد الزيت النباتي من الخارج؟": 0.0,
    }
    assert {question: facts(asked(question))["reply missing"] for question in asked_of} == asked_of


def test_what_a_question_ends_with(asked: Asked) -> None:
    there = facts(asked("من حذر من تشققات سد وادي الزيتون؟"))
    elsewhere = facts(asked("من حذر من تشققات سد وادي الكرمة؟"))
    before = facts(asked("من حذر من زلازل سد وادي الزيتون؟"))
    assert there["last missing"] == before["last missing"] == 0.0 < before["rarest missing"]
    assert elsewhere["last missing"] > 0.0


def test_a_question_of_names_ends_with_nothing(asked: Asked) -> None:
    assert facts(asked("ماذا قالت سلمى الراوي؟"))["last missing"] == 0.0


def test_somebody_or_some_place_that_goes_unnamed(asked: Asked) -> None:
    assert facts(asked("ماذا قالت سلمى الراوي عن الخبز في المغرب؟"))["named missing"] > 0.0
    assert facts(asked("ماذا قال النائب غسان البرقاوي عن سعر الخبز؟"))["named missing"] > 0.0


def test_articles_that_share_the_chances(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟")
    first = inquiry.ranked[0]
    other = next(one for one in inquiry.ranked if one.line.article_key != first.line.article_key)
    arguments = (inquiry.question, inquiry.context.rarity, inquiry.hits)
    alone = signals(*arguments, [replace(first, share=1.0), replace(other, share=0.0)], CORPUS)
    torn = signals(*arguments, [replace(first, share=0.5), replace(other, share=0.5)], CORPUS)
    assert alone["spread over articles"] == 0.0
    assert torn["spread over articles"] == pytest.approx(np.log(2))


def test_it_is_a_probability(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """However far the odds go: a passage that has nothing of the question, or all of it."""
    inquiry = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟")
    arguments = (inquiry.question, inquiry.context.rarity, inquiry.hits, inquiry.ranked, CORPUS)
    for odds, sure in ((-1e6, 0.0), (1e6, 1.0), (0.0, 0.5)):
        monkeypatch.setattr(
            module, "weights", lambda part, names, odds=odds: np.array([odds] + [0.0] * (len(names) - 1))
        )
        assert confidence(*arguments) == pytest.approx(sure, abs=1e-9)
