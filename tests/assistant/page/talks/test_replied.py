from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from assistant.conversations import Outcome, Turn
from assistant.page.talks.replied import replied_markup, suggestions_markup
from index.vocabulary import Answer

from .conftest import HOSTILE


def test_an_answer_with_what_can_be_said_of_it(turn: Turn) -> None:
    markup = replied_markup(turn)
    assert "نفت" in markup and "الثقة بالجواب متوسطة" in markup
    assert 'value="3:0:right"' in markup and 'name="retry" value="3"' in markup
    assert "\n" not in markup


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome.STOPPED, "أوقفتَ هذا الجواب قبل أن يكتمل."),
        (Outcome.ASKED, "انقطع هذا الجواب قبل أن يكتمل."),
        (Outcome.FAILED, "تعذّر إتمام الجواب"),
    ],
)
def test_why_there_is_no_complete_answer(turn: Turn, outcome: Outcome, said: str) -> None:
    for answer in (None, Answer("؟", ""), Answer("؟", "نفت [")):
        markup = replied_markup(replace(turn, outcome=outcome, answer=answer, feedback=()))
        assert said in markup and 'name="retry" value="3"' in markup
        assert "judge" not in markup and "made" not in markup
        assert ("نفت" in markup) == (answer is not None and "نفت" in answer.text and outcome is not Outcome.FAILED)


def test_suggestions_are_buttons(turn: Turn) -> None:
    buttons = html.fromstring(suggestions_markup(turn)).xpath("//button")
    assert [(one.get("value"), one.text_content()) for one in buttons] == [("3:0", "متى نفت؟"), ("3:1", HOSTILE)]


def test_what_is_incomplete_suggests_nothing(turn: Turn) -> None:
    assert suggestions_markup(replace(turn, outcome=Outcome.STOPPED)) == ""
    assert suggestions_markup(replace(turn, answer=None)) == ""
    assert suggestions_markup(replace(turn, answer=Answer("؟", "نعم"))) == ""
