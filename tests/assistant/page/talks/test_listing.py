from __future__ import annotations

import datetime as dt

from lxml import html

from assistant.conversations import Summary
from assistant.page.reader import Reader
from assistant.page.talks.listing import listing

from .conftest import HOSTILE

TODAY = dt.date(2025, 3, 9)


def at(day: int, hour: int = 12) -> dt.datetime:
    return dt.datetime(2025, 3, day, hour).astimezone()


SUMMARIES = [
    Summary("a-1", "من نفى؟", at(1), at(9), 1),
    Summary("b_2", HOSTILE, at(1), at(8), 2),
    Summary("c-3", "من قال؟", at(1), at(1), 12),
]


def test_each_is_a_link_with_its_day_and_size() -> None:
    tree = html.fromstring(listing(SUMMARIES, "b_2", today=TODAY))
    links = tree.xpath("//a[@class='talk']")
    assert [link.get("href") for link in links] == ["?talk=a-1", "?talk=b_2", "?talk=c-3"]
    assert [link.get("aria-current") for link in links] == [None, "page", None]
    assert [when.text_content() for when in tree.xpath("//span[@class='when']")] == [
        "اليوم · سؤال واحد",
        "أمس · سؤالان",
        "1 مارس 2025 · 12 سؤالًا",
    ]
    assert tree.xpath("//span[@class='title']")[1].text_content() == HOSTILE
    assert tree.xpath("//summary/@aria-label")[1] == f"خيارات المحادثة: {HOSTILE}"


def test_what_can_be_done_with_one() -> None:
    tree = html.fromstring(listing(SUMMARIES[:1], "", today=TODAY))
    assert [(one.get("name"), one.get("value")) for one in tree.xpath("//button")] == [
        ("rename", "a-1"),
        ("delete", "a-1"),
    ]
    assert tree.xpath("//details//a/@href") == ["talk/a-1.md", "talk/a-1.html", "talk/a-1.json"]
    assert tree.xpath("//details//a[@download]")[0].text_content() == "صدّرها بصيغة Markdown"


def test_no_conversation_and_none_found_are_said_apart() -> None:
    assert "تُحفظ محادثاتك هنا" in listing([], "")
    assert "لا محادثة فيها هذه الكلمات" in listing([], "", searched=True)


def test_in_english_and_in_arabic_digits() -> None:
    assert "1 March 2025 · 12 questions" in listing(SUMMARIES, "", Reader("en"), today=TODAY)
    assert "١ مارس ٢٠٢٥ · ١٢ سؤالًا" in listing(SUMMARIES, "", Reader("ar", "arabic"), today=TODAY)
