"""The sources over a real store: open, read, go on, copy, export and read the export again."""

from __future__ import annotations

import csv
import json
import re
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
import rispy
import uvicorn
from bibtexparser.entrypoint import parse_string

from assistant.assistant import Assistant
from assistant.citing import cite
from assistant.page import build, listen
from index.store import Store
from index.vocabulary import Answer, Evidence, Passage, Span
from tests.browser.contrast import CONTRAST

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

STRIKE = ("قدّر المدير العام لشركة المرافئ المتحدة، منذر الجلاصي،", "وقالت الشابي إن الإدارة")
DAM = ("نفت إدارة سد وادي الخرار، الثلاثاء، وجود أي تشققات",)
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DARK = {"color_scheme": "dark"}


class Citing(Assistant):
    """Over the real store; only which sentences answer is given: of the dam where it is asked for, else of a strike."""

    def stream(self, question: str, **_: Any) -> Iterator[Answer]:
        article = self.article("sample-02" if "سد" in question else "sample-10")
        assert article is not None
        spans = []
        for opening in DAM if "سد" in question else STRIKE:
            start = article.text.index(opening)
            spans.append(Span(start, article.text.index(".", start) + 1))
        citations = tuple(cite(article, span) for span in spans)
        evidence = Evidence(article, Passage(article.id, 0, Span(0, len(article.text))), 0.9)
        text = "\n\n".join(f"{one.quote} [{number}]" for number, one in enumerate(citations, 1))
        yield Answer(question, text, citations, (evidence,), seconds={"answer": 0.1})


@pytest.fixture(scope="module")
def sources_site(archive: Store) -> Iterator[str]:
    """The address of the desk over `archive` with given citations, served from a thread on a free port."""
    with listen("127.0.0.1", 0) as listener:
        server = uvicorn.Server(uvicorn.Config(build(Citing(archive), archive), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def desk_page(browser: Browser, sources_site: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The desk after a question whose answer cites two places; `indirect` parameters are the context's options."""
    options = {"viewport": {"width": 1280, "height": 860}, "reduced_motion": "reduce", **getattr(request, "param", {})}
    context = browser.new_context(**options)
    context.set_default_timeout(20_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(sources_site + "/")
    page.locator("#chat .example").first.wait_for()
    page.locator("#question textarea").fill("ماذا قيل عن الإضراب؟")
    page.keyboard.press("Enter")
    page.locator("#chat .made").wait_for()
    page.locator("#source-1-2").wait_for()
    yield page
    assert complaints == []
    context.close()


def cited_words(page: Any, archive: Any, number: int) -> str:
    """What citation `number` of the answer covers in the store's own text."""
    href = page.locator(f"#source-1-{number} a.open").get_attribute("href")
    found = re.search(r"article/([\w-]+)\?start=(\d+)&end=(\d+)", href)
    assert found, href
    text: str = archive.catalogue.article(found[1]).text
    return text[int(found[2]) : int(found[3])]


def test_the_article_opens_beside_the_chat_at_exactly_the_cited_words(desk_page: Any, archive: Any) -> None:
    page = desk_page
    quote = cited_words(page, archive, 1)
    page.locator("#source-1-1 a.open").click()
    mark = page.locator("#opened mark#cited")
    mark.wait_for()
    assert mark.evaluate("mark => mark.textContent") == quote
    assert page.locator("#source-1-1 mark").evaluate("mark => mark.textContent") == quote
    assert page.evaluate("document.activeElement.id") == "cited" and in_view(page, "#opened #cited")
    assert not page.locator("#sources").is_visible() and page.locator("#chat .made").is_visible()
    assert page.locator("#opened .text").evaluate("e => e.textContent") in {
        a.text for a in archive.catalogue.articles()
    }


def in_view(page: Any, selector: str) -> bool:
    return bool(
        page.locator(selector).evaluate(
            "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.top < window.innerHeight; }"
        )
    )


def test_through_the_citations_and_back_to_the_list(desk_page: Any, archive: Any) -> None:
    page = desk_page
    quotes = [cited_words(page, archive, number) for number in (1, 2)]
    assert quotes[0] != quotes[1]
    page.locator("#source-1-1 a.open").click()
    position = page.locator("#opened .position")
    assert position.inner_text() == "الاستشهاد 1 من 2"
    assert page.locator("#opened button.previous").is_disabled()
    page.locator("#opened button.next").click()
    page.locator("#opened .position", has_text="الاستشهاد 2 من 2").wait_for()
    assert page.locator("#opened mark#cited").evaluate("mark => mark.textContent") == quotes[1]
    assert page.locator("#opened button.next").is_disabled()
    page.locator("#opened button.previous").click()
    page.locator("#opened .position", has_text="الاستشهاد 1 من 2").wait_for()
    page.locator("#opened button.to-list").click()
    page.locator("#source-1-1").wait_for()
    assert page.locator("#opened").count() == 0
    assert page.evaluate("document.activeElement.className") == "open"
    page.keyboard.press("Enter")  # by the keyboard too
    page.locator("#opened mark#cited").wait_for()
    page.keyboard.press("Escape")
    page.locator("#source-1-1").wait_for()
    page.locator("#source-1-2 a.open").click()
    page.locator("#opened mark#cited").wait_for()
    page.locator("#chat a.cite").first.click()  # a number in the answer leads to its card
    assert page.locator("#source-1-1").is_visible() and page.locator("#opened").count() == 0


def test_statements_are_marked_by_speaker_and_each_can_be_left_unmarked(desk_page: Any) -> None:
    page = desk_page
    page.locator("#source-1-1 a.open").click()
    page.locator("#opened .voices > summary").click()
    names = page.locator("#opened .voices > ul > li > label bdi").all_inner_texts()
    assert "منذر الجلاصي" in names and "آمنة الشابي" in names
    voice = names.index("آمنة الشابي") + 1
    said = page.locator(f"#opened .text .said.first.v{voice}").first
    assert said.get_attribute("data-voice") == str(voice) and "آمنة الشابي" in said.get_attribute("title")
    look = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e, '::before').content]"
    ground, label = said.evaluate(look)
    assert ground != "rgba(0, 0, 0, 0)" and label == f'"{voice}"'
    page.locator(f"#opened #voice-{voice}").uncheck()
    assert said.evaluate(look) == ["rgba(0, 0, 0, 0)", "none"]
    page.locator(f"#opened #voice-{voice}").check()
    page.locator("#opened #voice-0").uncheck()  # all at once
    assert said.evaluate(look) == ["rgba(0, 0, 0, 0)", "none"]
    page.locator("#opened #voice-0").check()
    folded = page.locator(f"#opened .voices li.v{voice} details")
    folded.locator("summary").click()
    folded.locator("a.to-said").last.click()
    assert page.evaluate("document.activeElement.className").startswith("said first")
    assert in_view(page, "#opened .said:focus")


@pytest.mark.parametrize("desk_page", [{"permissions": ["clipboard-read", "clipboard-write"]}], indirect=True)
def test_a_quotation_is_copied_with_its_source_and_the_link_opens_it(
    desk_page: Any, archive: Any, sources_site: str
) -> None:
    page = desk_page
    quote = cited_words(page, archive, 2)
    page.locator("#source-1-2 button.copy").click()
    page.locator("#source-1-2 .told", has_text="نُسخ").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert quote in copied and "[الفسقية، 13 يناير 2025]" in copied and "آمنة الشابي" in copied
    link = copied.splitlines()[-1]
    assert link.startswith(f"{sources_site}/article/sample-10?start=")
    page.locator("#source-1-2 a.open").click()
    page.locator("#opened .taking button.copy", has_text="انسخ الرابط").click()
    page.locator("#opened .told", has_text="نُسخ").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.goto(link)
    assert page.locator("mark#cited").evaluate("mark => mark.textContent") == quote


def test_where_the_browser_does_not_copy_the_text_is_there_to_be_copied(desk_page: Any, archive: Any) -> None:
    page = desk_page
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false"
    )
    page.locator("#source-1-1 button.copy").click()
    page.locator("#source-1-1 .told", has_text="انسخه بـ Ctrl+C").wait_for()
    field = page.locator("#source-1-1 textarea.fallback")
    assert cited_words(page, archive, 1) in field.input_value()
    selected = (
        "document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"
    )
    assert page.evaluate(selected) == field.input_value()


def test_exports_are_files_that_other_programs_read(desk_page: Any, archive: Any, tmp_path: Any) -> None:
    page = desk_page
    quotes = [cited_words(page, archive, number) for number in (1, 2)]
    page.locator("#turn-1 .exporting summary").click()

    def saved(form: str) -> str:
        with page.expect_download() as downloading:
            page.locator("#turn-1 .exporting button", has_text=form).click()
        path = tmp_path / downloading.value.suggested_filename
        downloading.value.save_as(path)
        return str(path.read_bytes(), "utf-8-sig")

    assert [entry["abstract"] for entry in parse_string(saved("BibTeX")).entries] == quotes
    assert [entry["abstract"] for entry in rispy.loads(saved("RIS").replace("\r\n", "\n"))] == [
        " ".join(quote.split("\n")) for quote in quotes
    ]
    items = json.loads(saved("CSL-JSON"))
    assert [item["abstract"] for item in items] == quotes
    assert {item["custom"]["speaker"] for item in items} == {"منذر الجلاصي", "آمنة الشابي"}
    rows = list(csv.DictReader(saved("CSV").splitlines(keepends=True)))
    assert [row["quotation"] for row in rows] == quotes and rows[0]["date"] == "2025-01-13"
    page.locator("#turn-1 .exporting input").first.uncheck()
    assert [entry["abstract"] for entry in parse_string(saved("BibTeX")).entries] == quotes[1:]


def test_the_citations_of_a_whole_conversation_are_exported_together(desk_page: Any, tmp_path: Any) -> None:
    page = desk_page
    page.locator("#question textarea").fill("من نفى وجود تشققات في سد وادي الخرار؟")
    page.keyboard.press("Enter")
    page.locator("#source-2-1").wait_for()
    page.locator(".exporting.all summary").click()
    with page.expect_download() as downloading:
        page.locator(".exporting.all button", has_text="CSL-JSON").click()
    path = tmp_path / "citations.json"
    downloading.value.save_as(path)
    articles = {item["custom"]["article_id"] for item in json.loads(path.read_text("utf-8"))}
    assert {"sample-10", "sample-02"} <= articles


@pytest.mark.parametrize("script", [True, False])
def test_a_permalink_scrolls_to_its_words_even_without_a_script(
    browser: Browser, archive: Any, sources_site: str, script: bool
) -> None:
    article = archive.catalogue.article("sample-10")
    end = len(article.text)
    words = article.text[end - 40 : end - 10]
    context = browser.new_context(java_script_enabled=script, viewport={"width": 390, "height": 600})
    page = context.new_page()
    page.goto(f"{sources_site}/article/sample-10?start={end - 40}&end={end - 10}")
    page.wait_for_timeout(300)
    assert page.locator("mark#cited").text_content() == words
    box = page.locator("mark#cited").bounding_box()
    assert box and 0 <= box["y"] < 600  # the article is longer than the window
    assert page.locator(".voices input").count() > 2 and page.locator("a.permalink").is_visible()
    assert page.locator("button.copy:visible").count() == (2 if script else 0)
    if not script:
        page.locator(".taking summary", has_text="الاقتباس بمصدره").click()
        assert words in (page.locator("#quotation").text_content() or "")
    context.close()


def test_every_article_is_shown_to_the_letter(browser: Browser, archive: Any, sources_site: str) -> None:
    shown = """async id => {
      const markup = await (await fetch(`/article/${id}?start=5&end=60&also=30-90&view=beside`)).text();
      const part = document.createElement("div");
      part.innerHTML = markup;
      return [part.querySelector(".text").textContent, part.querySelector("#cited").textContent];
    }"""
    every = list(archive.catalogue.articles())
    assert len(every) == 48
    context = browser.new_context(bypass_csp=True)  # so that a script may be run on the page at all
    page = context.new_page()
    page.goto(sources_site + "/article/sample-01")
    for article in every:
        assert page.evaluate(shown, article.id) == [article.text, article.text[5:60]], article.id
    context.close()


def test_links_that_go_astray_are_explained(browser: Browser, sources_site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{sources_site}/article/sample-02?start=10&end=999999")
    assert "خارج نص المقال" in page.get_by_role("alert").inner_text()
    assert page.locator("mark").count() == 0 and page.locator(".text").is_visible()
    page.goto(f"{sources_site}/en/article/none")
    assert page.locator("h1").inner_text() == "There is no such article"
    context.close()


def test_an_article_with_an_odd_id_opens_beside_the_chat(visit: Any) -> None:
    page = visit.page
    visit.ask("ماذا قالت سلمى الراوي؟")
    page.locator("#chat .made").wait_for()
    page.locator("#source-1-1 a.open").click()
    assert page.locator("#opened mark#cited").text_content() == "«لن نغلق الميناء قبل انتهاء العاصفة»"
    assert page.locator("#opened .voices .role").first.text_content() == "مديرة ميناء السفن"
    assert visit.elsewhere() == [] and visit.complaints == []


def test_a_hostile_article_beside_the_chat_is_shown_and_not_obeyed(visit: Any) -> None:
    page = visit.page
    visit.ask("سؤال عدائي")
    page.locator("#chat .made").wait_for()
    page.locator("#source-1-1 a.open").click()
    quote = '<img src=x onerror="window.hacked=1"> **غليظ** [انقر](javascript:window.hacked=2)'
    assert page.locator("#opened mark#cited").text_content() == quote
    assert page.evaluate("window.hacked === undefined")
    assert page.locator("#opened img, #opened script, #opened a[href^='javascript']").count() == 0
    assert visit.elsewhere() == [] and visit.complaints == []


@pytest.mark.parametrize(
    "desk_page", [{}, DARK, PHONE, PHONE | DARK], indirect=True, ids=["day", "night", "phone", "phone-night"]
)
def test_marks_can_be_read_and_nothing_overflows(desk_page: Any) -> None:
    page = desk_page
    page.locator("#source-1-1 a.open").click()
    page.locator("#opened .voices > summary").click()
    page.locator("#opened mark#cited").wait_for()
    for selector in (
        ".text .said",
        "mark#cited",
        ".voices .number",
        ".voices .role",
        ".position",
        ".taking button",
        ".stance",
    ):
        assert page.evaluate(CONTRAST, f"#opened {selector}") >= 4.5, selector
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("desk_page", [{}, DARK], indirect=True, ids=["day", "night"])
def test_axe_finds_nothing_serious(desk_page: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = desk_page

    def serious() -> list[str]:
        found = axe.run(page).response["violations"]
        return [one["id"] for one in found if one["impact"] in ("serious", "critical")]

    page.locator("#turn-1 .exporting summary").click()
    assert serious() == []
    page.locator("#source-1-2 a.open").click()
    page.locator("#opened mark#cited").wait_for()
    for summary in page.locator("#opened summary").all():
        summary.click()
    assert serious() == []


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_axe_finds_nothing_serious_on_an_articles_own_page(browser: Browser, sources_site: str, prefix: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(bypass_csp=True)  # its policy admits no script but ours
    page = context.new_page()
    page.goto(f"{sources_site}{prefix}/article/sample-10?start=10&end=90&also=100-140")
    found = axe.run(page).response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
    context.close()
