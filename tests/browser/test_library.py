"""The library over a real store: files good, broken and hostile, addresses, search, removal, making anew."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from assistant.assistant import Assistant
from assistant.page import build
from index.embedder import Embedder
from index.ingest import add
from index.samples import articles
from index.store import Store
from tests.browser.conftest import Visit, served

pytestmark = pytest.mark.browser

STORM = {
    "id": "storm-1",
    "title": "العاصفة تغلق ميناء السفن",
    "text": "قالت مديرة الميناء سلمى الراوي، الجمعة: «لن نفتح الأرصفة قبل هدوء الريح». وأضافت أن 12 باخرة تنتظر.",
    "date": "2025-02-03",
    "source": "صحيفة الرصيف",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, tiny_embedder: Embedder) -> Iterator[Store]:
    """A store of this module's own: what is tried here changes it."""
    with Store(tmp_path_factory.mktemp("library") / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, articles())
        yield store


@pytest.fixture(scope="module")
def library_site(shelf: Store) -> Iterator[str]:
    """Its rooms, as on a server that other machines reach."""
    with served(build(Assistant(shelf), shelf, private=False)) as address:
        yield address


@pytest.fixture
def room(browser: Browser, library_site: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 860}, locale="en-US")
    context.set_default_timeout(20_000)
    seen = Visit(context.new_page(), library_site)
    seen.page.goto(library_site + "/library")
    seen.page.locator("#shelf table").wait_for()
    yield seen
    context.close()


def _give(page: Page, *files: Path) -> None:
    page.locator("#files input[type=file]").set_input_files([str(file) for file in files])
    for file in files:
        page.locator("#files", has_text=file.suffix).wait_for()
    page.locator("#add").click()


def _ended(page: Page, number: int) -> Locator:
    """The job with this number, once it is done."""
    job = page.locator(f'#work .job[data-job="{number}"]')
    expect(job).to_have_class("job done", timeout=60_000)
    return job


def _next(page: Page) -> int:
    """The number that the next job will have."""
    return 1 + int(page.evaluate("Number(document.querySelector('#work .job')?.dataset.job ?? 0)"))


def test_good_broken_and_hostile_files_each_with_its_outcome(room: Visit, tmp_path: Path, shelf: Store) -> None:
    page, before = room.page, shelf.catalogue.counts().articles
    good = tmp_path / "أخبار.jsonl"
    good.write_text("\n".join([json.dumps(STORM), json.dumps({"id": "x", "title": "بلا نص"})]), "utf-8")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    hostile = tmp_path / "a<img src=x onerror=window.hacked=1>.csv"
    hostile.write_text(
        "title,text\n<script>window.hacked=2</script>,${window.hacked=3} قال الوزير إن العمل بدأ.", "utf-8"
    )
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", b"0" * (300 << 20))
        archive.writestr("../../../../escaped.txt", "نص يريد أن يخرج من الأرشيف.")
    number = _next(page)
    _give(page, good, broken, hostile, bomb)
    job = _ended(page, number)
    reports = job.locator("> ul > li")
    assert reports.count() == 4
    assert "أُضيف مقال واحد · رُفض: 1" in reports.nth(0).inner_text()
    assert "أخبار.jsonl:2" in reports.nth(0).inner_text() and "لا حقل معروفًا للنص" in reports.nth(0).inner_text()
    assert "رُفض: 1" in reports.nth(1).inner_text() and "ملف PDF لا يُقرأ" in reports.nth(1).inner_text()
    assert "أُضيف مقال واحد" in reports.nth(2).inner_text()
    assert "قنبلة ضغط" in reports.nth(3).inner_text()
    assert not list(tmp_path.parent.rglob("escaped.txt"))
    page.locator("#words textarea").fill("storm-1")
    row = page.locator("#shelf tbody tr").first
    expect(row.locator("a")).to_have_text(STORM["title"])
    assert "3 فبراير 2025" in row.inner_text() and "صحيفة الرصيف" in row.inner_text()
    page.locator("#words textarea").fill("window hacked script")
    expect(page.locator("#shelf tbody tr").first.locator("a")).to_have_text("<script>window.hacked=2</script>")
    assert page.evaluate("window.hacked === undefined")
    assert page.locator("#said").inner_text().startswith("إضافة: تمّ.")
    assert shelf.catalogue.counts().articles >= before + 2
    # Gradio's own client warns so whenever the stream of an upload ends.
    assert room.elsewhere() == [] and [one for one in room.complaints if one != "Method not implemented."] == []


def test_the_same_again_is_no_news(room: Visit, tmp_path: Path) -> None:
    file = tmp_path / "again.json"
    file.write_text(json.dumps({**STORM, "id": "again-1", "text": STORM["text"] + " وعادت السفن مساءً."}), "utf-8")
    number = _next(room.page)
    _give(room.page, file)
    room.page.locator(f'#work .job[data-job="{number}"]').wait_for()
    room.page.reload()  # the job outlives the page that gave it
    assert "أُضيف مقال واحد" in _ended(room.page, number).inner_text()
    _give(room.page, file)
    assert "موجود من قبل: 1" in _ended(room.page, number + 1).inner_text()


def test_a_server_fetches_nothing_from_its_own_network(room: Visit, library_site: str) -> None:
    page = room.page
    page.locator("#addresses textarea").fill(f"{library_site}/config\nfile:///etc/passwd")
    number = _next(page)
    page.locator("#add").click()
    job = _ended(page, number)
    assert "ليس موقعًا عامًّا" in job.inner_text() and "تُجلب عناوين http وhttps فقط" in job.inner_text()
    assert page.locator("#addresses textarea").input_value() == ""


def test_nothing_given_is_a_word_of_advice(room: Visit) -> None:
    room.page.locator("#add").click()
    expect(room.page.locator("#advice [role=alert]")).to_have_text("اختر ملفًا أو اكتب عنوانًا أولًا.")


def test_search_choose_and_remove_after_a_confirmation(room: Visit, shelf: Store) -> None:
    page = room.page
    page.locator("#words textarea").fill("سد وادي الخرار")
    first = page.locator("#shelf tbody tr").first
    expect(first).to_contain_text("الخرار")
    link = first.locator("a").get_attribute("href")
    assert link is not None and link.startswith("article/sample-")
    name = link.removeprefix("article/")
    remove = page.locator("#shelf [data-ask=remove]")
    assert remove.is_disabled()
    first.locator("input").check()
    assert remove.inner_text().endswith("(1)")
    remove.click()
    assert page.evaluate("document.activeElement.textContent") == "إلغاء"  # the safe answer has the focus
    page.keyboard.press("Escape")
    assert shelf.catalogue.article(name) is not None
    remove.click()
    number = _next(page)
    page.locator("dialog[open] [data-yes]").click()
    assert "حُذف مقال واحد" in _ended(page, number).inner_text()
    assert shelf.catalogue.article(name) is None
    expect(page.locator(f'#shelf a[href="{link}"]')).to_have_count(0)


def test_pages_turn(room: Visit) -> None:
    page = room.page
    first = page.locator("#shelf tbody a").first.inner_text()
    page.locator("#shelf .pager button", has_text="التالية").click()
    expect(page.locator("#shelf .pager span")).to_contain_text("صفحة 2 من")
    assert page.locator("#shelf tbody a").first.inner_text() != first


def test_everything_is_made_anew_when_that_is_confirmed(room: Visit, shelf: Store) -> None:
    page, before = room.page, shelf.catalogue.part_counts()
    page.locator("#anew summary").click()
    page.locator("#anew [data-ask=reindex]").click()
    number = _next(page)
    page.locator("dialog[open] [data-yes]").click()
    job = _ended(page, number)
    expect(job.locator("h3")).to_have_text("إعادة الفهرسة")
    assert shelf.catalogue.part_counts() == before


def test_in_english_from_left_to_right(browser: Browser, library_site: str) -> None:
    context = browser.new_context(locale="ar", viewport={"width": 1280, "height": 860})
    page = context.new_page()
    page.goto(library_site + "/en/library")
    page.locator("#shelf table").wait_for()
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]
    assert page.title() == "Library · Isnad"
    give, held = page.locator("#give").bounding_box(), page.locator("#held").bounding_box()
    assert give is not None and held is not None and give["x"] < held["x"]
    assert "Drop files here" in page.locator("#files").inner_text()
    context.close()


def test_on_a_phone_nothing_is_wider_than_the_screen(browser: Browser, library_site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(library_site + "/library")
    page.locator("#shelf table").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()
