from __future__ import annotations

import json
import logging
import re
from html import unescape
from typing import Any

import gradio as gr
import pytest

from assistant.conversations import Feedback, Outcome
from assistant.page.conversation import Conversation, proceed
from assistant.page.events import Events
from assistant.page.rooms import Newsroom
from assistant.page.talks.managing import Managing


@pytest.fixture
def events(desk: Any) -> Events:
    return Events(Newsroom(desk))


@pytest.fixture
def managing(events: Events) -> Managing:
    return Managing(events)


def words(said: str) -> str:
    return unescape(re.sub("<[^>]*>", "", said))


def request(user: str = "") -> gr.Request:
    return gr.Request(username=user, cookies={}, query_params={})


def ask(events: Events, question: str, user: str = "") -> Conversation:
    return list(proceed(events.session(request(user)), Conversation(), question))[-1]


def test_finding(managing: Managing, events: Events) -> None:
    first, second = ask(events, "من أغلق الميناء؟"), ask(events, "كم سعر الزيت؟")
    listed = managing.find("", second, request())
    assert listed.index(second.id) < listed.index(first.id)
    found = managing.find(" الميناء", second, request())
    assert first.id in found and second.id not in found
    assert "لا محادثة فيها هذه الكلمات" in managing.find("المريخ", second, request())
    assert "تُحفظ محادثاتك هنا" in managing.find("", second, request("هند"))


def test_turning_to_another_and_to_a_new_one(managing: Managing, events: Events) -> None:
    first, second = ask(events, "من؟"), ask(events, "متى؟")
    _, messages, panel, talk, place = managing.turn({"value": first.id}, second, request())
    assert talk == first and messages == first.messages and panel == first.panel
    assert json.loads(place) == {"talk": first.id, "title": "من؟"}
    assert managing.turn({"value": ""}, second, request())[3] == Conversation()
    assert managing.begin(second, request())[3] == Conversation()
    assert "لا محادثة بهذا العنوان" in managing.turn({"value": "x"}, second, request())[1][-1]["content"]


def test_what_was_being_answered_is_kept_as_stopped(managing: Managing, events: Events) -> None:
    session = events.session(request())
    growing = proceed(session, Conversation(), "من؟")
    next(growing)
    begun = next(growing)
    managing.begin(begun, request())
    (turn,) = session.shelf.conversation(begun.id, session.assistant.article).turns
    assert turn.outcome is Outcome.STOPPED and turn.answer and turn.answer.text == "قال العامري"


def test_renaming(managing: Managing, events: Events) -> None:
    talk = ask(events, "من؟")
    talk, place, said = managing.rename({"value": talk.id, "text": " الميناء \n اليوم "}, talk, request())
    assert talk.title == "الميناء اليوم" and json.loads(place)["title"] == "الميناء اليوم"
    assert words(said) == "تغيّر العنوان."
    for act, told in (
        ({"value": talk.id, "text": " "}, "اكتب عنوانًا للمحادثة."),
        ({"value": "x", "text": "ذاك"}, "لا محادثة بهذا العنوان؛ لعلّها حُذفت، أو أنها لقارئ آخر."),
    ):
        same, _, said = managing.rename(act, talk, request())
        assert same.title == "الميناء اليوم" and words(said) == told


def test_discarding_the_open_one_and_another(managing: Managing, events: Events) -> None:
    first, second = ask(events, "من؟"), ask(events, "متى؟")
    *_, talk, _, said = managing.discard({"value": first.id}, second, request())
    assert talk == second and words(said) == "حُذفت المحادثة."
    assert managing.discard({"value": second.id}, second, request())[3] == Conversation()
    assert events.newsroom.conversations.summaries() == []


def test_another_readers_is_not_discarded(managing: Managing, events: Events) -> None:
    hers = ask(events, "من؟", "سلمى")
    said = managing.discard({"value": hers.id}, Conversation(), request("هند"))[-1]
    assert words(said).startswith("لا محادثة")
    assert len(events.newsroom.conversations.summaries(reader="سلمى")) == 1


def test_judging(managing: Managing, events: Events) -> None:
    talk = ask(events, "من؟")
    talk, first = managing.judge({"value": "1:0:wrong", "text": " العامري "}, talk, request())
    talk, second = managing.judge({"value": "1:1:not_relevant", "on": True}, talk, request())
    assert talk.turns[0].feedback == (Feedback(0, "wrong", "العامري"), Feedback(1, "not_relevant"))
    assert "judge wrong on" in talk.messages[1]["content"] and "judge not_relevant on" in talk.panel
    assert words(first) == words(second) == "سُجّل رأيك، وشكرًا." and first != second  # so that it is said again
    talk, third = managing.judge({"value": "1:0:wrong", "on": False}, talk, request())
    assert "judge wrong on" not in talk.messages[1]["content"] and words(third) == "أُلغي رأيك."
    assert events.session(request()).opened(talk.id) == talk


@pytest.mark.parametrize("act", [None, {}, {"value": "1:0"}, {"value": "9:0:right"}, {"value": "x:y:right"}])
def test_judging_what_is_not_there_changes_nothing(managing: Managing, events: Events, act: Any) -> None:
    talk = ask(events, "من؟")
    assert managing.judge(act, talk, request())[0] == talk


def test_a_disk_that_fails_is_said_and_logged(
    managing: Managing, events: Events, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(*_: Any, **__: Any) -> None:
        raise OSError("disk full")

    talk = ask(events, "من؟")
    for name in ("delete", "summaries"):
        monkeypatch.setattr(events.newsroom.conversations, name, failing)
    with caplog.at_level(logging.ERROR):
        *_, same, _, said = managing.discard({"value": talk.id}, talk, request())
        assert same == talk and words(said) == "تعذّر ذلك، وقد سُجّل تفصيل الخلل. أعد المحاولة."
        assert "تُحفظ محادثاتك هنا" in managing.find("", talk, request())
    assert "disk full" in caplog.text
