from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.api.callers import Rates
from assistant.api.programs import Programs
from assistant.api.web import LARGEST, web


def _client(programs: Programs) -> TestClient:
    app = FastAPI(openapi_url=None)
    app.mount("/api", web(programs))
    return TestClient(app, base_url="http://archive.example", raise_server_exceptions=False)


@pytest.fixture
def client(scripted: Any) -> TestClient:
    return _client(Programs(scripted))


def test_a_question_over_http(client: TestClient) -> None:
    told = client.post("/api/ask", json={"question": "كم بلغ المخزون؟"})
    assert told.status_code == 200
    (citation,) = told.json()["citations"]
    assert citation["quote"] == "مخزون المياه بلغ 43 بالمائة" and citation["date"] == "2025-01-14"
    assert citation["permalink"].startswith("http://archive.example/article/")


def test_an_article_whose_id_has_a_slash(client: TestClient) -> None:
    whole = client.get("/api/article/سد%2F1%20%3F").json()
    assert client.get("/api/article/سد/1%20%3F", params={"start": 4, "end": 12}).json()["text"] == whole["text"][4:12]


def test_statements_over_http(programs: Programs) -> None:
    told = _client(programs).post("/api/statements", json={"stances": ["deny"]})
    assert [one["stance"] for one in told.json()["statements"]] == ["deny"]


@pytest.mark.parametrize(
    ("method", "path", "sent", "status", "sentence"),
    [
        ("POST", "/api/ask", {"json": {}}, 422, "question: Field required"),
        ("POST", "/api/ask", {"json": {"question": "س", "source": []}}, 422, "source: Extra inputs"),
        ("POST", "/api/ask", {"json": {"question": "س", "sources": ["لا"]}}, 422, "no article is from 'لا'"),
        ("POST", "/api/ask", {"content": b"{", "headers": {"Content-Type": "application/json"}}, 422, "JSON"),
        ("POST", "/api/ask", {"data": {"question": "س"}}, 422, "send JSON, with the header Content-Type"),
        ("POST", "/api/statements", {"json": {"limit": 10_000}}, 422, "limit: Input should be less than or equal"),
        ("GET", "/api/article/none", {}, 404, "no article has the id 'none'"),
        ("GET", "/api/article/x?start=-1", {}, 422, "start: Input should be greater"),
        ("GET", "/api/ask", {}, 405, "/api/openapi.json"),
        ("GET", "/api/else", {}, 404, "POST /api/ask"),
        ("GET", "/api/docs", {}, 404, "POST /api/ask"),
        ("GET", "/api/redoc", {}, 404, "POST /api/ask"),
    ],
)
def test_an_error_is_json_with_a_sentence(
    client: TestClient, method: str, path: str, sent: dict[str, Any], status: int, sentence: str
) -> None:
    told = client.request(method, path, **sent)
    assert told.status_code == status and sentence in told.json()["message"] and told.json()["error"]


def test_a_request_that_is_too_large_is_not_read(client: TestClient) -> None:
    assert client.post("/api/ask", content=b" " * (LARGEST + 1)).status_code == 413
    in_parts = client.post("/api/ask", content=(b"x" * 10_000 for _ in range(10)))
    assert in_parts.status_code == 413 and "at most 65,536 bytes" in in_parts.json()["message"]
    asked = {"question": "س", "history": ["ا" * 1500] * 19}  # large, and allowed
    assert client.post("/api/ask", json=asked).status_code == 200


def test_one_request_too_many_says_when_to_come_back(scripted: Any) -> None:
    client = _client(Programs(scripted, rates=Rates("1/minute")))
    assert client.post("/api/ask", json={"question": "س"}).status_code == 200
    told = client.post("/api/ask", json={"question": "س"})
    assert told.status_code == 429 and 0 < int(told.headers["retry-after"]) <= 60


def test_the_openapi_document_names_every_field_and_no_other_host(client: TestClient) -> None:
    told = client.get("/api/openapi.json")
    document = told.json()
    assert document["openapi"].startswith("3.") and set(document["paths"]) == {
        "/ask",
        "/statements",
        "/article/{article_id}",
    }
    assert document["servers"] == [{"url": "/api"}]
    assert document["components"]["securitySchemes"]["HTTPBearer"]["scheme"] == "bearer"
    assert {"quote", "permalink", "start", "end"} <= set(
        document["components"]["schemas"]["CitationReply"]["properties"]
    )
    assert "http" not in told.text.replace('"http"', "").replace("HTTP", "").replace("http_", "")
