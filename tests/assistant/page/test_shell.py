from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.page import build, chat, settings
from assistant.page.addresses import Address
from assistant.page.reader import Reader
from assistant.page.shell import dressed, title

DOCUMENT = """<!doctype html>
<html
\tlang="en"
\tstyle="margin: 0"><head><base href="./" />
<meta property="og:image"
\tcontent="https://elsewhere.example/x.jpg" /><title>Gradio</title>
<meta name="viewport" content="width=device-width" /></head><body style="width: 100%">
<gradio-app control_page_title="true"></gradio-app></body></html>"""
ROOMS = (chat.ROOM, settings.ROOM)


def test_the_document_becomes_ours() -> None:
    ours = dressed(DOCUMENT, Reader(), Address("", "ar", "/"), chat.ROOM, ROOMS, "<b>3</b>")
    assert 'lang="ar" dir="rtl" data-theme="auto"' in ours and 'lang="en"\n' not in ours
    assert "elsewhere" not in ours and 'name="viewport"' in ours
    assert ours.count("<title>") == 1 and "إسناد · Isnad" in ours
    assert ours.index("page/page.js") < ours.index("viewport")
    assert ours.index("colours.css") < ours.index("chat.css") and "settings.css" not in ours
    assert ours.index('class="skip"') < ours.index("<b>3</b>") < ours.index('id="room"') < ours.index("<gradio-app")
    assert 'control_page_title="false"' in ours and "<noscript>" in ours


def test_in_english_and_under_a_prefix() -> None:
    address = Address("/isnad", "en", "/settings", "x=1")
    ours = dressed(DOCUMENT, Reader("en", theme="dark"), address, settings.ROOM, ROOMS)
    assert 'lang="en" dir="ltr" data-theme="dark"' in ours
    assert "<title>Settings · Isnad</title>" in ours
    assert 'href="/isnad/page/settings/settings.css"' in ours and "chat.css" not in ours
    assert '<a href="/isnad/en/settings" aria-current="page">Settings</a>' in ours
    assert '<a href="/isnad/en/">Conversation</a>' in ours


def test_a_title_names_the_page() -> None:
    assert title(Reader(), "خبر") == "خبر · إسناد"
    assert title(Reader("en")) == "إسناد · Isnad"


@pytest.fixture
def client(desk: Any) -> TestClient:
    return TestClient(build(desk), follow_redirects=False)


def test_every_room_stands_in_both_languages(client: TestClient) -> None:
    for path, language in (("/", "ar"), ("/settings", "ar"), ("/en/", "en"), ("/en/settings", "en")):
        page = client.get(path)
        assert page.status_code == 200 and f'lang="{language}"' in page.text, path
        assert 'class="masthead"' in page.text and page.headers["content-length"] == str(len(page.content))
    assert client.get("/en").headers["location"] == "/en/"


def test_the_bare_address_goes_to_the_language_chosen_last(client: TestClient) -> None:
    client.cookies.set("language", "en")
    assert client.get("/").headers["location"] == "/en/"
    assert client.get("/settings").status_code == 200  # a link is shown as it was given
    assert client.get("/?talk=1").status_code == 200
    client.cookies.set("language", "fr")
    assert client.get("/").status_code == 200


def test_the_masthead_counts_the_articles_in_the_digits_chosen(client: TestClient) -> None:
    assert '<span class="count"><bdi>3 مقالات</bdi></span>' in client.get("/").text
    assert "3 articles" in client.get("/en/").text
    client.cookies.set("digits", "arabic")
    assert "٣ مقالات" in client.get("/").text and "3 articles" in client.get("/en/").text


def test_a_store_that_cannot_be_counted_leaves_the_page_whole(client: TestClient, desk: Any) -> None:
    desk.failure = OSError("disk full")
    page = client.get("/")
    assert page.status_code == 200 and 'class="count"' not in page.text and 'class="masthead"' in page.text
