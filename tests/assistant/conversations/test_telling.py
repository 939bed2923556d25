from __future__ import annotations

import datetime as dt

import pytest

from assistant.conversations import Head, Outcome, Turn
from assistant.conversations.telling import by_line, day, link, made, outcome, within
from index.vocabulary import Citation, Filters, Span

CITATION = Citation("م/1 ?", Span(3, 9), "الميناء")


@pytest.mark.parametrize(
    ("date", "arabic", "english"),
    [
        (dt.date(2017, 1, 20), "20 يناير 2017", "20 January 2017"),
        (dt.date(2013, 10, 1), "1 أكتوبر 2013", "1 October 2013"),
        (None, "بلا تاريخ", "no date"),
    ],
)
def test_days_in_words(date: dt.date | None, arabic: str, english: str) -> None:
    assert (day(date, "ar"), day(date, "en")) == (arabic, english)


def test_a_by_line_is_one_line() -> None:
    head = Head("1", "عنوان\nفي سطرين", dt.date(2017, 1, 20), " صحيفة المرفأ ")
    assert by_line(head, "ar") == "صحيفة المرفأ · 20 يناير 2017 · عنوان في سطرين"
    assert by_line(Head("1"), "en") == "outlet not named · no date · untitled"


def test_filters_in_words() -> None:
    assert within(Filters(), "ar") == ""
    assert within(Filters(("أ", "ب"), until=dt.date(2017, 1, 2)), "ar") == "ضمن: أ، ب · حتى 2 يناير 2017"


@pytest.mark.parametrize("site", ["https://desk.example", "https://desk.example/", "https://desk.example:80/a/"])
def test_links(site: str) -> None:
    assert link(CITATION, site) == f"{site.rstrip('/')}/article/%D9%85%2F1%20%3F?start=3&end=9#cited"


@pytest.mark.parametrize(
    "site", ["", "desk.example", "javascript:alert(1)", "http://a b/", "http://a/<x>", "file:///x"]
)
def test_no_link_without_a_site(site: str) -> None:
    assert link(CITATION, site) == ""


def test_outcomes_and_methods() -> None:
    assert outcome(Turn(1, "؟", outcome=Outcome.ANSWERED), "ar") == ""
    assert outcome(Turn(1, "؟"), "ar") == "لم يكتمل الجواب."
    assert outcome(Turn(1, "؟", outcome=Outcome.FAILED), "en") == "The answer failed."
    assert made("extractive", "ar") == "مستخرَج حرفيًّا من المقالات"
    assert made("gemma3", "en") == "put into words by the model gemma3"
