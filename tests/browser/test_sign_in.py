"""Signing in and out in a real browser, and the chat behind the gate: its scripts, its queue, its streams."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from assistant.page import build, listen
from assistant.sign_in.users import Users

pytestmark = pytest.mark.browser
PASSWORD = "الميناء لا يغلق قبل العاصفة"


@pytest.fixture(scope="module")
def gated(browser: Browser, desk: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the scripted chat, where سلمى alone may enter."""
    users = Users(tmp_path_factory.mktemp("gated") / "users.toml")
    users.add("سلمى", PASSWORD)
    with listen("127.0.0.1", 0) as listener:
        server = uvicorn.Server(uvicorn.Config(build(desk, users=users), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 860}, java_script_enabled=request.param)
    opened.set_default_timeout(20_000)
    yield opened
    opened.close()


def test_a_reader_is_led_to_the_sign_in_and_on_to_the_words_they_came_for(context: BrowserContext, gated: str) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{gated}/article/relay-2?start=0&end=10")
    expect(page).to_have_title("تسجيل الدخول · إسناد")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_label("اسم المستخدم")).to_be_focused()
    page.keyboard.type("سلمى")  # by the keyboard alone
    page.keyboard.press("Tab")
    page.keyboard.type("خطأ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("غير صحيحة")
    expect(page.get_by_label("اسم المستخدم")).to_have_value("سلمى")
    expect(page.get_by_label("كلمة المرور")).to_be_focused()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("#cited")).to_have_text("نقلت الصحف")
    assert page.url.startswith(f"{gated}/article/relay-2?start=0&end=10")
    assert all(url.startswith(gated + "/") for url in asked)


def test_the_page_in_english_and_by_night(context: BrowserContext, gated: str) -> None:
    page = context.new_page()
    page.goto(f"{gated}/settings")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    page.get_by_label("User name").fill("سلمى")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(f"{gated}/settings")  # as asked for


def test_the_chat_answers_behind_the_gate_and_not_after_signing_out(browser: Browser, gated: str, desk: Any) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    context.set_default_timeout(20_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    _sign_in(page, gated)
    page.locator("#chat .example").first.wait_for()
    page.locator("#question textarea").fill("ماذا قالت سلمى الراوي؟")
    page.keyboard.press("Enter")
    expect(page.locator("#chat .answer")).to_contain_text("قالت سلمى الراوي")
    expect(page.locator("#sources .card").first).to_be_visible()
    assert not complaints
    page.goto(f"{gated}/settings")
    expect(page.locator("#account")).to_contain_text("الحساب الحالي: سلمى")  # an event knows who caused it
    page.get_by_role("link", name="تسجيل الخروج").click()
    page.get_by_role("button", name="تسجيل الخروج").click()
    expect(page.get_by_role("heading", name="تسجيل الدخول")).to_be_visible()
    assert context.request.get(f"{gated}/config").status == 401
    context.close()


@pytest.mark.parametrize("size", [(1280, 860), (390, 844)], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_off_at_any_width(browser: Browser, gated: str, size: tuple[int, int], theme: str) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=theme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{gated}/sign-in")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    form, button = page.locator("form").bounding_box(), page.get_by_role("button").bounding_box()
    assert form and button and form["width"] >= 280 and button["height"] >= 44
    assert form["y"] + form["height"] <= size[1]
    context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_nothing(browser: Browser, gated: str, language: str) -> None:
    context = browser.new_context(bypass_csp=True)  # the page runs no script, not even axe's
    context.add_cookies([{"name": "language", "value": language, "url": gated}])
    page = context.new_page()
    page.goto(f"{gated}/sign-in")
    page.get_by_role("button").click()  # the browser asks for the name
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
    page.locator("#name").fill("سلمى")
    page.locator("#password").fill("خطأ")
    page.get_by_role("button").click()
    page.get_by_role("alert").wait_for()
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
    context.close()


def _sign_in(page: Page, gated: str) -> None:
    page.goto(gated)
    page.get_by_label("اسم المستخدم").fill("سلمى")
    page.get_by_label("كلمة المرور").fill(PASSWORD)
    page.get_by_role("button").click()
