from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from assistant.api.models import MOST_STATEMENTS, Question, StatementQuery


def test_what_is_left_out_does_not_narrow() -> None:
    question = Question(question="  من نفى؟ ")
    assert (question.question, question.history, question.sources, question.since) == ("من نفى؟", [], [], None)
    assert StatementQuery().limit == 20


def test_days_are_days() -> None:
    query = StatementQuery.model_validate({"since": "2025-01-01", "until": "2025-01-01"})
    assert query.since == query.until == dt.date(2025, 1, 1)


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"question": ""},
        {"question": " "},
        {"question": "س" * 2001},
        {"question": "س", "history": ["س"] * 21},
        {"question": "س", "history": "س"},
        {"question": "س", "source": ["الضفة"]},
        {"question": "س", "sources": ["الضفة"] * 51},
        {"question": "س", "since": "أمس"},
        {"question": "س", "since": "2025-02-01", "until": "2025-01-01"},
    ],
)
def test_a_question_that_is_none(sent: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Question.model_validate(sent)


@pytest.mark.parametrize(
    "sent",
    [
        {"limit": 0},
        {"limit": MOST_STATEMENTS + 1},
        {"confidence": 1.1},
        {"kinds": ["bird"]},
        {"types": ["loud"]},
        {"speakers": [""]},
        {"speaker": "الدريدي"},
    ],
)
def test_a_query_that_is_none(sent: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        StatementQuery.model_validate(sent)
