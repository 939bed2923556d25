import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.page import assets, chat, settings
from assistant.page.shell import STYLES


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()
    app.include_router(assets.router((chat.ROOM, settings.ROOM)))
    return TestClient(app)


@pytest.mark.parametrize("weight", assets.WEIGHTS)
def test_the_typeface_is_served_from_here(client: TestClient, weight: str) -> None:
    font = client.get(f"/page/fonts/{weight}.ttf")
    assert font.headers["content-type"] == "font/ttf"
    assert font.content[:4] == b"\x00\x01\x00\x00"


def test_without_its_package_the_typeface_is_missing_and_nothing_breaks(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "_FONT_PACKAGE", "no_such_font_package")
    assert client.get("/page/fonts/Bold.ttf").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        *("fonts/..%2F..%2FLICENSE.ttf", "fonts/Thin.ttf", "chat.py", "..%2Fchat.py", "%2Fetc%2Fpasswd"),
        *("settings/wording.py", "settings%2F..%2Fchat.css", "settings"),
    ],
)
def test_nothing_else_is_served(client: TestClient, path: str) -> None:
    assert client.get(f"/page/{path}").status_code == 404


def test_the_styles_name_no_other_host_and_only_fonts_that_are_here(client: TestClient) -> None:
    for name in (*STYLES, *chat.ROOM.styles, *settings.ROOM.styles, "page.js"):
        answer = client.get(f"/page/{name}")
        text = answer.text
        assert answer.status_code == 200 and text
        assert "//fonts." not in text and "http" not in text and "@import" not in text
    fonts = re.findall(r'url\("([^"]+)"\)', client.get("/page/page.css").text)
    assert fonts and all(client.get(f"/page/{font}").status_code == 200 for font in fonts)
    assert client.get("/page/icon.svg").headers["content-type"] == "image/svg+xml"
