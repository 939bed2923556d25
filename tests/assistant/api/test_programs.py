from __future__ import annotations

import asyncio
import datetime as dt
import logging
import threading
from typing import Any

import pytest

from assistant.api.callers import Caller, Rates
from assistant.api.failures import RequestError
from assistant.api.models import Question, StatementQuery
from assistant.api.programs import Programs
from index.vocabulary import Filters

SITE = Caller(base="https://archive.example")


def test_an_answer_has_the_fields_of_a_batch_and_what_shows_them(scripted: Any) -> None:
    reply = asyncio.run(Programs(scripted).ask(Question(question="كم بلغ المخزون؟"), SITE))
    assert reply.answer == "مخزون المياه بلغ 43 بالمائة. وأضاف"
    assert reply.marked == "مخزون المياه بلغ 43 بالمائة [1]. وأضاف [2]"
    (citation,) = reply.citations
    assert scripted.article(citation.article_id).text[citation.start : citation.end] == citation.quote
    place = f"start={citation.start}&end={citation.end}#cited"
    assert citation.permalink == f"https://archive.example/article/%D8%B3%D8%AF%2F1%20%3F?{place}"
    assert (citation.source, citation.date) == ("الضفة", dt.date(2025, 1, 14))
    assert [(one.start, one.end) for one in reply.retrieved] == [(0, 60)]
    assert (reply.seconds, reply.method, reply.kind, reply.confidence) == (0.03, "extractive", "fact", "high")
    assert [chip.id for chip in reply.chips] == ["outlet:الضفة"] and reply.suggestions == ["من نفى وجود تشققات؟"]


def test_a_question_goes_on_with_all_that_came_with_it(scripted: Any) -> None:
    asked = Question(
        question="ومتى؟",
        history=["من نفى؟"],
        without=["outlet:الضفة"],
        sources=["الضفة"],
        since=dt.date(2025, 1, 1),
        articles=["سد/1 ?"],
    )
    asyncio.run(Programs(scripted).ask(asked))
    filters = Filters(("الضفة",), dt.date(2025, 1, 1), None, ("سد/1 ?",))
    assert scripted.asked == [("ومتى؟", filters, ("من نفى؟",), ("outlet:الضفة",))]


def test_an_outlet_without_articles_is_told_with_the_nearest(scripted: Any) -> None:
    for asked in (Question(question="س", sources=["الضفه"]), Question(question="س", sources=["كذا"])):
        with pytest.raises(RequestError, match="الضفة") as told:
            asyncio.run(Programs(scripted).ask(asked))
        assert told.value.status == 422
    assert scripted.asked == []


def test_statements_of_a_real_store(programs: Programs) -> None:
    found = asyncio.run(programs.statements(StatementQuery(about="مخزون المياه", limit=1), SITE))
    (one,) = found.statements
    assert (one.content, one.speaker, one.cue) == ("مخزون المياه بلغ 43 بالمائة", "كمال الدريدي", "قال")
    article = asyncio.run(programs.article(one.article_id))
    assert article.text[one.start : one.end] == one.content
    assert one.permalink.endswith(f"?start={one.start}&end={one.end}#cited")
    denied = asyncio.run(programs.statements(StatementQuery(stances=["deny"], speakers=["الدريدي"])))
    assert [one.stance for one in denied.statements] == ["deny"]
    assert [(one.asked, one.people) for one in denied.speakers] == [("الدريدي", ["كمال الدريدي"])]


def test_a_name_of_nobody_finds_nothing_rather_than_everything(programs: Programs) -> None:
    found = asyncio.run(programs.statements(StatementQuery(speakers=["زيد الخيالي"])))
    assert found.statements == [] and [(one.asked, one.people) for one in found.speakers] == [("زيد الخيالي", [])]


def test_a_stance_that_is_none_is_told(programs: Programs) -> None:
    with pytest.raises(RequestError, match=r"stances: 'shout' is none; they are .*deny"):
        asyncio.run(programs.statements(StatementQuery(stances=["shout"])))


def test_an_article_and_a_part_of_it(programs: Programs) -> None:
    whole = asyncio.run(programs.article("سد/1 ?", by=SITE))
    part = asyncio.run(programs.article("سد/1 ?", 4, 12))
    assert part.text == whole.text[4:12] and (part.start, part.end, part.length) == (4, 12, len(whole.text))
    assert whole.permalink == "https://archive.example/article/%D8%B3%D8%AF%2F1%20%3F"
    assert asyncio.run(programs.article("سد/1 ?", 4, 99_999)).end == whole.length
    for start, end in ((9, 3), (99_999, None), (-1, 3)):
        with pytest.raises(RequestError, match="are no place"):
            asyncio.run(programs.article("سد/1 ?", start, end))
    with pytest.raises(RequestError, match="no article has the id 'لا'") as told:
        asyncio.run(programs.article("لا"))
    assert told.value.status == 404


def test_what_fails_is_logged_and_told_without_its_details(scripted: Any, caplog: pytest.LogCaptureFixture) -> None:
    scripted.failure = RuntimeError("secret /somewhere/on/disk")
    with caplog.at_level(logging.ERROR), pytest.raises(RequestError) as told:
        asyncio.run(Programs(scripted).ask(Question(question="س")))
    assert told.value.status == 500 and "secret" not in told.value.message
    assert "secret /somewhere/on/disk" in caplog.text


def test_who_waits_too_long_is_told_and_the_place_stays_taken_until_the_work_ends(scripted: Any) -> None:
    go = threading.Event()
    scripted.article = lambda article_id: go.wait(10) and None
    programs = Programs(scripted, concurrency=1, waiting=0, timeout=0.05)
    with pytest.raises(RequestError, match="no result within") as late:
        asyncio.run(programs.article("x"))
    assert late.value.status == 504
    with pytest.raises(RequestError, match="try again") as busy:
        asyncio.run(programs.article("x"))
    assert busy.value.status == 503 and busy.value.wait > 0
    go.set()
    for _ in range(100):
        try:
            asyncio.run(programs.article("x"))
        except RequestError as told:
            if told.status == 404:
                return
            threading.Event().wait(0.02)
    pytest.fail("the place was never free again")


def test_rates_count_every_kind_of_request(scripted: Any) -> None:
    programs, somebody = Programs(scripted, rates=Rates("2/minute")), Caller("user سلمى")
    asyncio.run(programs.ask(Question(question="س"), somebody))
    asyncio.run(programs.statements(StatementQuery(), somebody))
    with pytest.raises(RequestError) as told:
        asyncio.run(programs.article("سد/1 ?", by=somebody))
    assert told.value.status == 429
