from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from assistant.conversations.keeping import answer_read, answer_written, filters_read, filters_written
from assistant.conversations.record import Head
from index.vocabulary import Answer, Article, Citation, Evidence, Filters, Passage, Span

from .conftest import PORT, QUOTE, RELAY, STATEMENT, answer_to, refusal_of


@pytest.mark.parametrize("answer", [answer_to("من قال؟"), refusal_of("والمريخ؟"), Answer("؟", "")])
def test_an_answer_comes_back_whole(answer: Answer, lookup: Any) -> None:
    back, _ = answer_read(answer_written(answer, lookup), lookup)
    assert back == answer
    assert back.seconds == answer.seconds
    assert [one.statement for one in back.citations] == [one.statement for one in answer.citations]


def test_a_quotation_outlives_its_article(articles: dict[str, Article], lookup: Any) -> None:
    text = answer_written(answer_to("من قال؟"), lookup)
    articles.clear()
    back, heads = answer_read(text, lookup)
    assert [one.quote for one in back.citations] == [QUOTE, QUOTE]
    assert back.citations[0].statement == STATEMENT
    assert back.evidence == ()
    assert heads[PORT.id] == Head.of(PORT) and heads[PORT.id].date == dt.date(2017, 1, 20)
    assert heads[RELAY.id].source == "وكالة الساحل"  # cited, and in no passage of the evidence


def test_evidence_that_says_something_else_now_is_none(articles: dict[str, Article], lookup: Any) -> None:
    text = answer_written(answer_to("من قال؟"), lookup)
    articles[PORT.id] = replace(PORT, text="تصحيح: " + PORT.text)
    assert answer_read(text, lookup)[0].evidence == ()
    articles[PORT.id] = replace(PORT, title="عنوان جديد")  # its words stand where they stood
    (evidence,) = answer_read(text, lookup)[0].evidence
    assert evidence.article.title == "عنوان جديد" and evidence.also_in == (RELAY,)


def test_an_article_of_the_evidence_is_not_copied(lookup: Any) -> None:
    long = Article("مقدمة. " * 5_000, id="long")
    answer = Answer("؟", "", evidence=(Evidence(long, Passage("long", 0, Span(0, 6)), 0.5),))
    assert len(answer_written(answer, lookup)) < 1_000


def test_damaged_characters_are_kept_as_they_are() -> None:
    article = Article("قال \ud800 شيئًا \x00.", id="broken")
    answer = Answer("؟", "", (Citation("broken", Span(4, 5), "\ud800"),))
    text = answer_written(answer, {"broken": article}.get)
    text.encode("ascii")
    assert answer_read(text, lambda _: None)[0].citations[0].quote == "\ud800"


def test_fields_of_a_later_version_are_passed_over(lookup: Any) -> None:
    kept = json.loads(answer_written(answer_to("من؟"), lookup))
    kept["answer"]["mood"] = "calm"
    del kept["answer"]["suggestions"]
    back, _ = answer_read(json.dumps(kept), lookup)
    assert back == replace(answer_to("من؟"), suggestions=())


def test_what_is_no_answer_is_an_error() -> None:
    for text in ("", "{}", '{"answer": 3}'):
        with pytest.raises(ValueError):
            answer_read(text, lambda _: None)


@pytest.mark.parametrize(
    "filters", [Filters(), Filters(("صحيفة المرفأ", "و,«ا»"), dt.date(2017, 1, 1), dt.date(2018, 2, 3), ("م/1",))]
)
def test_filters_come_back(filters: Filters) -> None:
    assert filters_read(filters_written(filters)) == filters
