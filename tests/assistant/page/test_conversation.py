from __future__ import annotations

import datetime as dt
import logging
from typing import Any

import pytest

from assistant.page.conversation import Conversation, chosen_filters, proceed
from index.vocabulary import Filters


def test_a_question_and_its_answer_grow_into_the_conversation(desk: Any) -> None:
    steps = list(proceed(desk, Conversation(), "ماذا قال؟", Filters()))
    assert [step.messages[0]["role"] for step in steps] == ["user"] * len(steps)
    assert "يبحث في المقالات" in steps[0].messages[1]["content"]
    assert "قال العامري" in steps[1].messages[1]["content"] and "made" not in steps[1].messages[1]["content"]
    last = steps[-1]
    assert 'href="#source-1-1"' in last.messages[1]["content"]
    assert last.questions == ("ماذا قال؟",) and "«سنبدأ غدًا»" in last.panel


def test_the_next_question_carries_the_earlier_ones_and_its_own_number(desk: Any) -> None:
    first = list(proceed(desk, Conversation(), "ماذا قال؟", Filters()))[-1]
    second = list(proceed(desk, first, "ومتى؟", Filters(sources=("المرفأ",))))[-1]
    assert desk.asked[-1] == ("ومتى؟", Filters(sources=("المرفأ",)), ("ماذا قال؟",))
    assert 'href="#source-2-1"' in second.messages[3]["content"]
    assert 'id="source-1-1"' in second.panel and 'id="source-2-1"' in second.panel


def test_a_failure_is_said_in_arabic_logged_and_leaves_the_conversation_usable(
    desk: Any, caplog: pytest.LogCaptureFixture
) -> None:
    desk.failure = RuntimeError("no such table")
    with caplog.at_level(logging.ERROR):
        failed = list(proceed(desk, Conversation(), "ماذا قال؟", Filters()))[-1]
    assert [message["role"] for message in failed.messages] == ["user", "assistant"]
    assert "تعذّر إتمام الجواب" in failed.messages[1]["content"] and "table" not in failed.messages[1]["content"]
    assert "no such table" in caplog.text
    assert failed.questions == () and failed.cards == ()
    desk.failure = None
    assert 'href="#source-1-1"' in list(proceed(desk, failed, "ماذا قال؟", Filters()))[-1].messages[-1]["content"]


def test_an_assistant_that_says_nothing_is_shown_as_nothing_found(desk: Any) -> None:
    desk.stream = lambda question, **_: iter(())
    last = list(proceed(desk, Conversation(), "ماذا قال؟", Filters()))[-1]
    assert "لم يُعثر على أي مقطع" in last.panel


def test_filters_from_the_fields_of_the_page() -> None:
    assert chosen_filters(None, "", None) == Filters()
    assert chosen_filters(["المرفأ"], "2017-01-20", "2017-01-20") == Filters(
        ("المرفأ",), dt.date(2017, 1, 20), dt.date(2017, 1, 20)
    )
    assert chosen_filters([], "0", "ليس تاريخًا") == Filters()


def test_crossed_days_are_told_in_arabic() -> None:
    with pytest.raises(ValueError, match="تاريخ البداية بعد تاريخ النهاية"):
        chosen_filters([], "2018-01-01", "2017-01-01")
