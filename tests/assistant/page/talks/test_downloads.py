from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from assistant.page.conversation import Conversation, Session, proceed
from assistant.page.rooms import Newsroom
from assistant.page.talks.downloads import router, turns_of


@pytest.fixture
def newsroom(desk: Any) -> Newsroom:
    return Newsroom(desk)


@pytest.fixture
def client(newsroom: Newsroom) -> TestClient:
    app = FastAPI()
    app.include_router(router(newsroom))
    return TestClient(app, base_url="http://desk.example")


def ask(newsroom: Newsroom, question: str, user: str = "") -> str:
    session = Session(newsroom.assistant, newsroom.conversations, user)
    return list(proceed(session, Conversation(), question))[-1].id


@pytest.mark.parametrize(
    ("suffix", "media"),
    [("md", "text/markdown; charset=utf-8"), ("html", "text/html; charset=utf-8"), ("json", "application/json")],
)
def test_a_conversation_as_a_file(client: TestClient, newsroom: Newsroom, suffix: str, media: str) -> None:
    name = ask(newsroom, 'من قال "نعم"؟\nوأين')
    answer = client.get(f"/talk/{name}.{suffix}")
    assert answer.status_code == 200 and answer.headers["content-type"] == media
    title = quote(f'من قال "نعم"؟ وأين.{suffix}', safe="")
    assert answer.headers["content-disposition"] == f"attachment; filename=\"isnad.{suffix}\"; filename*=UTF-8''{title}"
    assert "سنبدأ غدًا" in answer.text


def test_links_lead_to_the_desk_it_came_from(client: TestClient, newsroom: Newsroom) -> None:
    name = ask(newsroom, "من؟")
    assert 'href="http://desk.example/article/' in client.get(f"/talk/{name}.html").text
    english = client.get(f"/en/talk/{name}.html").text
    assert 'href="http://desk.example/en/article/' in english and 'lang="en"' in english


def test_the_turns_of_a_conversation_are_for_its_reader(newsroom: Newsroom) -> None:
    name = ask(newsroom, "من؟", "سلمى")
    scope = {"type": "http", "headers": [], "path": "/export"}
    (turn,) = turns_of(newsroom)(Request({**scope, "state": {"user": "سلمى"}}), name)
    assert turn.question == "من؟" and turn.answer
    with pytest.raises(KeyError):
        turns_of(newsroom)(Request({**scope, "state": {"user": "هند"}}), name)


@pytest.mark.parametrize("path", ["x.md", "{name}.exe", "{other}.json"])
def test_what_is_not_there_or_another_readers(client: TestClient, newsroom: Newsroom, path: str) -> None:
    name, other = ask(newsroom, "من؟"), ask(newsroom, "من؟", "سلمى")
    answer = client.get("/talk/" + path.format(name=name, other=other))
    assert answer.status_code == 404 and "لا محادثة بهذا العنوان" in answer.text
