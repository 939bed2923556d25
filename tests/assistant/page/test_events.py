from __future__ import annotations

import logging
from typing import Any

import pytest

from assistant.page.conversation import Conversation
from assistant.page.events import Events, filters_label


def test_asking_empties_the_field_and_ends_with_it_ready(desk: Any) -> None:
    steps = list(Events(desk).ask("  ماذا قال؟ ", [], "", "", Conversation()))
    assert steps[0][0]["value"] == "" and steps[0][0]["stop_btn"] == "أوقف"
    assert steps[-1][0]["submit_btn"] == "اسأل" and steps[-1][0]["stop_btn"] is False
    assert desk.asked[0][0] == "ماذا قال؟"


@pytest.mark.parametrize(
    ("text", "since", "until", "said"),
    [
        ("", "", "", "اكتب سؤالًا أولًا"),
        (" \n ", "", "", "اكتب سؤالًا أولًا"),
        ("س" * 2001, "", "", "سؤالك طويل"),
        ("من؟", "2018-01-01", "2017-01-01", "تاريخ البداية بعد تاريخ النهاية"),
    ],
)
def test_what_cannot_be_asked_is_said_and_not_asked(desk: Any, text: str, since: str, until: str, said: str) -> None:
    ((field, messages, _, talk),) = Events(desk).ask(text, [], since, until, Conversation())
    assert said in messages[-1]["content"] and len(talk.messages) == 1
    assert "value" not in field  # the question stays where it was typed
    assert desk.asked == []


def test_the_page_opens_with_the_corpus_at_hand(desk: Any) -> None:
    chat, outlets = Events(desk).open()
    assert chat["examples"] == [{"text": "من قال «نعم»؟ <b>"}]
    assert outlets["choices"] == [("المرفأ (1)", "المرفأ"), ("مصدر غير مذكور (2)", "")]


def test_the_page_opens_over_a_broken_store(desk: Any, caplog: pytest.LogCaptureFixture) -> None:
    desk.failure = OSError("disk full")
    with caplog.at_level(logging.ERROR):
        chat, outlets = Events(desk).open()
    assert chat["examples"] == [] and outlets["choices"] == []
    assert "disk full" in caplog.text


def test_the_filters_heading_warns_of_crossed_days() -> None:
    assert filters_label(["المرفأ"], "", "")["label"] == "تصفية المقالات: المرفأ"
    assert "صحّح التاريخين" in filters_label([], "2018-01-01", "2017-01-01")["label"]
