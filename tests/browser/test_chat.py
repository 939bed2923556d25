"""Conversations in a real browser, over a real store of the sample articles. What is answered is scripted, so that the
chips, marks and suggestions are there; articles, citations and all that is kept are real."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from markdown_it import MarkdownIt
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.assistant import Assistant
from assistant.citing import cite
from assistant.conversations import Shelf
from assistant.conversations.evaluation import complete, questions
from assistant.page import build
from index.embedder import Embedder
from index.ingest import add, remove
from index.samples import articles
from index.store import Store
from index.vocabulary import Answer, Chip, Evidence, Filters, Mark, Passage, Span

from .conftest import Visit, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

# What Gradio says when a page is left while it still loads, as the tests do by loading it again at once.
LEAVING = re.compile("AbortError|aborted without reason|Connection errored out")
DENIAL = "«قديم ومصور في سد آخر خارج البلاد»"
REPORT = "«لا يدل على تزوير، بل على أجهزة قديمة لم تعاير منذ عام 2011»"
QUOTES = {"sample-02": DENIAL, "sample-05": REPORT}
EVERYTHING = Filters()
CRACKS = "من نفى وجود تشققات في سد وادي الخرار؟"
PERIOD = Chip("days", "2025-07-01/2025-07-31", "تموز 2025")
PERSON = Chip("person", "ادارة السد", "إدارة السد", hard=False)


class Reporter(Assistant):
    """Answers with the words of two sample articles of its store; keeps what it was asked in `asked`."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.asked: list[tuple[str, tuple[str, ...], tuple[str, ...], Filters]] = []

    def stream(
        self,
        question: str,
        *,
        filters: Filters = EVERYTHING,
        history: Sequence[str] = (),
        without: Collection[str] = (),
    ) -> Iterator[Answer]:
        self.asked.append((question, tuple(history), tuple(without), filters))
        if "خلل" in question:
            raise RuntimeError("secret detail")
        text = f"نفت إدارة السد ذلك وقالت إن المقطع {DENIAL} [1]، وعدّت اللجنة الفارق في 13 موضعًا مما {REPORT} [2]."
        if "بطيء" in question:
            for end in range(12, len(text), 4):
                time.sleep(0.15)
                yield Answer(question, text[:end])
        yield self._answer(question, text, without)

    def _answer(self, question: str, text: str, without: Collection[str]) -> Answer:
        cited, evidence = [], []
        for name, quote in QUOTES.items():
            if article := self.article(name):
                start = article.text.index(quote)
                cited.append(cite(article, Span(start, start + len(quote))))
                evidence.append(Evidence(article, Passage(name, 0, Span(0, len(article.text))), 0.8))
        if "المريخ" in question:
            return Answer(question, "", evidence=tuple(evidence), refused=True, reason="لم يذكر أحد المريخ.")
        start = text.index("13")
        return Answer(
            question,
            text,
            tuple(cited),
            tuple(evidence),
            seconds={"answer": 0.2},
            kind="who",
            chips=tuple(chip for chip in (PERIOD, PERSON) if chip.id not in without),
            confidence="low",
            notice="لم يستجب النموذج، فهذا الجواب من كلمات المقالات.",
            marks=(Mark(Span(start, start + 2), "number"),),
            suggestions=("متى نفت ذلك؟", "من ردّ على الإدارة؟"),
        )


class Signing:
    """ASGI middleware in the place of a sign-in: the user is whoever the cookie says."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (name := Request(scope).cookies.get("user")):
            scope = {**scope, "state": {**scope.get("state", {}), "user": name}}
        await self.app(scope, receive, send)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, tiny_embedder: Embedder) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("chat") / "store", load_embedder=lambda name: tiny_embedder) as opened:
        add(opened, articles())
        yield opened


@pytest.fixture(scope="module")
def reporter(store: Store) -> Reporter:
    return Reporter(store)


@pytest.fixture(scope="module")
def site(store: Store, reporter: Reporter) -> Iterator[str]:
    app = build(reporter, store)
    app.add_middleware(Signing)
    with served(app) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A reader of their own (so that no other test's conversations are in the list), in a fresh browser."""
    options = {"viewport": {"width": 1280, "height": 860}, "accept_downloads": True}
    context = browser.new_context(**{**options, **getattr(request, "param", {})})
    context.add_cookies([{"name": "user", "value": re.sub(r"\W", "_", request.node.name, flags=re.A), "url": site}])
    context.set_default_timeout(20_000)
    seen = Visit(context.new_page(), site)
    opened(seen.page, site)
    yield seen
    complaints = [said for said in seen.complaints if not LEAVING.search(said)]
    assert seen.elsewhere() == [] and complaints == []
    context.close()


def opened(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#chat .example, #chat .question, #chat .notice").first.wait_for()


def ask(visit: Visit, question: str, turn: int = 1) -> None:
    visit.ask(question)
    replied(visit.page, turn)


def replied(page: Page, turn: int) -> None:
    """Wait until the answer to question `turn` is complete, and the field invites the next one."""
    page.locator(f"#chat button[name=retry][value='{turn}']").wait_for()
    page.locator("#question .submit-button").wait_for()


def settle(page: Page) -> None:
    """Wait until what was clicked is said to be done."""
    page.locator("#said span").wait_for()


def titles(page: Page) -> list[str]:
    return [str(title) for title in page.locator("#listed .title").all_inner_texts()]


def talk_of(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query).get("talk", [""])[0]


def test_reload_and_find_the_conversation(visit: Visit) -> None:
    page = visit.page
    ask(visit, CRACKS)
    ask(visit, "ومتى؟", 2)
    name = talk_of(page)
    assert name and page.title() == f"{CRACKS} · إسناد · Isnad"
    page.reload()
    page.locator("#chat .answer").nth(1).wait_for()
    assert page.locator("#chat .question").all_inner_texts() == [CRACKS, "ومتى؟"]
    assert talk_of(page) == name
    assert page.locator("#source-2-1 mark").text_content() == DENIAL
    page.locator("#chat a.cite").first.click()
    assert page.locator("#source-1-1 mark").text_content() == DENIAL
    assert titles(page) == [CRACKS]
    assert page.locator("#listed a[aria-current=page]").get_attribute("data-talk") == name


def test_a_follow_up_after_a_reload_leans_on_what_was_asked_before(visit: Visit, reporter: Reporter) -> None:
    ask(visit, CRACKS)
    visit.page.reload()
    visit.page.locator("#chat .answer").wait_for()
    ask(visit, "وأين قالت ذلك؟", 2)
    assert reporter.asked[-1][:2] == ("وأين قالت ذلك؟", (CRACKS,))


def test_the_conversation_is_there_after_the_server_was_started_again(
    browser: Browser, store: Store, reporter: Reporter
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    context.set_default_timeout(20_000)
    page = context.new_page()
    with served(build(reporter, store)) as first:
        opened(page, first)
        ask(Visit(page, first), "من يُبقي محادثاته بعد الإقفال؟")
        name = talk_of(page)
    with served(build(reporter, store)) as second:
        assert second != first
        opened(page, f"{second}/?talk={name}")
        assert page.locator("#chat .question").inner_text() == "من يُبقي محادثاته بعد الإقفال؟"
        assert page.locator("#source-1-1 mark").text_content() == DENIAL
    context.close()


def test_method_confidence_notice_and_doubts_are_said(visit: Visit) -> None:
    page = visit.page
    ask(visit, CRACKS)
    made = page.locator("#chat .made").inner_text()
    assert made == "مستخرَج حرفيًّا من المقالات · الثقة بالجواب ضعيفة، فراجع المصدر · 0.20 ثانية"
    assert page.locator("#chat .told").inner_text() == "لم يستجب النموذج، فهذا الجواب من كلمات المقالات."
    doubted = page.locator("#chat u.doubted")
    assert (doubted.inner_text(), doubted.get_attribute("title")) == ("13", "رقم لم يرد في المصادر")
    assert doubted.evaluate("u => u.nextSibling.textContent") == " (رقم لم يرد في المصادر)"


def test_a_chip_is_taken_off_and_put_back(visit: Visit, reporter: Reporter) -> None:
    page = visit.page
    ask(visit, CRACKS)
    chips = page.locator("#chat button.chip")
    assert [one.strip() for one in chips.all_inner_texts()] == ["الفترة: تموز 2025 ×", "الشخص: إدارة السد ×"]
    assert chips.first.get_attribute("aria-label") == "أزل هذا القيد وأعد السؤال: الفترة: تموز 2025"
    chips.first.click()
    page.locator("#chat button[name=restore]").wait_for()
    replied(page, 1)
    assert [one.strip() for one in chips.all_inner_texts()] == ["الشخص: إدارة السد ×"]
    assert reporter.asked[-1][:3] == (CRACKS, (), ("days:2025-07-01/2025-07-31",))
    page.reload()
    page.locator("#chat button[name=restore]").click()
    page.locator("#chat button.chip", has_text="تموز 2025").wait_for()
    assert reporter.asked[-1][:3] == (CRACKS, (), ())
    assert page.locator("#chat .question").count() == 1


def test_a_suggested_question_is_asked_and_the_last_answer_alone_suggests(visit: Visit, reporter: Reporter) -> None:
    page = visit.page
    ask(visit, CRACKS)
    page.locator("#chat button.suggestion", has_text="متى نفت ذلك؟").click()
    replied(page, 2)
    assert page.locator("#chat .question").all_inner_texts() == [CRACKS, "متى نفت ذلك؟"]
    assert reporter.asked[-1][:2] == ("متى نفت ذلك؟", (CRACKS,))
    assert page.locator("#chat .next").count() == 1


def test_stop_keeps_what_was_said_and_retry_completes_it(visit: Visit) -> None:
    page = visit.page
    visit.ask("سؤال بطيء؟")
    page.locator("#chat .answer", has_text="نفت إدارة السد").wait_for()
    page.locator("#question .stop-button").click()
    page.locator("#chat .notice", has_text="أوقفتَ هذا الجواب").wait_for()
    said = page.locator("#chat .answer").inner_text()
    assert said.startswith("نفت إدارة السد") and REPORT not in said
    page.reload()
    page.locator("#chat .notice", has_text="أوقفتَ هذا الجواب").wait_for()
    assert page.locator("#chat .answer").inner_text() == said
    page.locator("#chat button[name=retry]").click()
    page.locator("#chat .made").wait_for()
    assert REPORT in page.locator("#chat .answer").inner_text()
    assert page.locator("#chat .notice").count() == 0


def test_one_question_at_a_time_and_a_button_takes_the_place_of_what_is_being_answered(
    visit: Visit, reporter: Reporter
) -> None:
    page = visit.page
    ask(visit, CRACKS)
    before = len(reporter.asked)
    visit.ask("سؤال بطيء؟")
    page.locator("#question .stop-button").wait_for()
    visit.ask("لا يُسأل بعد")
    assert page.locator("#question textarea").input_value() == "لا يُسأل بعد"
    page.locator("#chat .answer").nth(1).wait_for()
    page.locator("#chat button[name=retry][value='1']").click()
    page.locator("#again-dialog .done").click()
    page.locator("#chat .question").nth(1).wait_for(state="detached")
    replied(page, 1)
    assert [asked[0] for asked in reporter.asked[before:]] == ["سؤال بطيء؟", CRACKS]
    page.reload()
    page.locator("#chat .made").wait_for()
    assert page.locator("#chat .question").all_inner_texts() == [CRACKS]


def test_a_failed_answer_can_be_asked_again_and_is_no_history(visit: Visit, reporter: Reporter) -> None:
    page = visit.page
    ask(visit, "خلل")
    assert "تعذّر إتمام الجواب" in page.locator("#chat .notice").inner_text()
    assert "secret" not in page.content()
    ask(visit, CRACKS, 2)
    assert reporter.asked[-1][1] == ()
    page.reload()
    page.locator("#chat .notice", has_text="تعذّر إتمام الجواب").wait_for()


def test_editing_a_question_asks_before_it_drops_what_came_after(visit: Visit, reporter: Reporter) -> None:
    page = visit.page
    ask(visit, CRACKS)
    ask(visit, "ومتى؟", 2)
    dialog = page.locator("#edit-dialog")
    page.locator("#chat button[name=edit]").first.click()
    assert dialog.locator("textarea").input_value() == CRACKS
    assert "تُحذف من المحادثة" in dialog.inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#chat .question").count() == 2
    page.locator("#chat button[name=edit]").first.click()
    dialog.locator("textarea").fill("من نفى نفاد المياه؟")
    page.keyboard.press("Enter")
    page.locator("#chat .question", has_text="من نفى نفاد المياه؟").wait_for()
    replied(page, 1)
    assert page.locator("#chat .question").all_inner_texts() == ["من نفى نفاد المياه؟"]
    assert reporter.asked[-1][:2] == ("من نفى نفاد المياه؟", ())
    page.locator("#chat button[name=edit]").click()  # nothing comes after it now
    assert not dialog.locator(".asks").is_visible()
    page.keyboard.press("Escape")
    page.reload()
    page.locator("#chat .question").wait_for()
    assert page.locator("#chat .question").all_inner_texts() == ["من نفى نفاد المياه؟"]


def test_retrying_an_earlier_question_asks_first(visit: Visit) -> None:
    page = visit.page
    ask(visit, CRACKS)
    ask(visit, "ومتى؟", 2)
    page.locator("#chat button[name=retry]").first.click()
    page.locator("#again-dialog .cancel").click()
    assert page.locator("#chat .question").count() == 2
    page.locator("#chat button[name=retry]").first.click()
    page.locator("#again-dialog .done").click()
    page.locator("#chat .question").nth(1).wait_for(state="detached")
    replied(page, 1)


def test_new_open_back_search_rename_delete(visit: Visit) -> None:
    page = visit.page
    ask(visit, CRACKS)
    first = talk_of(page)
    page.locator("#fresh").click()
    page.locator("#chat .example").first.wait_for()
    assert talk_of(page) == "" and page.locator(".card").count() == 0
    ask(visit, "كم سعر الرغيف المدعّم؟")
    page.locator("#listed .title", has_text="الرغيف").wait_for()
    assert titles(page) == ["كم سعر الرغيف المدعّم؟", CRACKS]

    page.locator("#listed a.talk", has_text="تشققات").click()
    page.locator("#chat .question", has_text="تشققات").wait_for()
    assert talk_of(page) == first
    page.go_back()
    page.locator("#chat .question", has_text="الرغيف").wait_for()
    page.go_forward()
    page.locator("#chat .question", has_text="تشققات").wait_for()

    search = page.locator("#search input, #search textarea")
    search.press_sequentially("الرَغيف")
    page.locator("#listed .title", has_text="تشققات").wait_for(state="detached")
    assert titles(page) == ["كم سعر الرغيف المدعّم؟"]
    search.fill("لا أحد قال هذا")
    page.locator("#listed .none", has_text="لا محادثة فيها هذه الكلمات").wait_for()
    search.fill("")
    page.locator("#listed .title").nth(1).wait_for()

    entry = page.locator("#listed li", has_text="تشققات")
    entry.locator("summary").click()
    entry.get_by_role("button", name="غيّر العنوان").click()
    field = page.locator("#rename-dialog input")
    assert field.input_value() == CRACKS
    field.fill("السد وتشققاته")
    page.keyboard.press("Enter")
    page.locator("#listed .title", has_text="السد وتشققاته").wait_for()
    assert page.title().startswith("السد وتشققاته · ")

    entry = page.locator("#listed li", has_text="السد وتشققاته")
    entry.locator("summary").click()
    entry.get_by_role("button", name="احذف").click()
    assert page.locator("#delete-dialog .subject").inner_text() == "السد وتشققاته"
    page.locator("#delete-dialog .cancel").click()
    assert len(titles(page)) == 2
    entry.locator("summary").click()
    entry.get_by_role("button", name="احذف").click()
    page.locator("#delete-dialog .done").click()
    page.locator("#listed .title", has_text="السد").wait_for(state="detached")
    assert titles(page) == ["كم سعر الرغيف المدعّم؟"]
    page.locator("#chat .example").first.wait_for()  # the open one was deleted
    assert talk_of(page) == ""
    page.goto(f"{visit.site}/?talk={first}")
    page.locator("#chat .notice", has_text="لا محادثة بهذا العنوان").wait_for()


def test_the_list_by_keyboard(visit: Visit) -> None:
    page = visit.page
    for question in ("الأول؟", "الثاني؟", "الثالث؟"):
        page.locator("#fresh").click()
        page.locator("#chat .example").first.wait_for()
        ask(visit, question)
        page.locator("#listed .title", has_text=question).wait_for()
    page.locator("#search input, #search textarea").focus()
    focused = "document.activeElement.querySelector('.title')?.textContent || document.activeElement.tagName"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "الثالث؟"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "الثاني؟"
    page.keyboard.press("F2")
    page.locator("#rename-dialog[open]").wait_for()
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "الثاني؟"
    page.keyboard.press("Enter")
    page.locator("#chat .question", has_text="الثاني؟").wait_for()
    page.locator("#listed a.talk", has_text="الثاني؟").focus()
    page.keyboard.press("Delete")
    page.locator("#delete-dialog[open]").wait_for()
    page.keyboard.press("Escape")
    assert len(titles(page)) == 3
    page.keyboard.press("Delete")
    page.locator("#delete-dialog .done").click()
    page.locator("#listed .title", has_text="الثاني؟").wait_for(state="detached")
    page.wait_for_function(f"({focused}) === 'الأول؟'")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.closest('#search') !== null")


def test_keys_of_the_question_and_the_help(visit: Visit) -> None:
    page = visit.page
    field = page.locator("#question textarea")
    focused = "document.activeElement.closest('#question') !== null"
    page.locator("#show-help").focus()
    page.keyboard.press("Control+k")
    assert page.evaluate(focused)
    page.locator("#show-help").focus()
    page.keyboard.press("/")
    assert page.evaluate(focused) and field.input_value() == ""
    page.keyboard.type("من قال؟/")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("وأين?")
    assert field.input_value() == "من قال؟/\nوأين?" and not page.locator("#help-dialog[open]").count()
    page.locator("#show-help").focus()
    page.keyboard.press("?")
    page.locator("#help-dialog[open]").wait_for()
    assert "سطر جديد في السؤال" in page.locator("#help-dialog").inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "show-help"
    field.focus()
    page.keyboard.press("Enter")
    replied(page, 1)
    assert page.locator("#chat .question").inner_text() == "من قال؟/\nوأين?"


def test_what_readers_say_of_answers_and_sources_is_kept(visit: Visit, store: Store, reporter: Reporter) -> None:
    page = visit.page
    ask(visit, CRACKS)
    right = page.locator("#chat button.judge", has_text="صحيح")
    right.click()
    settle(page)
    assert right.get_attribute("aria-pressed") == "true"
    page.locator("#source-1-2").get_by_role("button", name="لا صلة له بالسؤال").click()
    page.locator("#source-1-2 button.judge[aria-pressed=true]").wait_for()
    ask(visit, "من قال إن المقطع في سد آخر؟", 2)
    wrong = page.locator("#chat button.judge", has_text="خطأ").nth(1)
    wrong.click()
    page.locator("#right-dialog textarea").fill("مدير السد اكرم الساعدي")
    page.locator("#right-dialog .done").click()
    settle(page)
    ask(visit, "ومن تحدث عن المريخ؟", 3)
    page.locator("#chat button.judge", has_text="صحيح، لا جواب").click()
    page.wait_for_timeout(300)
    page.reload()
    page.locator("#chat .refusal").wait_for()
    pressed = page.locator("#chat button.judge[aria-pressed=true]")
    assert pressed.all_inner_texts() == ["صحيح", "خطأ", "صحيح، لا جواب"]
    page.locator("#chat a.cite").first.click()
    assert page.locator("#source-1-2 button.judge[aria-pressed=true]").inner_text() == "لا صلة له بالسؤال"

    shelf = Shelf(store.path / "desk.sqlite3")
    told = [
        question
        for talk in shelf.everything(store.catalogue.article)
        if talk.id == talk_of(page)
        for question in questions(talk, store.catalogue.article)
    ]
    shelf.close()
    assert [question["feedback"]["verdict"] for question in told] == ["right", "wrong", "right"]
    assert [complete(question) for question in told] == [True, True, True]
    assert told[0]["article_id"] == "sample-02" and told[0]["answers"] == [DENIAL]
    assert told[1]["answers"] == ["مدير السد اكرم الساعدي"] and told[1]["article_id"] == "sample-02"
    assert told[1]["history"] == [CRACKS]
    assert told[2]["kind"] == "unanswerable"
    pressed.first.click()  # taken back
    page.locator("#said span", has_text="أُلغي رأيك").wait_for()
    assert pressed.count() == 2


def test_exports_are_read_back_by_others(visit: Visit, tmp_path: Path) -> None:
    page = visit.page
    ask(visit, CRACKS)
    ask(visit, "من تحدث عن المريخ؟", 2)
    page.locator("#listed .title").wait_for()
    files = {}
    for suffix, name in {"md": "Markdown", "html": "HTML", "json": "JSON"}.items():
        page.locator("#listed summary").click()
        with page.expect_download() as downloaded:
            page.locator("#listed").get_by_role("link", name=f"صدّرها بصيغة {name}").click()
        assert downloaded.value.suggested_filename == f"{CRACKS}.{suffix}".replace("?", "_")
        downloaded.value.save_as(tmp_path / f"talk.{suffix}")
        files[suffix] = (tmp_path / f"talk.{suffix}").read_text("utf-8")
        page.keyboard.press("Escape")
    bibliography = page.request.get(f"{visit.site}/export?format=bibtex&conversation={talk_of(page)}")
    assert bibliography.ok and bibliography.text().count("@") >= 2 and DENIAL in bibliography.text()
    told = json.loads(files["json"])
    assert [turn["question"] for turn in told["turns"]] == [CRACKS, "من تحدث عن المريخ؟"]
    assert [one["quote"] for one in told["turns"][0]["answer"]["citations"]] == [DENIAL, REPORT]
    marked = html.fromstring(MarkdownIt("commonmark").render(files["md"]))
    document = html.document_fromstring(files["html"])
    for tree in (marked, document):
        assert [quote.text_content().strip() for quote in tree.iter("blockquote")] == [DENIAL, REPORT]
        links = [a.get("href") for a in tree.iter("a") if a.get("href").startswith("http")]
        assert len(links) == 2
        page.goto(links[0])
        assert page.locator("mark#cited").text_content() == DENIAL


def test_a_citation_outlives_its_article(visit: Visit, store: Store) -> None:
    page = visit.page
    ask(visit, CRACKS)
    article = store.catalogue.article("sample-02")
    assert article is not None
    try:
        remove(store, "sample-02")
        page.reload()
        card = page.locator("#source-1-1.gone")
        card.wait_for()
        assert card.locator("mark").text_content() == DENIAL
        assert "لم يعد هذا المقال في الأرشيف" in card.inner_text()
        assert "وكالة القطا للأنباء" in card.inner_text() and "15 يوليو 2025" in card.inner_text()
        assert page.locator("#source-1-2:not(.gone) mark").text_content() == REPORT
    finally:
        add(store, [article])


def test_readers_filters_are_kept_with_their_question(visit: Visit, reporter: Reporter) -> None:
    page = visit.page
    page.locator("#filters .label-wrap").click()
    page.locator("#since input").fill("2025-07-01")
    page.locator("#filters .label-wrap", has_text="منذ 1 يوليو 2025").wait_for()
    ask(visit, CRACKS)
    assert page.locator("#chat .narrowed").nth(1).text_content() == "ضمن: منذ 1 يوليو 2025"
    page.reload()
    page.locator("#chat .narrowed", has_text="ضمن: منذ 1 يوليو 2025").wait_for()
    page.locator("#chat button[name=retry]").click()
    page.locator("#question .stop-button, #question .submit-button").first.wait_for()
    replied(page, 1)
    assert str(reporter.asked[-1][3].since) == "2025-07-01"


def test_another_reader_finds_nothing(visit: Visit, browser: Browser) -> None:
    ask(visit, CRACKS)
    name = talk_of(visit.page)
    other = browser.new_context()
    other.add_cookies([{"name": "user", "value": "somebody_else", "url": visit.site}])
    page = other.new_page()
    page.goto(f"{visit.site}/?talk={name}")
    page.locator("#chat .notice", has_text="لا محادثة بهذا العنوان").wait_for()
    assert page.locator("#chat .question").count() == 0 and titles(page) == []
    assert page.request.get(f"{visit.site}/talk/{name}.json").status == 404
    assert visit.page.request.get(f"{visit.site}/talk/{name}.json").status == 200
    assert visit.page.request.get(f"{visit.site}/talk/{name}.exe").status == 404
    other.close()


def test_two_windows_of_one_conversation_lose_nothing(visit: Visit) -> None:
    first = visit.page
    ask(visit, CRACKS)
    context: BrowserContext = first.context
    second = context.new_page()
    opened(second, first.url)
    beside = Visit(second, visit.site)
    ask(beside, "من الثانية؟", 2)
    ask(visit, "من الأولى؟", 3)
    asked = [CRACKS, "من الثانية؟", "من الأولى؟"]
    assert first.locator("#chat .question").all_inner_texts() == asked
    second.reload()
    second.locator("#chat .question").nth(2).wait_for()
    assert second.locator("#chat .question").all_inner_texts() == asked


def test_hostile_titles_and_questions_are_shown_and_not_obeyed(visit: Visit) -> None:
    page = visit.page
    hostile = '<img src=x onerror="window.hacked=1">${window.hacked=2}{{constructor}}'
    ask(visit, hostile)
    page.locator("#listed .title", has_text="<img src=x").wait_for()
    assert titles(page) == [hostile]
    page.locator("#listed summary").click()
    page.locator("#listed button[name=delete]").click()
    assert page.locator("#delete-dialog .subject").inner_text() == hostile
    page.keyboard.press("Escape")
    page.locator("#chat button[name=edit]").click()
    assert page.locator("#edit-dialog textarea").input_value() == hostile
    page.keyboard.press("Escape")
    assert page.evaluate("window.hacked === undefined")


@pytest.mark.parametrize(
    "visit", [{"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}], indirect=True
)
def test_on_a_phone_the_list_is_a_drawer(visit: Visit) -> None:
    page = visit.page
    ask(visit, CRACKS)
    assert not page.locator("#listed").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.locator("#show-talks").click()
    page.locator("#listed .title", has_text="تشققات").wait_for()
    assert page.locator("#show-talks").get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.closest('#search') !== null")
    page.keyboard.press("Escape")
    page.locator("#listed").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.id") == "show-talks"
    page.locator("#show-talks").click()
    page.locator("#fresh").click()
    page.locator("#chat .example").first.wait_for()
    assert not page.locator("#listed").is_visible()


def test_in_english(visit: Visit) -> None:
    page = visit.page
    opened(page, f"{visit.site}/en/")
    ask(visit, CRACKS)
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]
    made = page.locator("#chat .made").inner_text()
    assert made == "taken word for word from the articles · Low confidence: check the source · 0.20 s"
    assert page.locator("#chat button.chip").first.inner_text().strip() == "Period: تموز 2025 ×"
    assert "/en/?talk=" in page.url
    page.locator("#listed summary").click()
    with page.expect_download() as downloaded:
        page.locator("#listed").get_by_role("link", name="Export as HTML").click()
    document = html.fromstring(Path(downloaded.value.path()).read_text("utf-8"))
    assert document.get("lang") == "en"
    page.goto(next(a.get("href") for a in document.iter("a") if a.get("href").startswith("http")))
    assert page.locator("mark#cited").text_content() == DENIAL


@pytest.mark.parametrize("visit", [{}, {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_axe_finds_nothing_serious(visit: Visit, prefix: str) -> None:
    page = visit.page
    opened(page, f"{visit.site}{prefix}/")
    ask(visit, CRACKS)
    page.locator("#chat button.judge").first.click()
    settle(page)
    ask(visit, "من تحدث عن المريخ؟", 2)
    page.locator("#listed summary").first.click()
    assert visit.barriers() == []
    page.keyboard.press("Escape")
    for opens in ("#show-help", "#chat button[name=edit] >> nth=0"):
        page.locator(opens).click()
        assert visit.barriers() == []
        page.keyboard.press("Escape")
