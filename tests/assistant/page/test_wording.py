import datetime as dt

import pytest

from assistant.page import wording


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2017, 1, 20), "20 يناير 2017"),
        (dt.date(2023, 4, 1), "1 أبريل 2023"),
        (dt.date(1999, 12, 31), "31 ديسمبر 1999"),
        (None, "بلا تاريخ"),
    ],
)
def test_a_date_in_words(day: dt.date | None, words: str) -> None:
    assert wording.day_in_words(day) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 مقال"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (10, "10 مقالات"),
        (11, "11 مقالًا"),
        (99, "99 مقالًا"),
        (100, "100 مقال"),
        (102, "102 مقال"),
        (103, "103 مقالات"),
        (1245, "1,245 مقالًا"),
        (100000, "100,000 مقال"),
    ],
)
def test_counted_articles(number: int, words: str) -> None:
    assert wording.articles(number) == words


def test_the_filters_heading_says_what_is_set() -> None:
    assert wording.filters_label((), None, None) == "تصفية المقالات"
    assert (
        wording.filters_label(("صحيفة المرفأ",), dt.date(2017, 1, 20), dt.date(2018, 2, 1))
        == "تصفية المقالات: صحيفة المرفأ · منذ 20 يناير 2017 · حتى 1 فبراير 2018"
    )
