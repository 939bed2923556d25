"""The chat over the sample articles with nothing scripted: the bundled model, Chroma, SQLite and a real browser."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, expect

from assistant.assistant import Assistant
from assistant.page import build, listen
from index.ingest import add
from index.samples import articles
from index.store import Store

pytestmark = [pytest.mark.browser, pytest.mark.model]

ARTICLES = {article.id: article for article in articles()}


@pytest.fixture(scope="module")
def samples_site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a chat over the samples (`browser` first: without one there is nothing to set up)."""
    with Store(tmp_path_factory.mktemp("samples") / "store") as store, listen("127.0.0.1", 0) as listener:
        add(store, articles())
        server = uvicorn.Server(uvicorn.Config(build(Assistant(store)), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


def test_a_visitor_asks_and_opens_the_cited_words(browser: Browser, samples_site: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto(samples_site)
    page.locator("#chat .example", has_text="من نفى وجود تشققات").click()
    mark = page.locator("mark").first
    mark.wait_for()
    quote = _one_line(mark.inner_text())
    with context.expect_page() as opened:
        page.locator(".card a.apart").first.click()
    article = opened.value
    article.wait_for_load_state()
    assert re.search(r"/article/sample-\d\d\?start=\d+&end=\d+#cited$", article.url)
    expect(article.locator("#cited")).to_be_visible()
    assert _one_line(article.locator("#cited").inner_text()) == quote
    assert "نفت إدارة سد وادي الخرار" in quote
    assert any(quote in _one_line(one.text) for one in ARTICLES.values())
    context.close()


def _one_line(text: str) -> str:
    return " ".join(text.split())
