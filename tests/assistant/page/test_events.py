from __future__ import annotations

import json
import logging
from typing import Any

import gradio as gr
import pytest

from assistant.conversations import Shelf
from assistant.page.conversation import Conversation
from assistant.page.events import Events, numbers
from assistant.page.rooms import Newsroom
from index.vocabulary import Answer, Chip, Filters


@pytest.fixture
def events(desk: Any) -> Events:
    return Events(Newsroom(desk))


def request(talk: str = "", user: str = "") -> gr.Request:
    return gr.Request(username=user, cookies={}, query_params={"talk": talk} if talk else {})


def ask(events: Events, question: str, talk: Conversation | None = None, user: str = "") -> Conversation:
    *_, asked = list(events.ask(question, [], "", "", talk or Conversation(), request(user=user)))[:-1]
    assert isinstance(asked[3], Conversation)
    return asked[3]


def again(events: Events, talk: Conversation, act: Any) -> Conversation:
    steps = [step[3] for step in events.again(act, [], "", "", talk, request())]
    return next((step for step in reversed(steps) if isinstance(step, Conversation)), talk)


def test_asking_empties_the_field_and_ends_with_it_ready(events: Events, desk: Any) -> None:
    steps = list(events.ask("  ماذا قال؟ ", [], "", "", Conversation(), request()))
    assert steps[0][0]["value"] == "" and steps[0][0]["stop_btn"] == "أوقف"
    assert steps[-1][0]["submit_btn"] == "اسأل" and steps[-1][0]["stop_btn"] is False
    assert desk.asked[0][0] == "ماذا قال؟"
    told = json.loads(steps[0][4])
    assert told["title"] == "ماذا قال؟" and told["talk"] == steps[0][3].id


@pytest.mark.parametrize(
    ("text", "since", "until", "said"),
    [
        ("", "", "", "اكتب سؤالًا أولًا"),
        (" \n ", "", "", "اكتب سؤالًا أولًا"),
        ("س" * 2001, "", "", "سؤالك طويل"),
        ("من؟", "2018-01-01", "2017-01-01", "تاريخ البداية بعد تاريخ النهاية"),
    ],
)
def test_what_cannot_be_asked_is_said_and_not_asked(
    events: Events, desk: Any, text: str, since: str, until: str, said: str
) -> None:
    ((field, messages, _, talk, _),) = events.ask(text, [], since, until, Conversation(), request())
    assert said in messages[-1]["content"] and said in talk.said
    assert "value" not in field  # the question stays where it was typed
    assert desk.asked == [] and events.newsroom.conversations.summaries() == []
    assert ask(events, "ماذا قال؟", talk).said == ""


def test_the_page_opens_with_the_corpus_at_hand(events: Events) -> None:
    chat, outlets, _, talk, place = events.open(request())
    assert chat["examples"] == [{"text": "من قال «نعم»؟ <b>"}] and chat["value"] == []
    assert outlets["choices"] == [("المرفأ (1)", "المرفأ"), ("مصدر غير مذكور (2)", "")]
    assert talk == Conversation() and json.loads(place) == {"talk": "", "title": ""}


def test_the_page_opens_with_the_conversation_of_its_address(events: Events) -> None:
    asked = ask(events, "ماذا قال؟")
    chat, _, panel, talk, place = events.open(request(asked.id))
    assert talk == asked and chat["value"] == asked.messages and panel == asked.panel
    assert json.loads(place) == {"talk": asked.id, "title": "ماذا قال؟"}


def test_an_address_of_nothing_or_of_another_reader_says_so(events: Events) -> None:
    asked = ask(events, "ماذا قال؟", user="سلمى")
    for other in (request("no-such"), request(asked.id, "هند"), request(asked.id)):
        chat, _, _, talk, place = events.open(other)
        assert "لا محادثة بهذا العنوان" in chat["value"][-1]["content"]
        assert talk.id == "" and json.loads(place)["talk"] == ""


def test_the_page_opens_over_a_broken_store(events: Events, desk: Any, caplog: pytest.LogCaptureFixture) -> None:
    desk.failure = OSError("disk full")
    with caplog.at_level(logging.ERROR):
        chat, outlets, *_ = events.open(request())
    assert chat["examples"] == [] and outlets["choices"] == []
    assert "disk full" in caplog.text


def test_a_question_is_asked_again_in_its_place(events: Events, desk: Any) -> None:
    talk = ask(events, "ومتى؟", ask(events, "ماذا قال؟"))
    talk = again(events, talk, {"do": "retry", "value": "1"})
    assert talk.questions == ("ماذا قال؟",) and desk.asked[-1] == ("ماذا قال؟", Filters(), ())
    talk = again(events, talk, {"do": "edit", "value": "1", "text": " من قال؟ "})
    assert talk.questions == ("من قال؟",)
    before = len(desk.asked)
    talk = again(events, talk, {"do": "edit", "value": "1", "text": " "})
    assert "اكتب سؤالًا أولًا" in talk.said and len(desk.asked) == before
    assert talk.questions == ("من قال؟",)


def test_chips_and_suggestions_are_asked_by_their_place(events: Events, desk: Any) -> None:
    chip = Chip("days", "2017-01-01/2017-01-31", "يناير 2017")
    asked: list[tuple[str, tuple[str, ...]]] = []

    def stream(question: str, *, without: tuple[str, ...] = (), **_: Any) -> Any:
        asked.append((question, without))
        yield Answer(question, "نعم", chips=(chip,) if not without else (), suggestions=("ومن بعد؟",))

    desk.stream = stream
    talk = again(events, ask(events, "من؟"), {"do": "without", "value": "1:0"})
    assert "restore" in talk.messages[0]["content"]
    again(events, talk, {"do": "retry", "value": "1"})
    talk = again(events, talk, {"do": "restore", "value": "1"})
    # What was taken off stays off until it is put back.
    assert [without for _, without in asked] == [(), (chip.id,), (chip.id,), ()]
    talk = again(events, talk, {"do": "suggest", "value": "1:0"})
    assert talk.questions == ("من؟", "ومن بعد؟")


@pytest.mark.parametrize(
    "act",
    [
        None,
        "",
        {},
        {"do": "retry", "value": "7"},
        {"do": "retry", "value": "x"},
        {"do": "without", "value": "1:9"},
        {"do": "suggest", "value": "1:-1"},
        {"do": "drop table", "value": "1"},
    ],
)
def test_what_names_nothing_does_nothing(events: Events, desk: Any, act: Any) -> None:
    talk = ask(events, "من؟")
    before = list(desk.asked)
    assert again(events, talk, act) == talk and desk.asked == before


def test_another_window_went_on_with_the_conversation(events: Events) -> None:
    here = ask(events, "من؟")
    ask(events, "وأين؟", here)
    talk = ask(events, "ومتى؟", here)  # this window knows nothing of the second question
    assert talk.questions == ("من؟", "وأين؟", "ومتى؟")
    shelf: Shelf = events.newsroom.conversations
    shelf.delete(talk.id)
    fresh = ask(events, "من جديد؟", talk)
    assert fresh.questions == ("من جديد؟",) and fresh.id != talk.id


def test_the_filters_heading_warns_of_crossed_days(events: Events) -> None:
    assert events.filters_label(["المرفأ"], "", "", request())["label"] == "تصفية المقالات: المرفأ"
    assert "صحّح التاريخين" in events.filters_label([], "2018-01-01", "2017-01-01", request())["label"]


def test_in_english(desk: Any) -> None:
    events = Events(Newsroom(desk), "en")
    ((_, messages, *_),) = events.ask("", [], "", "", Conversation(), request())
    assert "Write a question first" in messages[-1]["content"]
    assert events.open(request())[1]["choices"][1] == ("outlet not named (2)", "")


@pytest.mark.parametrize(
    ("value", "told"), [("3:1", (3, 1)), ("3", (3, 0)), ("", (0, 0)), (None, (0, 0)), ("1:x", (0, 0))]
)
def test_what_a_button_names(value: Any, told: tuple[int, int]) -> None:
    assert numbers(value) == told
