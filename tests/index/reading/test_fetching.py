from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from index.reading import fetching, read
from index.reading.fetching import fetch
from index.reading.records import Unreadable
from index.vocabulary import Article, Rejection

PAGES = {
    "/a": ("text/plain; charset=windows-1256", "أعلن الوزير أن القمة في الدوحة".encode("cp1256")),
    "/feed": (
        "application/rss+xml",
        b'<rss version="2.0"><channel><item><description>x</description></item></channel></rss>',
    ),
    "/n.jsonl": ("application/octet-stream", b'{"text": "x", "id": 4}'),
    "/big": ("text/plain", b"x" * 2000),
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/a")
            self.end_headers()
        elif self.path == "/out":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
        elif self.path in PAGES:
            media, data = PAGES[self.path]
            self.send_response(200)
            self.send_header("Content-Type", media)
            self.end_headers()
            self.wfile.write(data)
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server = HTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_text_with_the_servers_encoding_after_a_redirect(site: str) -> None:
    (found,) = read([f"{site}/moved"])
    assert found == Article(text="أعلن الوزير أن القمة في الدوحة", url=f"{site}/a")


def test_the_kind_is_told_by_the_servers_type_or_the_name(site: str) -> None:
    first, second = read([f"{site}/feed", f"{site}/n.jsonl"])
    assert isinstance(first, Article)
    assert first.text == "x"
    assert isinstance(second, Article)
    assert second.id == "4"


def test_what_the_server_refuses(site: str) -> None:
    assert list(read([f"{site}/none"])) == [Rejection(f"{site}/none", "the server answers 404 Not Found")]


def test_limits(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unreadable, match="cannot be fetched"):
        fetch(f"{site}/out")
    monkeypatch.setattr(fetching, "FETCH_LIMIT", 1000)
    with pytest.raises(Unreadable, match="download it"):
        fetch(f"{site}/big")


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://[::bad/", "https://", "http://no-such-host.invalid/a"])
def test_no_network(url: str) -> None:
    (found,) = read([url])
    assert isinstance(found, Rejection)
    assert found.place == url
    assert "is the network there?" in found.reason


def test_other_schemes() -> None:
    (found,) = read(["file:///etc/hostname"])
    assert found == Rejection("file:///etc/hostname", "file: addresses are not fetched: only http and https are")
