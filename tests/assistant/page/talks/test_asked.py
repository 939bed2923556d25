from __future__ import annotations

from dataclasses import replace
from html import unescape

from lxml import html

from assistant.conversations import Turn
from assistant.page.reader import Reader
from assistant.page.talks.asked import asked_markup
from index.vocabulary import EVERYTHING

from .conftest import HOSTILE


def test_chips_name_their_turn_and_place(turn: Turn) -> None:
    tree = html.fromstring(f"<main>{asked_markup(turn)}</main>")
    chips = tree.xpath("//button[@name='without']")
    assert [chip.get("value") for chip in chips] == ["3:0", "3:1"]
    assert chips[0].text_content() == "الفترة: يناير 2017 ×"
    assert chips[1].text_content() == f"{HOSTILE} ×"  # of a kind that has no name, and hostile: shown as it is
    assert chips[0].get("title") == "أزل هذا القيد وأعد السؤال"


def test_the_readers_own_filters_stand_beside_them(turn: Turn) -> None:
    tree = html.fromstring(f"<main>{asked_markup(turn)}</main>")
    assert tree.xpath("//div[@class='narrowed']")[1].text_content() == (
        "ضمن: صحيفة المرفأ، مصدر غير مذكور · منذ 1 يناير 2017"
    )


def test_what_was_taken_off_can_be_put_back(turn: Turn) -> None:
    assert 'name="restore" value="3"' in asked_markup(turn)
    assert 'name="restore"' not in asked_markup(replace(turn, without=()))


def test_a_question_that_is_narrowed_to_nothing_says_nothing_of_it(turn: Turn) -> None:
    bare = replace(turn, filters=EVERYTHING, without=(), answer=None)
    assert "narrowed" not in asked_markup(bare) and 'name="edit" value="3"' in asked_markup(bare)


def test_one_line_and_two_languages(turn: Turn) -> None:
    assert "\n" not in asked_markup(replace(turn, question="سطر\n\nوسطر"))
    english = unescape(asked_markup(turn, Reader("en")))
    assert "Period:" in english and "Edit the question" in english and "from 1 January 2017" in english
