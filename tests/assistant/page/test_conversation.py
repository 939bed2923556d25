from __future__ import annotations

import datetime as dt
import logging
import sqlite3
from typing import Any

import pytest

from assistant.conversations import Outcome, Shelf
from assistant.page.conversation import Conversation, Session, chosen_filters, proceed, stopped
from assistant.page.reader import Reader
from index.vocabulary import Answer, Filters


@pytest.fixture
def session(desk: Any) -> Session:
    return Session(desk, Shelf())


def ask(session: Session, talk: Conversation, question: str, **options: Any) -> Conversation:
    return list(proceed(session, talk, question, **options))[-1]


def kept(session: Session, talk: Conversation) -> list[tuple[str, Outcome]]:
    turns = session.shelf.conversation(talk.id, session.assistant.article, session.user).turns
    return [(turn.question, turn.outcome) for turn in turns]


def test_a_question_and_its_answer_grow_into_the_conversation(session: Session) -> None:
    steps = list(proceed(session, Conversation(), "ماذا قال؟"))
    assert [step.messages[0]["role"] for step in steps] == ["user"] * len(steps)
    assert "يبحث في المقالات" in steps[0].messages[1]["content"]
    assert "قال العامري" in steps[1].messages[1]["content"] and "made" not in steps[1].messages[1]["content"]
    last = steps[-1]
    assert 'href="#source-1-1"' in last.messages[1]["content"]
    assert last.questions == ("ماذا قال؟",) and "«سنبدأ غدًا»" in last.panel


def test_the_question_is_kept_before_it_is_answered(session: Session) -> None:
    growing = proceed(session, Conversation(), "ماذا قال؟", Filters(sources=("المرفأ",)), without=("days:x",))
    first = next(growing)
    assert first.id and first.title == "ماذا قال؟"
    (turn,) = session.shelf.conversation(first.id, session.assistant.article).turns
    assert (turn.outcome, turn.filters, turn.without) == (Outcome.ASKED, Filters(sources=("المرفأ",)), ("days:x",))
    last = list(growing)[-1]
    assert kept(session, last) == [("ماذا قال؟", Outcome.ANSWERED)]


def test_the_next_question_carries_the_earlier_ones_and_its_own_number(session: Session, desk: Any) -> None:
    first = ask(session, Conversation(), "ماذا قال؟")
    second = ask(session, first, "ومتى؟", filters=Filters(sources=("المرفأ",)))
    assert desk.asked[-1] == ("ومتى؟", Filters(sources=("المرفأ",)), ("ماذا قال؟",))
    assert 'href="#source-2-1"' in second.messages[3]["content"]
    assert 'id="source-1-1"' in second.panel and 'id="source-2-1"' in second.panel


def test_a_question_in_the_place_of_another_drops_those_after_it(session: Session, desk: Any) -> None:
    talk = Conversation()
    for question in ("من؟", "وأين؟", "ومتى؟"):
        talk = ask(session, talk, question)
    talk = ask(session, talk, "وفي أي مدينة؟", number=2)
    assert desk.asked[-1][2] == ("من؟",)
    assert kept(session, talk) == [("من؟", Outcome.ANSWERED), ("وفي أي مدينة؟", Outcome.ANSWERED)]
    assert len(talk.messages) == 4


def test_a_kept_conversation_is_drawn_as_it_was(session: Session) -> None:
    talk = ask(session, ask(session, Conversation(), "ماذا قال؟"), "ومتى؟", filters=Filters(since=dt.date(2017, 1, 2)))
    assert session.opened(talk.id) == talk
    assert "منذ 2 يناير 2017" in talk.messages[2]["content"]


def test_a_failure_is_said_in_arabic_logged_and_leaves_the_conversation_usable(
    session: Session, desk: Any, caplog: pytest.LogCaptureFixture
) -> None:
    desk.failure = RuntimeError("no such table")
    with caplog.at_level(logging.ERROR):
        failed = list(proceed(session, Conversation(), "ماذا قال؟"))[-1]
    assert [message["role"] for message in failed.messages] == ["user", "assistant"]
    assert "تعذّر إتمام الجواب" in failed.messages[1]["content"] and "table" not in failed.messages[1]["content"]
    assert 'name="retry" value="1"' in failed.messages[1]["content"]
    assert "no such table" in caplog.text
    assert failed.questions == () and kept(session, failed) == [("ماذا قال؟", Outcome.FAILED)]
    desk.failure = None
    assert 'href="#source-2-1"' in ask(session, failed, "ماذا قال؟").messages[-1]["content"]
    assert desk.asked[-1][2] == ()


def test_an_answer_is_given_even_if_it_cannot_be_kept(
    session: Session, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    for name in ("begin", "ask", "settle"):
        monkeypatch.setattr(session.shelf, name, full)
    last = ask(session, Conversation(), "ماذا قال؟")
    assert 'href="#source-1-1"' in last.messages[1]["content"]
    assert "تعذّر حفظ هذه المحادثة" in last.messages[-1]["content"]
    assert "disk is full" in caplog.text


def test_an_assistant_that_says_nothing_is_shown_as_nothing_found(session: Session, desk: Any) -> None:
    desk.stream = lambda question, **_: iter(())
    assert "لم يُعثر على أي مقطع" in ask(session, Conversation(), "ماذا قال؟").panel


def test_stopping_keeps_what_was_said(session: Session) -> None:
    growing = proceed(session, Conversation(), "ماذا قال؟")
    next(growing)
    talk = stopped(session, next(growing))
    assert "قال العامري" in talk.messages[1]["content"] and "أوقفتَ هذا الجواب" in talk.messages[1]["content"]
    assert kept(session, talk) == [("ماذا قال؟", Outcome.STOPPED)]
    assert session.opened(talk.id) == talk
    assert stopped(session, talk) is talk


def test_stopping_before_a_word_was_said(session: Session) -> None:
    talk = stopped(session, next(proceed(session, Conversation(), "ماذا قال؟")))
    assert "أوقفتَ هذا الجواب" in talk.messages[1]["content"] and "answer" not in talk.messages[1]["content"]


def test_an_answer_that_was_complete_before_it_could_be_stopped_stays(session: Session) -> None:
    growing = proceed(session, Conversation(), "ماذا قال؟")
    begun = next(growing)
    list(growing)
    stopped(session, begun)
    assert kept(session, begun) == [("ماذا قال؟", Outcome.ANSWERED)]


def test_a_conversation_cut_off_by_a_crash_says_so_when_it_is_opened(session: Session) -> None:
    begun = next(proceed(session, Conversation(), "ماذا قال؟"))
    back = session.opened(begun.id)
    assert "انقطع هذا الجواب" in back.messages[1]["content"] and 'name="retry"' in back.messages[1]["content"]


def test_the_last_answer_alone_suggests(session: Session, desk: Any) -> None:
    desk.stream = lambda question, **_: iter((Answer(question, "نعم", suggestions=("ومن بعد؟",)),))
    first = ask(session, Conversation(), "من؟")
    second = ask(session, first, "وأين؟")
    assert [("ومن بعد؟" in one["content"]) for one in second.messages] == [False, False, False, True]
    assert session.opened(second.id).messages == second.messages


def test_in_the_readers_language(desk: Any) -> None:
    talk = ask(Session(desk, Shelf(), reader=Reader("en")), Conversation(), "ماذا قال؟")
    assert "Edit the question" in talk.messages[0]["content"] and "taken word for word" in talk.messages[1]["content"]


def test_filters_from_the_fields_of_the_page() -> None:
    assert chosen_filters(None, "", None) == Filters()
    assert chosen_filters(["المرفأ"], "2017-01-20", "2017-01-20") == Filters(
        ("المرفأ",), dt.date(2017, 1, 20), dt.date(2017, 1, 20)
    )
    assert chosen_filters([], "0", "ليس تاريخًا") == Filters()


def test_crossed_days_are_told_in_the_readers_language() -> None:
    with pytest.raises(ValueError, match="تاريخ البداية بعد تاريخ النهاية"):
        chosen_filters([], "2018-01-01", "2017-01-01")
    with pytest.raises(ValueError, match="The first day is after the last"):
        chosen_filters([], "2018-01-01", "2017-01-01", Reader("en"))
