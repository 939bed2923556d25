from __future__ import annotations

import datetime as dt

import pytest

from assistant.page.reader import ARABIC, Reader, months
from assistant.page.text import Noun, Text

ARTICLES = Noun("مقال واحد", "مقالان", "مقالات", "مقالًا", "مقال", "article", "articles")
EASTERN, ENGLISH = Reader(digits="arabic"), Reader("en", digits="arabic")
DAY = dt.date(2017, 1, 20)


def test_what_is_chosen_comes_from_cookies_and_nonsense_is_not_chosen() -> None:
    assert Reader.of({"digits": "arabic", "theme": "dark", "x": "y"}, "en") == Reader("en", "arabic", "dark")
    assert Reader.of({"digits": "<script>", "theme": ""}) == ARABIC


@pytest.mark.parametrize(
    ("language", "digits", "theme"), [("fr", "latin", "auto"), ("ar", "roman", "auto"), ("ar", "latin", "pink")]
)
def test_an_unknown_choice_is_an_error_that_names_the_known(language: str, digits: str, theme: str) -> None:
    with pytest.raises(ValueError, match="is one of"):
        Reader(language, digits, theme)


def test_direction_and_prefix_follow_the_language() -> None:
    assert (ARABIC.direction, ARABIC.prefix) == ("rtl", "")
    assert (ENGLISH.direction, ENGLISH.prefix) == ("ltr", "/en")


@pytest.mark.parametrize(
    ("reader", "number", "day", "size"),
    [
        (ARABIC, "1,245", "20 يناير 2017", "11.8 ميغابايت"),
        (EASTERN, "١٬٢٤٥", "٢٠ يناير ٢٠١٧", "١١٫٨ ميغابايت"),
        (ENGLISH, "1,245", "20 January 2017", "11.8 MB"),
    ],
)
def test_numbers_days_and_sizes(reader: Reader, number: str, day: str, size: str) -> None:
    assert reader.number(1245) == number
    assert reader.day(DAY) == day
    assert reader.size(12_345_678) == size


def test_a_day_that_is_not_known() -> None:
    assert ARABIC.day(None) == "بلا تاريخ" and ENGLISH.day(None) == "undated"


def test_months_and_durations() -> None:
    assert EASTERN.month(DAY) == "يناير ٢٠١٧" and ENGLISH.month(DAY) == "January 2017"
    assert EASTERN.seconds(0.4) == "٠٫٤٠ ثانية" and ENGLISH.seconds(0.4) == "0.40 s"
    assert months("ar")[10] == "نوفمبر" and len(months("en")) == 12


def test_counting() -> None:
    assert [ARABIC.count(number, ARTICLES) for number in (1, 2, 3)] == ["مقال واحد", "مقالان", "3 مقالات"]
    assert EASTERN.count(25, ARTICLES) == "٢٥ مقالًا"
    assert [ENGLISH.count(number, ARTICLES) for number in (1, 2)] == ["1 article", "2 articles"]


def test_values_in_a_text() -> None:
    limit = Text("والحد {limit} من {name}.", "the limit is {limit} of {name}.")
    assert EASTERN.say(limit, limit=2000, name="3 بوابات") == "والحد ٢٬٠٠٠ من 3 بوابات."
    assert ENGLISH.say(limit, limit=2000, name="x") == "the limit is 2,000 of x."
    assert ARABIC.say(Text("{كما هو}", "{as it is}")) == "{كما هو}"
    assert EASTERN.figures("في 3, ثم 4.") == "في ٣, ثم ٤."  # punctuation of a sentence is not of its numbers
