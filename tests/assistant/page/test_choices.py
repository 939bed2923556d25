from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.page import choices


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()
    app.include_router(choices.router)
    return TestClient(app, follow_redirects=False)


def test_a_choice_is_kept_and_the_reader_comes_back(client: TestClient) -> None:
    answer = client.get("/choose", params={"digits": "arabic", "theme": "dark", "to": "/en/explore?speaker=%D8%A7"})
    assert answer.status_code == 303 and answer.headers["location"] == "/en/explore?speaker=%D8%A7"
    assert client.cookies["digits"] == "arabic" and client.cookies["theme"] == "dark"


def test_an_unknown_choice_sets_nothing(client: TestClient) -> None:
    answer = client.get("/choose", params={"digits": "roman", "colour": "red"})
    assert "set-cookie" not in answer.headers and answer.headers["location"] == "/"


@pytest.mark.parametrize(
    "to", ["https://else.example/", "//else.example/", "/\\else.example", "javascript:x", "/a\nb", ""]
)
def test_nobody_is_sent_to_another_host(client: TestClient, to: str) -> None:
    assert client.get("/choose", params={"to": to}).headers["location"] == "/"
