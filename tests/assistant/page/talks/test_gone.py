from __future__ import annotations

import datetime as dt

from lxml import html

from assistant.conversations import Head
from assistant.page.cards import turn_cards
from assistant.page.reader import Reader
from assistant.page.talks.gone import gone_card
from index.vocabulary import Answer, Article, Citation, Span

from .conftest import HOSTILE

CITATION = Citation("م/1", Span(3, 3 + len(HOSTILE)), HOSTILE)
HEAD = Head("م/1", "عنوان المقال", dt.date(2017, 1, 20), "صحيفة المرفأ")


def test_the_words_stay_and_it_is_said_what_they_were_from() -> None:
    card = html.fromstring(gone_card(CITATION, HEAD, "", 'id="source-1-1"', '<button class="x">لا</button>'))
    assert card.get("id") == "source-1-1"
    assert card.xpath("string(.//mark)") == HOSTILE
    text = card.text_content()
    assert "صحيفة المرفأ · 20 يناير 2017" in text and "عنوان المقال" in text
    assert "لم يعد هذا المقال في الأرشيف" in text
    assert card.xpath(".//footer/button[@class='x']") and not card.xpath(".//a")


def test_changed_is_not_gone() -> None:
    text = html.fromstring(gone_card(CITATION, Head("م/1"), "", "", changed=True)).text_content()
    assert "تغيّر نصّ هذا المقال" in text and "مصدر غير مذكور · بلا تاريخ" in text and "بلا عنوان" in text


def test_cards_know_gone_from_changed_from_there() -> None:
    answer = Answer("؟", "قال [1]", (CITATION,))
    there = Article(f"قال{HOSTILE}", id="م/1", title="عنوان المقال")
    changed = Article("تصحيح: لم يقل", id="م/1")
    foot = "<i>{}</i>".format
    gone = turn_cards(answer, 1, lambda _: None, heads={"م/1": HEAD}, foot=foot)
    assert "لم يعد هذا المقال" in gone and "صحيفة المرفأ" in gone and "<i>1</i></footer>" in gone
    assert "تغيّر نصّ هذا المقال" in turn_cards(answer, 1, lambda _: changed, heads={"م/1": HEAD})
    shown = turn_cards(answer, 1, lambda _: there, foot=foot)
    assert "gone" not in shown and "<i>1</i></footer>" in shown


def test_in_english() -> None:
    assert "no longer in the archive" in gone_card(CITATION, HEAD, "", "", reader=Reader("en"))
