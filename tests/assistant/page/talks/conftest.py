from __future__ import annotations

import datetime as dt

import pytest

from assistant.conversations import Feedback, Outcome, Turn
from index.vocabulary import Answer, Chip, Filters, Mark, Span

HOSTILE = '<img src=x onerror="alert(1)"> ${x} {{y}} **غ**'


@pytest.fixture
def turn() -> Turn:
    """The third question of a conversation, answered and judged, with chips, marks and suggestions."""
    answer = Answer(
        "من نفى؟",
        "نفت الإدارة ذلك.",
        chips=(Chip("days", "2017-01-01/2017-01-31", "يناير 2017"), Chip("odd", "x", HOSTILE)),
        confidence="fair",
        marks=(Mark(Span(4, 11), "name"),),
        suggestions=("متى نفت؟", HOSTILE),
    )
    return Turn(
        number=3,
        question="من نفى؟",
        filters=Filters(("صحيفة المرفأ", ""), dt.date(2017, 1, 1)),
        without=("person:x",),
        outcome=Outcome.ANSWERED,
        answer=answer,
        feedback=(Feedback(0, "right"), Feedback(2, "wrong_speaker")),
    )
