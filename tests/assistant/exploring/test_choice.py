from __future__ import annotations

import datetime as dt

import pytest

from assistant.exploring.choice import LONGEST_TEXT, Choice, parse


def test_a_choice_and_its_address_say_the_same() -> None:
    choice = Choice(
        (("speaker", ("هاله مرعي", "a&b=c")), ("stance", ("deny",))),
        "رسوم الميناء",
        "meaning",
        dt.date(2025, 1, 1),
        dt.date(2025, 2, 28),
        "nearest",
        "matrix",
        "place",
        ("الأرصفة",),
        3,
    )
    assert parse(choice.query) == choice
    assert Choice().query == ""
    assert parse("") == Choice()


def test_what_is_wrong_in_an_address_is_passed_over() -> None:
    choice = parse("speaker=&stance=deny&stance=deny&nonsense=1&since=2025-13-40&page=-1&view=secret&order=%FF&match=x")
    assert choice == Choice((("stance", ("deny",)),))
    assert parse("page=٣").page == 1 and parse("page=99999999999999").page == 1
    assert len(parse(f"about={'س' * 5000}").about) == LONGEST_TEXT
    assert len(parse("&".join(f"place=p{n}" for n in range(1000))).of("place")) == 60


def test_crossed_days_are_put_right() -> None:
    choice = parse("since=2025-02-01&until=2025-01-01")
    assert (choice.since, choice.until) == (dt.date(2025, 1, 1), dt.date(2025, 2, 1))


def test_a_value_is_chosen_and_taken_off_again_from_the_first_page_on() -> None:
    choice = parse("stance=deny&page=4")
    both = choice.toggled("stance", "warn")
    assert both.of("stance") == ("deny", "warn") and both.page == 1
    assert both.toggled("stance", "deny").toggled("stance", "warn") == Choice()
    with pytest.raises(ValueError, match="'colour' is no facet: they are speaker, "):
        choice.toggled("colour", "red")


def test_another_view_keeps_what_is_chosen() -> None:
    choice = parse("stance=deny&page=4").looking("map")
    assert (choice.view, choice.page, choice.of("stance")) == ("map", 1, ("deny",))
    assert choice.narrows and not parse("view=map&order=oldest").narrows
