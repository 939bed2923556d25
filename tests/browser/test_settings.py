"""The settings over a real store: digits and colours as chosen, what the store holds, its health."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def settings(browser: Browser, archive_site: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 860}, locale="en-US")
    context.set_default_timeout(20_000)
    seen = Visit(context.new_page(), archive_site)
    seen.page.goto(archive_site + "/settings")
    seen.page.locator("#facts dl").wait_for()
    yield seen
    context.close()


def test_digits_change_everywhere_and_the_articles_stay(settings: Visit) -> None:
    page = settings.page
    assert page.locator(".masthead .count").inner_text() == "48 مقالًا"
    page.locator("#choices a", has_text="١ ٢ ٣").click()
    page.locator("#facts dl").wait_for()
    assert page.locator("#choices a[aria-current=true]", has_text="١ ٢ ٣").count() == 1
    assert page.locator(".masthead .count").inner_text() == "٤٨ مقالًا"
    assert "٤٨ مقالًا" in page.locator("#facts").inner_text()
    page.goto(settings.site + "/library")
    page.locator("#shelf table").wait_for()
    assert page.locator("#shelf .total").inner_text() == "٤٨ مقالًا"
    assert "٢١ سبتمبر ٢٠٢٦" in page.locator("#shelf tbody").inner_text()
    assert "118 أسرة" in page.locator("#shelf tbody").inner_text()  # a title stays as it was published
    page.goto(settings.site + "/en/library")
    page.locator("#shelf table").wait_for()
    assert page.locator("#shelf .total").inner_text() == "48 articles"


def test_language_and_colours(settings: Visit) -> None:
    page = settings.page
    page.locator("#choices a", has_text="داكنة").click()
    page.locator("#facts dl").wait_for()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.locator("#choices a", has_text="English").click()
    expect(page).to_have_url(settings.site + "/en/settings")
    expect(page.locator("#choices h2")).to_have_text("How you read")
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_what_stands_behind_the_page(settings: Visit) -> None:
    facts = settings.page.locator("#facts").inner_text()
    for part in ("48 مقالًا", "ميغابايت", "tiny-hash", "64 بُعدًا", "تُستخرج الأجوبة حرفيًّا", "من 13 يناير 2025"):
        assert part in facts, part


def test_the_health_of_the_library(settings: Visit) -> None:
    page = settings.page
    page.locator("#examine").click()
    verdict = page.locator("#verdict .verdict.ok")
    verdict.wait_for()
    assert verdict.inner_text().startswith("المكتبة سليمة")
    page.locator("#verdict summary").click()
    assert "the catalogue is whole: 48 articles" in page.locator("#verdict ul").inner_text()
    assert settings.elsewhere() == [] and settings.complaints == []
