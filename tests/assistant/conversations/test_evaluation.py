from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from assistant.conversations import Conversation, Feedback, Outcome, Turn
from assistant.conversations.evaluation import complete, questions
from index.vocabulary import Answer

from .conftest import PORT, QUOTE, RELAY, answer_to, refusal_of, span

NOW = dt.datetime(2025, 3, 9, tzinfo=dt.UTC)


def talk(*turns: Turn) -> Conversation:
    return Conversation("t-1", "عنوان", NOW, NOW, turns)


def turn(number: int, answer: Answer, *feedback: Feedback) -> Turn:
    return Turn(number, answer.question, outcome=Outcome.ANSWERED, answer=answer, feedback=feedback)


def only(conversation: Conversation, lookup: Any) -> dict[str, Any]:
    (question,) = questions(conversation, lookup)
    return question


@pytest.mark.parametrize(
    ("kind", "told", "right"),
    [
        ("who", "who", "سلمى الراوي"),
        ("where", "where", "ندوة بطنجة"),
        ("when", "when", "الجمعة"),
        ("stance", "what", QUOTE),
        ("how_many", "fact", QUOTE),
        ("", "fact", QUOTE),
    ],
)
def test_a_right_answer_is_a_question_with_the_words_it_cites(kind: str, told: str, right: str, lookup: Any) -> None:
    question = only(talk(turn(1, answer_to("؟", kind), Feedback(0, "right"))), lookup)
    place = span(PORT, QUOTE)
    assert (question["id"], question["kind"], question["answers"]) == ("t-1-1", told, [right])
    assert (question["article_id"], question["evidence"]) == (PORT.id, [place.start, place.end])
    assert "history" not in question and complete(question)


def test_a_source_that_was_judged_is_no_evidence(lookup: Any) -> None:
    feedback = (Feedback(0, "right"), Feedback(1, "not_relevant"))
    question = only(talk(turn(1, answer_to("من؟"), *feedback)), lookup)
    assert question["article_id"] == RELAY.id and question["answers"] == [QUOTE]
    assert question["feedback"]["sources"] == [
        {"article_id": PORT.id, "start": span(PORT, QUOTE).start, "end": span(PORT, QUOTE).end}
        | {"verdict": "not_relevant"}
    ]
    neither = only(talk(turn(1, answer_to("من؟"), *feedback, Feedback(2, "wrong_speaker"))), lookup)
    assert neither["answers"] == [] and not complete(neither)


def test_a_right_refusal_asks_what_nobody_said(lookup: Any) -> None:
    question = only(talk(turn(1, refusal_of("والمريخ؟"), Feedback(0, "right"))), lookup)
    assert (question["kind"], question["answers"], question["evidence"]) == ("unanswerable", [], None)
    assert complete(question)


def test_a_wrong_answer_is_a_question_once_the_right_one_is_known_and_found(lookup: Any) -> None:
    wrong = answer_to("أين؟", "where")
    assert not complete(only(talk(turn(1, wrong, Feedback(0, "wrong"))), lookup))
    elsewhere = only(talk(turn(1, wrong, Feedback(0, "wrong", "في الدار البيضاء"))), lookup)
    assert elsewhere["answers"] == ["في الدار البيضاء"] and not complete(elsewhere)
    found = only(talk(turn(1, wrong, Feedback(0, "wrong", "ندوه  بطنجة"))), lookup)
    assert found["answers"] == ["ندوه  بطنجة"] and found["evidence"] == [0, len(PORT.text)] and complete(found)


def test_a_wrong_refusal_may_be_answered_by_its_nearest_passage(lookup: Any) -> None:
    question = only(talk(turn(1, refusal_of("من نقل؟"), Feedback(0, "wrong_refusal", "الصحف"))), lookup)
    assert question["article_id"] == RELAY.id and question["kind"] == "fact" and complete(question)
    assert question["feedback"]["refused"] and question["feedback"]["answered"] == "لم يقل أحد شيئًا عن المريخ."


def test_history_holds_the_earlier_questions(lookup: Any) -> None:
    failed = Turn(2, "خلل؟", outcome=Outcome.FAILED)
    told = list(
        questions(
            talk(turn(1, answer_to("من؟")), failed, turn(3, answer_to("وأين؟"), Feedback(0, "right"))),
            lookup,
        )
    )
    assert [(one["question"], one["history"]) for one in told] == [("وأين؟", ["من؟"])]


def test_sources_alone_may_be_judged(lookup: Any) -> None:
    question = only(talk(turn(1, answer_to("من؟"), Feedback(1, "wrong_speaker"))), lookup)
    assert question["feedback"]["verdict"] == "" and not complete(question)


def test_what_was_not_judged_is_no_question(lookup: Any) -> None:
    unanswered = replace(Turn(2, "ومتى؟"), feedback=(Feedback(0, "wrong"),))
    assert list(questions(talk(turn(1, answer_to("من؟")), unanswered), lookup)) == []
