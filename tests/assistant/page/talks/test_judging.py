from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import html

from assistant.conversations import Turn
from assistant.conversations.record import ON_ANSWER, ON_SOURCE
from assistant.page.reader import Reader
from assistant.page.talks.judging import answer_judging, source_judging
from index.vocabulary import Answer


def buttons(markup: str) -> list[Any]:
    return list(html.fromstring(markup).xpath("//button"))


def test_an_answer_is_right_or_wrong(turn: Turn) -> None:
    right, wrong = buttons(answer_judging(turn))
    assert (right.get("value"), right.text_content()) == ("3:0:right", "صحيح")
    assert (wrong.get("value"), wrong.text_content()) == ("3:0:wrong", "خطأ")
    assert "on" in right.get("class").split() and "on" not in wrong.get("class").split()


def test_a_refusal_is_right_or_there_is_an_answer(turn: Turn) -> None:
    refused = replace(turn, answer=Answer("؟", "", refused=True), feedback=())
    assert [(one.get("value"), one.text_content()) for one in buttons(answer_judging(refused))] == [
        ("3:0:right", "صحيح، لا جواب"),
        ("3:0:wrong_refusal", "بل الجواب موجود"),
    ]


def test_nothing_is_judged_before_there_is_an_answer(turn: Turn) -> None:
    assert answer_judging(replace(turn, answer=None)) == ""


def test_a_source_is_judged_by_itself(turn: Turn) -> None:
    speaker, relevance = buttons(source_judging(turn, 2))
    assert (speaker.get("value"), relevance.get("value")) == ("3:2:wrong_speaker", "3:2:not_relevant")
    assert "on" in speaker.get("class").split() and "on" not in relevance.get("class").split()
    assert not any("on" in one.get("class").split() for one in buttons(source_judging(turn, 1)))


def test_every_verdict_of_a_button_is_one_that_is_kept(turn: Turn) -> None:
    refused = replace(turn, answer=Answer("؟", "", refused=True))
    given = {one.get("value").split(":")[2] for one in buttons(answer_judging(turn)) + buttons(answer_judging(refused))}
    assert given == set(ON_ANSWER)
    assert tuple(one.get("value").split(":")[2] for one in buttons(source_judging(turn, 1))) == ON_SOURCE


def test_in_english(turn: Turn) -> None:
    assert [one.text_content() for one in buttons(source_judging(turn, 1, Reader("en")))] == [
        "Wrong speaker",
        "Not relevant",
    ]
