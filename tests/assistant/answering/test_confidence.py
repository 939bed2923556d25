from dataclasses import replace

import numpy as np
import pytest

from assistant.answering import confidence as module
from assistant.answering.confidence import ENOUGH, FAIR, HIGH, NAMES, Corpus, confidence, in_words, signals
from assistant.answering.wider.inquiry import Inquiry
from tests.assistant.answering.conftest import Asked

CORPUS = Corpus(3.0)


def facts(inquiry: Inquiry) -> dict[str, float]:
    return signals(inquiry.question, inquiry.context.rarity, inquiry.hits, inquiry.ranked, CORPUS)


def test_nothing_found_is_no_answer(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟")
    assert confidence(inquiry.question, inquiry.context.rarity, inquiry.hits, (), CORPUS) == 0.0


def test_words_for_how_sure_it_is(asked: Asked) -> None:
    best = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟").ranked[0]
    certain, doubtful = replace(best, share=1.0), replace(best, share=0.3)
    assert [in_words(sure, [certain]) for sure in (1.0, HIGH, FAIR, 0.3)] == ["high", "high", "fair", "low"]
    assert in_words(1.0, [doubtful]) == "low"  # it is answered, but perhaps by another line
    assert in_words(1.0, []) == "low"
    assert 0 < FAIR < HIGH < 1 and 0 < ENOUGH < 1


def test_each_fact_has_a_weight_and_a_value(asked: Asked) -> None:
    assert set(facts(asked("ماذا قالت سلمى الراوي عن سعر الخبز؟"))) == set(NAMES)


def test_what_stands_there_is_not_missing_and_what_does_not_is(asked: Asked) -> None:
    there = facts(asked("ماذا قالت سلمى الراوي عن سعر الخبز؟"))
    gone = facts(asked("ماذا قالت سلمى الراوي عن جائحة كورونا؟"))
    assert there["topic in the article"] == pytest.approx(1.0)
    assert there["rarest missing"] == 0.0
    assert gone["rarest missing"] > 0.0 and gone["topic in the article"] == 0.0
    assert gone["pair missing"] > 0.0


def test_an_article_of_other_days_than_those_asked_for(asked: Asked) -> None:
    assert facts(asked("ماذا قالت سلمى الراوي عن سعر الخبز؟"))["outside the period"] == 0.0
    assert facts(asked("ما أخبار المخابز في عام 2019؟"))["outside the period"] == 1.0


def test_whether_a_speaker_is_named(asked: Asked) -> None:
    assert facts(asked("ماذا قالت سلمى الراوي عن سعر الخبز؟"))["speaker named"] == 1.0
    assert facts(asked("كم شهرا يكفي القمح؟"))["speaker named"] == 0.0


def test_a_place_that_goes_unnamed(asked: Asked) -> None:
    assert facts(asked("ماذا قالت سلمى الراوي عن الخبز في المغرب؟"))["place missing"] > 0.0


def test_it_is_a_probability(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """However far the odds go: a passage that has nothing of the question, or all of it."""
    inquiry = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟")
    arguments = (inquiry.question, inquiry.context.rarity, inquiry.hits, inquiry.ranked, CORPUS)
    for odds, sure in ((-1e6, 0.0), (1e6, 1.0), (0.0, 0.5)):
        monkeypatch.setattr(
            module, "weights", lambda part, names, odds=odds: np.array([odds] + [0.0] * (len(names) - 1))
        )
        assert confidence(*arguments) == pytest.approx(sure, abs=1e-9)
