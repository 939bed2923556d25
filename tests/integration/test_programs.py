"""Programs and people at a served archive: the bundled model, real clients, and nothing without a sign-in."""

from __future__ import annotations

import asyncio
import contextlib
import io
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from gradio_client import Client as GradioClient
from lxml import html
from starlette.routing import BaseRoute, Mount

from assistant.api.programs import Programs
from assistant.assistant import Assistant
from assistant.page import build, listen
from assistant.sign_in.users import Users
from index.ingest import add
from index.samples import articles
from index.store import Store

pytestmark = pytest.mark.model
ROOT = Path(__file__).parents[2]
PASSWORD = "الميناء لا يغلق قبل العاصفة"
DENIAL = "من نفى وجود تشققات في سد وادي الخرار؟"
ARTICLES = {article.id: article for article in articles()}


@dataclass(frozen=True)
class Site:
    """A served archive, with the token of its one user سلمى."""

    address: str
    token: str
    app: FastAPI

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@pytest.fixture(scope="module")
def site(sample_store: Store, sample_assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    users = Users(tmp_path_factory.mktemp("users") / "users.toml")
    users.add("سلمى", PASSWORD)
    app = build(sample_assistant, sample_store, private=False, programs=Programs(sample_assistant), users=users)
    with listen("127.0.0.1", 0) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield Site(f"http://127.0.0.1:{listener.getsockname()[1]}", users.new_token("سلمى"), app)
        server.should_exit = True
        thread.join(10)


def _paths(routes: list[BaseRoute], before: str = "") -> Iterator[tuple[str, set[str]]]:
    for route in routes:
        if included := getattr(route, "original_router", None):  # FastAPI keeps an included router as one
            yield from _paths(list(included.routes), before)
            continue
        path = before + getattr(route, "path", "")
        if isinstance(route, Mount):
            yield from _paths(list(route.routes), path)
        filled = re.sub(r"\{[^}]*\}", "x", path)
        yield filled or "/", set(getattr(route, "methods", None) or {"GET", "POST"})


def test_no_route_of_the_application_answers_a_stranger(site: Site) -> None:
    routes = sorted({(path, method) for path, methods in _paths(site.app.routes) for method in methods})
    ours = {"/page/icon.svg", "/choose"}  # the sign-in page's own
    assert len(routes) > 150
    asked = [(path, method) for path, method in routes if path not in ours]
    # Gradio's page, uploads, queue, files and streams, in both languages, and all of ours.
    for needed in ("/gradio_api/queue/join", "/gradio_api/upload", "/en/gradio_api/queue/data", "/article/x", "/mcp"):
        assert needed in {path for path, _ in asked}
    with httpx.Client(base_url=site.address) as stranger:
        for path, method in asked:
            told = stranger.request(method, path)
            assert told.status_code == 401, (method, path)


def test_a_person_signs_in_with_the_form_and_finds_what_they_came_for(site: Site) -> None:
    with httpx.Client(base_url=site.address, follow_redirects=True, headers={"Accept": "text/html"}) as browser:
        asked = browser.get("/article/sample-02?start=0&end=30")
        assert asked.url.path == "/sign-in"
        (form,) = html.fromstring(asked.text).xpath("//form")
        found = browser.post(form.get("action"), data={**dict(form.fields), "name": "سلمى", "password": PASSWORD})
        assert found.url.path == "/article/sample-02" and '<mark id="cited"' in found.text
        assert browser.get("/").status_code == 200 and browser.get("/en/").status_code == 200
        assert browser.get("/config").json()["username"] == "سلمى"  # and so each event's request.username
        cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    client = GradioClient(site.address, headers={"Cookie": cookies}, verbose=False, analytics_enabled=False)
    assert client.predict("sample-02", api_name="/get_article")["id"] == "sample-02"


def test_over_http(site: Site) -> None:
    with httpx.Client(base_url=site.address, headers=site.headers, timeout=60) as client:
        answer = client.post("/api/ask", json={"question": DENIAL}).json()
        cited = answer["citations"][0]
        assert ARTICLES[cited["article_id"]].text[cited["start"] : cited["end"]] == cited["quote"]
        opened = client.get(cited["permalink"])  # it works as it stands
        (mark,) = html.fromstring(opened.text).xpath("//mark[@id='cited']")
        assert mark.text_content() == cited["quote"]
        assert client.post("/api/ask", json={"question": "من أدان تزوير الانتخابات في المريخ؟"}).json()["refused"]
        found = client.post("/api/statements", json={"stances": ["deny"], "limit": 50}).json()["statements"]
        assert found and all(one["stance"] == "deny" for one in found)
        for one in found:
            assert ARTICLES[one["article_id"]].text[one["start"] : one["end"]] == one["content"]
        assert client.get("/api/openapi.json").json()["servers"] == [{"url": "/api"}]
    for headers in ({}, {"Authorization": "Bearer isnad_0_0"}):
        assert httpx.post(f"{site.address}/api/ask", json={"question": DENIAL}, headers=headers).status_code == 401


def test_an_mcp_client_over_http(site: Site) -> None:
    pytest.importorskip("mcp")
    from mcp.client import Client
    from mcp.client.streamable_http import streamable_http_client
    from mcp.shared._httpx_utils import create_mcp_http_client

    async def connected(headers: dict[str, str], mode: str) -> None:
        http = create_mcp_http_client(headers=headers)
        transport = streamable_http_client(f"{site.address}/mcp", http_client=http)
        async with Client(transport, mode=mode) as client:
            await _try(client, f"{site.address}/article/")

    for mode in ("auto", "legacy"):  # the protocol of 2026, and the handshake of those before
        asyncio.run(connected(site.headers, mode))
        for headers in ({}, {"Authorization": "Bearer isnad_0_0"}):
            with pytest.raises(BaseException) as refused:  # a group of them, by the client's tasks
                asyncio.run(connected(headers, mode))
            assert "AssertionError" not in repr(refused.value)


def test_an_mcp_client_over_pipes(tmp_path: Path) -> None:
    pytest.importorskip("mcp")
    from mcp.client import Client
    from mcp.client.stdio import StdioServerParameters, stdio_client

    with Store(tmp_path / "store") as store:
        add(store, articles())
    program = StdioServerParameters(
        command=sys.executable,
        args=["-m", "assistant.command", "mcp", "--store", str(tmp_path / "store")],
        cwd=ROOT,
    )

    async def connected() -> None:
        async with Client(stdio_client(program)) as client:
            await _try(client, "/article/")

    asyncio.run(connected())


async def _try(client: Any, permalink: str) -> None:
    listed = await client.list_tools()
    assert [tool.name for tool in listed.tools] == ["ask", "search_statements", "get_article"]
    answer = (await client.call_tool("ask", {"question": DENIAL})).structured_content
    cited = answer["citations"][0]
    assert cited["permalink"].startswith(permalink)
    start, end = cited["start"], cited["end"]
    part = await client.call_tool("get_article", {"article_id": cited["article_id"], "start": start, "end": end})
    assert part.structured_content["text"] == cited["quote"]
    found = await client.call_tool("search_statements", {"about": "السد", "stances": ["deny"], "limit": 3})
    for one in found.structured_content["statements"]:
        assert ARTICLES[one["article_id"]].text[one["start"] : one["end"]] == one["content"]
    assert (await client.call_tool("get_article", {"article_id": "none"})).is_error


def _examples(language: str) -> list[str]:
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


@pytest.mark.parametrize("example", _examples("python"), ids=["http", "gradio_client", "mcp"])
def test_each_example_in_the_documentation_runs(example: str, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    if "mcp.client" in example:
        pytest.importorskip("mcp")
    monkeypatch.setenv("ISNAD_TOKEN", site.token)
    assert "http://127.0.0.1:7860" in example
    code = compile(example.replace("http://127.0.0.1:7860", site.address), "docs/api.md", "exec")
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(code, {"__name__": "example"})
    assert re.search("[\u0621-\u064a]{3}", said.getvalue())


@pytest.mark.skipif(shutil.which("curl") is None or shutil.which("sh") is None, reason="no curl here")
def test_the_example_with_curl_runs(site: Site) -> None:
    (example,) = (one for one in _examples("sh") if one.startswith("curl"))
    environment = {"ISNAD_TOKEN": site.token, "PATH": "/usr/local/bin:/usr/bin:/bin"}
    command = example.replace("http://127.0.0.1:7860", site.address)
    done = subprocess.run(["sh", "-c", command], env=environment, capture_output=True, text=True, timeout=60)
    assert '"citations":[{"article_id":"sample-02"' in done.stdout
