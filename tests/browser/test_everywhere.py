"""What holds in every room: no barrier that axe-core calls serious, no other host, both languages, day and night."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.page.rooms import Newsroom, rooms
from index.store import Store
from tests.browser.conftest import ScriptedAssistant, Visit

pytestmark = pytest.mark.browser

_VIEWS = [
    f"explore?speaker=اكرم الساعدي&view={view}" for view in ("statements", "timeline", "matrix", "exchanges", "map")
]
PATHS = [f"/{path}" for path in ("", "explore", *_VIEWS, "library", "settings", "article/sample-02?start=0&end=20")]
ROOMS = ["/", "/explore", "/library", "/settings"]


@pytest.fixture
def desk_of(browser: Browser, archive_site: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 860}, locale="en-US")
    context.set_default_timeout(20_000)
    yield Visit(context.new_page(), archive_site)
    context.close()


def _drawn(page: Page) -> None:
    """Wait until the room has what it asks the server for when it opens."""
    for place in ("#chat .example", "#explore .total", "#shelf table", "#facts dl"):
        if page.locator(place.split()[0]).count():
            page.locator(place).first.wait_for()


def _open(visit: Visit, path: str) -> None:
    visit.page.goto(visit.site + path)
    if "article" not in path:
        visit.page.locator("main").first.wait_for()
    _drawn(visit.page)


def test_these_are_all_the_rooms(archive: Store) -> None:
    assert [f"/{room.path}" for room in rooms(Newsroom(ScriptedAssistant(), archive))] == ROOMS


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", PATHS)
def test_nothing_serious_bars_anybody_and_nothing_leaves_this_host(
    desk_of: Visit, path: str, language: str, theme: str
) -> None:
    desk_of.page.context.add_cookies([{"name": "theme", "value": theme, "url": desk_of.site}])
    _open(desk_of, language + path)
    assert desk_of.barriers() == []
    assert desk_of.elsewhere() == [] and desk_of.complaints == []


@pytest.mark.parametrize("path", ROOMS)
def test_a_phone_shows_the_whole_width(browser: Browser, archive_site: str, path: str) -> None:
    phone = {"width": 390, "height": 844}
    context = browser.new_context(viewport=phone, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    visit = Visit(context.new_page(), archive_site)
    for language in ("", "/en"):
        _open(visit, language + path)
        assert visit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        rights = "[...document.querySelectorAll('.masthead a')].map(a => a.getBoundingClientRect().right)"
        assert max(visit.page.evaluate(rights)) <= phone["width"] + 1
    assert visit.barriers() == []
    context.close()


def test_from_room_to_room_by_the_masthead(desk_of: Visit) -> None:
    page = desk_of.page
    _open(desk_of, "/")
    for name, title in (("المكتبة", "المكتبة · إسناد"), ("الإعدادات", "الإعدادات · إسناد")):
        page.locator(".masthead nav a", has_text=name).click()
        expect(page).to_have_title(title)
        expect(page.locator(".masthead [aria-current=page]")).to_have_text(name)
    page.locator(".masthead .brand").click()
    expect(page).to_have_title("إسناد · Isnad")


def test_the_keyboard_reaches_the_content_first_and_sees_where_it_is(desk_of: Visit) -> None:
    page = desk_of.page
    _open(desk_of, "/settings")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box is not None and box["y"] >= 0  # hidden until then, seen now
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#room').contains(document.activeElement)")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"


def test_the_other_language_is_the_same_page_and_is_kept(desk_of: Visit) -> None:
    page = desk_of.page
    _open(desk_of, "/library?x=1")
    page.locator(".masthead a.language", has_text="English").click()
    expect(page).to_have_url(desk_of.site + "/en/library?x=1")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]
    page.goto(desk_of.site + "/")  # the bare address remembers
    expect(page).to_have_url(desk_of.site + "/en/")
    page.locator(".masthead a.language", has_text="العربية").click()
    expect(page).to_have_url(desk_of.site + "/")
    assert page.evaluate("document.documentElement.dir") == "rtl"


def test_night_falls_at_once_and_stays(desk_of: Visit) -> None:
    page = desk_of.page
    _open(desk_of, "/")
    page.locator("#question textarea").fill("سؤال لم يُرسل بعد")
    ground = "getComputedStyle(document.body).backgroundColor"
    day = page.evaluate(ground)
    page.locator(".masthead a.to-dark").click()
    night = page.evaluate(ground)
    assert day != night and page.locator("#question textarea").input_value() == "سؤال لم يُرسل بعد"
    assert page.evaluate("document.activeElement.classList.contains('to-light')")
    page.goto(desk_of.site + "/en/settings")
    assert page.evaluate(ground) == night
    page.locator(".masthead a.to-light").click()
    assert page.evaluate(ground) == day


def test_the_system_says_whether_it_is_night_until_the_reader_does(browser: Browser, archive_site: str) -> None:
    grounds = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(archive_site + "/settings")
        grounds[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert page.locator(".masthead a.to-dark").is_visible() == (scheme == "light")
        context.close()
    assert grounds["light"] != grounds["dark"]


def test_the_masthead_works_without_a_script(browser: Browser, archive_site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(archive_site + "/settings")
    assert page.locator("noscript").is_visible()
    page.locator(".masthead a.to-dark").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.locator(".masthead a.language").click()
    assert page.locator("html").get_attribute("lang") == "en" and page.url.endswith("/en/settings")
    context.close()
