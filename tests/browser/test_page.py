from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from tests.browser.contrast import CONTRAST

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

QUOTE = "«لن نغلق الميناء قبل انتهاء العاصفة»"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_the_page_is_arabic_and_says_how_much_it_holds(visit: Any) -> None:
    page = visit.page
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    assert page.title() == "إسناد · Isnad"
    assert page.locator(".masthead .count").inner_text() == "1,245 مقالًا"
    assert page.locator("footer:visible").count() == 0
    assert page.locator("[role=log]").get_attribute("aria-label") == "المحادثة"
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"IBM Plex Sans Arabic\"'))")


def test_ask_read_open_the_source(visit: Any, desk: Any) -> None:
    page = visit.page
    desk.pause = 0.15
    try:
        visit.ask("ماذا قالت سلمى الراوي؟")
        page.locator(".cite.pending").first.wait_for()  # the answer streams: a marker comes before its citation
        page.locator("#chat .made").wait_for()
    finally:
        desk.pause = 0.01
    assert page.locator("#question textarea").input_value() == ""
    assert QUOTE in page.locator("#chat .answer").inner_text()
    assert page.locator("#chat [data-testid=user]").get_attribute("aria-label") == "سؤال القارئ"

    page.locator("#chat a.cite", has_text="2").click()
    card = page.locator("#source-1-2")
    assert "shown" in (card.get_attribute("class") or "")
    assert page.evaluate("document.activeElement.id") == "source-1-2"
    assert card.locator("mark").text_content() == QUOTE

    first = page.locator("#source-1-1")
    assert first.locator("mark").text_content() == QUOTE
    assert first.locator(".outlet").inner_text() == "صحيفة المرفأ"
    assert first.locator("time").inner_text() == "20 يناير 2017"
    assert first.locator(".also a").inner_text() == "وكالة الساحل"
    with page.expect_popup() as opened:
        first.locator("a.apart").click()
    article = opened.value
    article.wait_for_load_state()
    assert unquote(article.url).startswith(f"{visit.site}/article/وادي/1 ?#%?start=")
    assert article.url.endswith("#cited")
    assert article.locator("mark#cited").text_content() == QUOTE
    assert article.evaluate("getComputedStyle(document.querySelector('#cited')).outlineStyle") == "solid"
    assert visit.elsewhere() == [] and visit.complaints == []


def test_an_older_answers_citation_brings_its_own_cards_back(visit: Any, desk: Any) -> None:
    page = visit.page
    visit.ask("ماذا قالت سلمى الراوي؟")
    page.locator("#chat .made").wait_for()
    visit.ask("وماذا عن المريخ؟")
    page.locator("#chat .refusal").wait_for()
    page.locator("#turn-2").wait_for()
    assert not page.locator("#turn-1").is_visible()
    page.locator("#chat a.cite").first.click()
    assert page.locator("#turn-1").is_visible() and not page.locator("#turn-2").is_visible()
    assert desk.calls[-1][2] == ("ماذا قالت سلمى الراوي؟",)


def test_a_refusal_looks_like_one(visit: Any) -> None:
    page = visit.page
    visit.ask("من تحدث عن المريخ؟")
    refusal = page.locator("#chat .refusal")
    refusal.wait_for()
    assert "لم يقل أحد في هذه المقالات شيئًا عن المريخ." in refusal.inner_text()
    page.locator("#turn-1 h3", has_text="أقرب ما وُجد").wait_for()
    assert page.locator("#turn-1 .card").count() == 1 and page.locator("#turn-1 mark").count() == 0
    bubbles = (
        "[...document.querySelectorAll('#chat .message.bot')].map(m => getComputedStyle(m).borderInlineStartWidth)"
    )
    assert page.evaluate(bubbles) == ["4px"]


def test_a_hostile_article_is_shown_and_not_obeyed(visit: Any) -> None:
    page = visit.page
    visit.ask("سؤال عدائي <img src=x onerror='window.hacked=8'> ${window.hacked=9} **غليظ**")
    page.locator("#chat .made").wait_for()
    page.locator("#source-1-1").wait_for()
    quote = '<img src=x onerror="window.hacked=1"> **غليظ** [انقر](javascript:window.hacked=2)'
    assert page.locator("#source-1-1 mark").text_content() == quote
    assert quote in page.locator("#chat .answer").text_content()
    assert "${window.hacked=9} **غليظ**" in page.locator("#chat .question").text_content()
    assert page.locator("#source-1-1 h4").text_content() == "<b>عنوان</b> ${window.hacked=4} {{constructor}}"
    with page.expect_popup() as opened:
        page.locator("#source-1-1 .apart").click()
    article = opened.value
    article.wait_for_load_state()
    assert article.locator("mark#cited").text_content() == quote
    for shown in (page, article):
        assert shown.evaluate("window.hacked === undefined")
        assert shown.locator("#chat img, #sources img, main.article img, a[href^='javascript']").count() == 0
    assert visit.elsewhere() == [] and visit.complaints == []


def test_an_example_is_asked_by_a_click(visit: Any, desk: Any) -> None:
    visit.page.locator("#chat .example", has_text="متى تهدأ الرياح؟").click()
    visit.page.locator("#chat .made").wait_for()
    assert desk.calls[-1][0] == "متى تهدأ الرياح؟"


def test_filters_narrow_the_question_and_their_heading_says_so(visit: Any, desk: Any) -> None:
    page = visit.page
    page.locator("#filters .label-wrap").click()
    page.locator("#outlets input").click()
    page.get_by_role("option", name="صحيفة المرفأ (812)").click()
    page.keyboard.press("Escape")
    remove = page.locator("#outlets .token-remove").first.get_attribute("title")
    assert remove is not None and remove.startswith("إزالة")  # Gradio's own words, Arabic in an English browser
    page.locator("#since input").fill("2017-01-20")
    page.locator("#until input").fill("2018-02-01")
    heading = page.locator("#filters .label-wrap", has_text="حتى 1 فبراير 2018")
    heading.wait_for()
    assert "صحيفة المرفأ · منذ 20 يناير 2017 · حتى 1 فبراير 2018" in heading.inner_text()
    heading.click()  # folded and unfolded again, the fields still show what is set
    page.locator("#since input").wait_for(state="hidden")
    heading.click()
    assert page.locator("#since input").input_value() == "2017-01-20"
    visit.ask("ماذا قالت؟")
    page.locator("#chat .made").wait_for()
    filters = desk.calls[-1][1]
    assert filters.sources == ("صحيفة المرفأ",)
    assert (str(filters.since), str(filters.until)) == ("2017-01-20", "2018-02-01")


def test_what_cannot_be_asked_is_said_kindly_and_kept(visit: Any, desk: Any) -> None:
    page, before = visit.page, len(desk.calls)
    visit.ask("   ")
    page.locator("#chat .notice", has_text="اكتب سؤالًا أولًا").wait_for()
    visit.ask("س" * 2001)
    page.locator("#chat .notice", has_text="سؤالك طويل (2,001 حرف)").wait_for()
    assert len(page.locator("#question textarea").input_value()) == 2001
    assert len(desk.calls) == before


def test_a_failure_is_a_message_and_the_next_question_works(visit: Any) -> None:
    page = visit.page
    visit.ask("خلل")
    page.locator("#chat .notice", has_text="تعذّر إتمام الجواب").wait_for()
    assert "secret-detail" not in page.content() and "Traceback" not in page.content()
    visit.ask("ماذا قالت سلمى الراوي؟")
    page.locator("#chat .made").wait_for()
    assert page.locator("#source-2-1").is_visible()


def test_a_new_chat_forgets_the_old_one(visit: Any, desk: Any) -> None:
    page = visit.page
    visit.ask("ماذا قالت سلمى الراوي؟")
    page.locator("#chat .made").wait_for()
    page.locator("#fresh").click()
    page.locator("#chat .example").first.wait_for()
    assert page.locator(".card").count() == 0
    visit.ask("متى تهدأ الرياح؟")
    page.locator("#chat .made").wait_for()
    assert desk.calls[-1][2] == ()


def test_two_readers_are_answered_at_once(visit: Any, desk: Any, browser: Browser) -> None:
    context = browser.new_context()
    other = context.new_page()
    other.goto(visit.site + "/")
    other.locator("#chat .example").first.wait_for()
    desk.pause = 0.3
    try:
        visit.ask("ماذا قالت سلمى الراوي؟")
        visit.page.locator("#chat .answer").wait_for()
        other.locator("#question textarea").fill("من تحدث عن المريخ؟")
        other.keyboard.press("Enter")
        other.locator("#chat .refusal").wait_for()
        assert visit.page.locator("#chat .made").count() == 0  # the first answer is still growing
        visit.page.locator("#chat .made").wait_for()
    finally:
        desk.pause = 0.01
    assert visit.page.locator("#chat .refusal").count() == 0
    context.close()


def test_stopping_frees_the_field_for_the_next_question(visit: Any, desk: Any) -> None:
    page = visit.page
    desk.pause = 0.5
    try:
        visit.ask("ماذا قالت سلمى الراوي؟")
        page.locator("#chat .answer").wait_for()
        page.locator("#question .stop-button").click()
        page.locator("#question .submit-button").wait_for()
        page.wait_for_timeout(1000)  # the browser's side of Gradio lets go of the old question a moment later
    finally:
        desk.pause = 0.01
    visit.ask("من تحدث عن المريخ؟")
    page.locator("#chat .refusal").wait_for()
    assert page.locator("#turn-2 h3").is_visible()


def test_a_new_chat_in_the_middle_of_an_answer_stays_empty(visit: Any, desk: Any) -> None:
    page = visit.page
    desk.pause = 0.3
    try:
        visit.ask("ماذا قالت سلمى الراوي؟")
        page.locator("#chat .answer").wait_for()
        page.locator("#fresh").click()
        page.locator("#chat .example").first.wait_for()
        page.wait_for_timeout(1500)
        assert page.locator("#chat .message").count() == 0
    finally:
        desk.pause = 0.01
    visit.ask("متى تهدأ الرياح؟")
    page.locator("#chat .made").wait_for()
    assert desk.calls[-1][2] == () and page.locator("#chat .message.bot").count() == 1


@pytest.mark.parametrize("visit", [PHONE, PHONE | {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"])
def test_on_a_phone_the_chat_comes_first_and_nothing_overflows(visit: Any) -> None:
    page = visit.page
    visit.ask("سؤال عدائي")
    page.locator("#chat .made").wait_for()
    page.locator("#source-1-1").wait_for()
    page.locator("#filters .label-wrap").click()
    page.locator("#since input").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator("#talk").bounding_box()["y"] < page.locator("#side").bounding_box()["y"]
    order = "document.querySelector('#talk').compareDocumentPosition(document.querySelector('#side'))"
    assert page.evaluate(order) == 4  # DOCUMENT_POSITION_FOLLOWING
    page.locator("#chat a.cite").first.click()
    page.locator("#source-1-1 .back").click()
    assert page.evaluate("document.activeElement.className") == "cite"


def test_side_by_side_on_a_desk_with_the_chat_on_the_right(visit: Any) -> None:
    chat, sources = visit.page.locator("#talk").bounding_box(), visit.page.locator("#side").bounding_box()
    assert chat["x"] > sources["x"] + sources["width"] - 1
    assert visit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_article_page_works_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{site}/article/relay-2?start=28&end=30#cited")
    assert page.locator("h1").inner_text() == "الميناء يعمل رغم العاصفة"
    assert page.locator("mark#cited").is_visible()
    context.close()


@pytest.mark.parametrize("visit", [{}, {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"])
def test_text_stands_out_from_its_ground(visit: Any) -> None:
    page = visit.page
    visit.ask("ماذا قالت سلمى الراوي؟")
    page.locator("#chat .made").wait_for()
    page.locator("#source-1-1").wait_for()
    card = [f"#source-1-1 {part}" for part in (".passage", "mark", ".outlet", "time", ".open", ".badge", ".also")]
    for selector in [".masthead .brand", ".masthead .count", "#chat .answer", "#chat a.cite", "#chat .made", *card]:
        assert page.evaluate(CONTRAST, selector) >= 4.5, selector
