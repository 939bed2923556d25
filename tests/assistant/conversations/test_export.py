from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

from assistant.conversations import Conversation, Feedback, Head, Outcome, Turn
from assistant.conversations.export import FORMATS, to_json
from index.vocabulary import Citation, Filters, Span

from .conftest import PORT, QUOTE, RELAY, answer_to, refusal_of

MADE = dt.datetime(2025, 3, 9, 8, 30, tzinfo=dt.UTC)
TALK = Conversation(
    id="t-1",
    title="من قال [إن] الميناء *مفتوح*؟",
    created=MADE,
    changed=MADE,
    turns=(
        Turn(
            number=1,
            question="من قال [إن] الميناء *مفتوح*؟ <img src=x>",
            filters=Filters(("صحيفة المرفأ",), dt.date(2017, 1, 1), dt.date(2017, 2, 1)),
            without=("person:راوي",),
            asked=MADE,
            outcome=Outcome.ANSWERED,
            answer=answer_to("من قال [إن] الميناء *مفتوح*؟ <img src=x>"),
            heads={PORT.id: Head.of(PORT), RELAY.id: Head.of(RELAY)},
            feedback=(Feedback(2, "not_relevant", given=MADE),),
        ),
        Turn(2, "والمريخ؟", asked=MADE, outcome=Outcome.ANSWERED, answer=refusal_of("والمريخ؟")),
        Turn(3, "ومتى؟", asked=MADE, outcome=Outcome.STOPPED),
    ),
)


def test_json_is_read_back_with_every_field() -> None:
    told = json.loads(to_json(TALK, "http://desk.example/"))
    first, second, third = told["turns"]
    assert (told["format"], told["version"], told["title"]) == ("isnad-conversation", 1, TALK.title)
    assert dt.datetime.fromisoformat(told["created"]) == MADE
    assert first["filters"]["sources"] == ["صحيفة المرفأ"] and first["filters"]["since"] == "2017-01-01"
    assert first["answer"]["citations"][0] == {
        "article_id": PORT.id,
        "start": PORT.text.index(QUOTE),
        "end": PORT.text.index(QUOTE) + len(QUOTE),
        "quote": QUOTE,
        "title": PORT.title,
        "outlet": "صحيفة المرفأ",
        "date": "2017-01-20",
        "author": "هيئة التحرير",
        "url": "https://marfa.example/news/1",
    }
    assert first["answer"]["marks"] == [{"start": 0, "end": 4, "why": "name"}]
    assert first["feedback"] == [
        {"source": 2, "verdict": "not_relevant", "note": "", "given": "2025-03-09T08:30:00+00:00"}
    ]
    assert second["answer"]["refused"] and second["answer"]["reason"] == "لم يقل أحد شيئًا عن المريخ."
    assert third["outcome"] == "stopped" and third["answer"] is None


def test_json_holds_damaged_characters() -> None:
    broken = Citation("م", Span(0, 1), "\ud800")
    turn = replace(TALK.turns[0], answer=replace(answer_to("؟"), citations=(broken,)))
    text = to_json(replace(TALK, turns=(turn,)))
    text.encode("utf-8")
    assert json.loads(text)["turns"][0]["answer"]["citations"][0]["quote"] == "\ud800"


def test_every_format_writes_every_conversation() -> None:
    empty = Conversation("t-2", "", MADE, MADE)
    for name, form in FORMATS.items():
        assert form.suffix == name
        for language in ("ar", "en"):
            assert form.write(empty, "", language).strip()
            assert "والمريخ" in form.write(TALK, "", language)
