"""The explore room over a real store in a real browser: every choice is seen, kept in the address, and leads on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import openpyxl
import pandas
import pytest
from playwright.sync_api import Browser, Page, expect

from index.vocabulary import Article

pytestmark = pytest.mark.browser

DENIAL = "وجود أي اتفاق مع وزيرة النقل هالة المرعي على رفع رسوم الميناء"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


class Desk:
    """A page with what it asked for and complained of."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on(
            "console", lambda said: self.complaints.append(said.text) if said.type in ("error", "warning") else None
        )

    def open(self, address: str) -> None:
        self.page.goto(self.site + address)
        self.page.locator(".explore [data-part=main] > *").first.wait_for()

    def said(self) -> dict[str, list[str]]:
        """What the address says."""
        return parse_qs(urlsplit(self.page.url).query)

    def values(self, facet: str) -> dict[str, str]:
        """A facet's values, each with its number."""
        found = self.page.locator(f'[data-facet="{facet}"] .values > ul')
        names, numbers = (found.locator(part).all_text_contents() for part in ("a bdi", "a .n"))
        return dict(zip(names, numbers, strict=True))

    def choose(self, facet: str, value: str) -> None:
        self.page.locator(f'[data-facet="{facet}"] a', has_text=value).first.click()

    def total(self, words: str) -> None:
        expect(self.page.locator(".explore .total")).to_have_text(words)


@pytest.fixture
def desk(browser: Browser, press_site: str, request: pytest.FixtureRequest) -> Iterator[Desk]:
    options = {"viewport": {"width": 1280, "height": 860}, "locale": "en-US", **getattr(request, "param", {})}
    context = browser.new_context(**options, accept_downloads=True)
    context.set_default_timeout(20_000)
    desk = Desk(context.new_page(), press_site)
    yield desk
    assert [url for url in desk.requests if not url.startswith((press_site + "/", "data:", "blob:"))] == []
    context.close()


def test_two_facets_narrow_together_and_their_counts_follow(desk: Desk) -> None:
    desk.open("/explore")
    desk.total("13 تصريحًا")
    assert desk.values("stance")["قول"] == "6"
    desk.choose("speaker", "سليم الغزواني")
    desk.total("3 تصريحات")
    assert desk.values("stance") == {"قول": "1", "نفي أو رفض": "1", "تحذير": "1"}
    desk.choose("stance", "نفي")
    desk.total("تصريح واحد")
    assert desk.values("speaker") == {"سليم الغزواني": "1"}
    assert desk.said() == {"speaker": ["سليم غزواني"], "stance": ["deny"]}
    expect(desk.page.locator(".statements tbody tr")).to_have_count(1)
    assert desk.page.locator(".statements q").text_content() == DENIAL

    # The address is the view: a colleague who opens it sees the same, and back goes back.
    other = desk.page.context.new_page()
    other.goto(desk.page.url)
    expect(other.locator(".explore .total")).to_have_text("تصريح واحد")
    assert other.locator(".chip").count() == 2
    desk.page.go_back()
    desk.total("3 تصريحات")
    desk.page.locator(".chip").click()
    desk.total("13 تصريحًا")
    assert desk.said() == {} and desk.complaints == []


def test_a_mark_of_the_timeline_leads_to_its_statements_and_one_to_its_article(
    desk: Desk, press_articles: tuple[Article, ...]
) -> None:
    desk.open("/explore?stance=deny&stance=warn&stance=announce&stance=praise")
    desk.page.locator(".views a", has_text="الخطّ الزمني").click()
    desk.page.locator("svg.timeline a").first.wait_for()
    assert desk.said()["view"] == ["timeline"]
    desk.page.locator("svg.timeline a", has=desk.page.locator("title", has_text="6 يناير")).click()
    desk.total("تصريح واحد")
    assert desk.said()["since"] == desk.said()["until"] == ["2025-01-06"]
    quote = desk.page.locator("q").text_content()
    desk.page.locator("a.said").click()
    desk.page.locator("#cited").wait_for()
    assert unquote(urlsplit(desk.page.url).path) == "/article/fees-1"
    assert desk.page.locator("mark#cited").text_content() == quote
    assert quote is not None and quote in press_articles[0].text
    desk.page.go_back()
    desk.total("تصريح واحد")


def test_the_matrix_the_map_and_the_exchanges_lead_to_statements(desk: Desk) -> None:
    desk.open("/explore?view=matrix&topic=رسوم الميناء")
    cell = desk.page.locator('table.matrix td a[aria-label^="سليم الغزواني"]')
    assert cell.inner_text() == "3"
    cell.click()
    desk.total("3 تصريحات")
    desk.open("/explore?view=map")
    desk.page.locator(".map a", has=desk.page.locator("title", has_text="باريس")).focus()
    desk.page.keyboard.press("Enter")
    desk.total("تصريح واحد")
    assert "مراد العياشي" in desk.page.locator(".statements").inner_text()
    desk.page.locator(".clear").click()
    desk.total("13 تصريحًا")
    desk.page.locator(".views a", has_text="من يردّ على من").click()
    desk.page.locator("[data-part=main] .chip", has_text="رسوم").click()
    desk.page.locator("#tone-deny .pair").first.wait_for()
    pair = desk.page.locator("#tone-deny .pair").first
    assert pair.locator(".who a").all_inner_texts() == ["هالة المرعي", "سليم الغزواني"]
    first, second = (pair.locator("blockquote").nth(n).bounding_box() for n in (0, 1))
    assert first and second
    assert abs(first["y"] - second["y"]) < 2 and first["x"] > second["x"]  # side by side, the first at the right
    pair.locator("a.said").last.click()
    assert desk.page.locator("mark#cited").text_content() == DENIAL
    assert desk.complaints == []


def test_the_map_shows_another_part_of_the_world(desk: Desk) -> None:
    desk.open("/explore?view=map")
    before = desk.page.locator(".map svg").get_attribute("viewBox")
    circle = desk.page.locator(".map circle").first
    size = circle.bounding_box()
    desk.page.get_by_role("button", name="العالم").click()
    assert desk.page.locator(".map svg").get_attribute("viewBox") != before
    assert desk.page.get_by_role("button", name="العالم").get_attribute("aria-pressed") == "true"
    after = circle.bounding_box()
    assert size and after and abs(size["width"] - after["width"]) < 1  # circles keep their size on the screen


def test_search_as_you_type_finds_statements_and_speakers(desk: Desk) -> None:
    desk.open("/explore")
    search = desk.page.locator("form.search input[name=about]")
    search.press_sequentially("رسوم الميناء", delay=20)
    desk.total("6 تصريحات")
    assert desk.said() == {"about": ["رسوم الميناء"]} and search.evaluate("field => field === document.activeElement")
    desk.page.locator("form.search label", has_text="بالمعنى").click()
    desk.total("13 تصريحًا")
    assert desk.said()["match"] == ["meaning"]
    desk.page.locator(".chip").click()
    desk.total("13 تصريحًا")
    expect(search).to_have_value("")


def test_a_facet_is_searched_in_latin_letters(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.page.explore.facets._SHOWN", 3)  # so that the small store's speakers are many
    desk.open("/explore")
    field = desk.page.locator('[data-suggest="speaker"]')
    field.press_sequentially("merai", delay=20)
    found = desk.page.locator('[data-facet="speaker"] li')
    expect(found).to_have_count(1)
    found.locator("a").click()
    desk.total("4 تصريحات")
    assert desk.said() == {"speaker": ["هاله مرعي"]}


def test_the_keyboard_chooses_and_keeps_its_place(desk: Desk) -> None:
    desk.open("/explore")
    value = desk.page.locator('[data-facet="stance"] a', has_text="نفي")
    value.focus()
    desk.page.keyboard.press("Space")
    desk.total("تصريح واحد")
    assert desk.page.evaluate("document.activeElement.dataset.focus") == "stance/deny"
    assert desk.page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    desk.page.keyboard.press("Enter")
    desk.total("13 تصريحًا")


def test_results_are_exported_and_read_again(desk: Desk, tmp_path: Any) -> None:
    desk.open("/explore?speaker=سليم الغزواني")
    shown = desk.page.locator("q").all_text_contents()
    read = {}
    for form in ("CSV", "JSONL", "XLSX"):
        with desk.page.expect_download() as download:
            desk.page.locator(".files a", has_text=form).click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        assert path.name == f"isnad-statements.{form.lower()}"
        read[form] = path
    table = pandas.read_csv(read["CSV"], encoding="utf-8-sig")
    lines = [json.loads(line) for line in read["JSONL"].read_text("utf-8").splitlines()]
    sheet = openpyxl.load_workbook(read["XLSX"]).active
    assert sheet is not None
    head, *rows = sheet.iter_rows(values_only=True)
    assert table["content"].tolist() == [line["content"] for line in lines] == shown
    assert [row[head.index("content")] for row in rows] == shown and len(shown) == 3
    desk.page.goto(lines[0]["link"])  # the link of a record opens the very words
    assert desk.page.locator("mark#cited").text_content() == lines[0]["content"]


def test_two_speakers_are_merged_seen_as_one_and_apart_again(desk: Desk) -> None:
    desk.open("/explore?speaker=سليم الغزواني")
    desk.total("3 تصريحات")
    desk.page.locator("details.names summary").click()
    desk.page.locator("[data-people]").press_sequentially("السنوسي", delay=20)
    desk.page.locator(".found button", has_text="عادل السنوسي").click()
    desk.page.get_by_role("button", name="ادمج", exact=True).click()
    desk.total("5 تصريحات")
    toast = desk.page.locator(".toast")
    expect(toast).to_contain_text("صارا متحدّثًا واحدًا: سليم الغزواني")
    expect(desk.page.locator("details.names li bdi")).to_have_text(["سليم الغزواني", "عادل السنوسي"])
    desk.choose("speaker", "سليم الغزواني")  # taken off: all speakers are listed
    desk.total("13 تصريحًا")
    assert "عادل السنوسي" not in desk.values("speaker")
    toast.get_by_role("button", name="تراجع").click()
    expect(toast).to_contain_text("عاد كلّ شيء كما كان.")
    expect(desk.page.locator('[data-facet="speaker"] li', has_text="عادل السنوسي")).to_have_count(1)
    assert desk.complaints == []


def test_a_speaker_is_renamed_split_and_all_is_taken_back(desk: Desk) -> None:
    desk.open("/explore?speaker=سليم الغزواني")
    desk.page.locator("details.names summary").click()
    desk.page.locator("form[data-decide=rename] input").fill("النقيب الغزواني")
    desk.page.get_by_role("button", name="غيّر الاسم").click()
    expect(desk.page.locator(".speaker h2 bdi")).to_have_text("النقيب الغزواني")
    desk.total("3 تصريحات")
    desk.page.locator(".toast button").click()
    expect(desk.page.locator(".speaker h2 bdi")).to_have_text("سليم الغزواني")
    desk.page.locator("form[data-decide=rename] input").fill("هالة المرعي")
    desk.page.get_by_role("button", name="غيّر الاسم").click()
    expect(desk.page.locator(".toast")).to_contain_text("لم يتغيّر الاسم")
    assert not desk.page.locator(".toast button").is_visible()


def test_hostile_words_are_shown_and_not_obeyed(desk: Desk) -> None:
    for view in ("", "&view=timeline", "&view=matrix", "&view=map"):
        desk.open(f"/explore?outlet=<i>جريدة</i> الفجر{view}")
        assert desk.page.evaluate("window.hacked === undefined")
        assert desk.page.locator(".explore :is(i, b, script)").count() == 0
    desk.open('/explore?outlet=<i>جريدة</i> الفجر&about="><img src=x onerror=window.hacked=1>')
    assert desk.page.evaluate("window.hacked === undefined") and desk.page.locator(".explore img").count() == 0
    assert desk.complaints == []


def test_english_and_arabic_digits(desk: Desk) -> None:
    desk.open("/en/explore?stance=deny")
    desk.total("1 statement")
    assert desk.page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]
    desk.choose("stance", "warned")
    desk.total("2 statements")
    assert urlsplit(desk.page.url).path == "/en/explore"
    desk.page.context.add_cookies([{"name": "digits", "value": "arabic", "url": desk.site}])
    desk.open("/explore")
    desk.total("١٣ تصريحًا")


@pytest.mark.parametrize("desk", [PHONE, PHONE | {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"])
def test_on_a_phone_nothing_overflows_and_facets_unfold(desk: Desk) -> None:
    for view in ("statements", "timeline", "matrix", "exchanges", "map"):
        desk.open(f"/explore?about=رسوم الميناء&view={view}")
        assert desk.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), view
    desk.open("/explore")
    value = desk.page.locator('[data-facet="stance"] a', has_text="نفي")
    assert not value.is_visible()
    desk.page.locator("details.narrow > summary").click()
    value.click()
    desk.total("تصريح واحد")
    assert desk.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
