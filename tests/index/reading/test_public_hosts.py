from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from index.reading import public_hosts
from index.reading.fetching import fetch_public
from index.reading.public_hosts import is_public, public_address
from index.reading.records import Unreadable


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *("::1", "::", "fe80::1%eth0", "fd00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"),
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ],
)
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/",
        "http://localhost:9/",
        "http://[::1]:9/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://user@127.0.0.1/",
        "http://0/",
    ],
)
def test_a_server_fetches_nothing_from_its_own_network(url: str) -> None:
    with pytest.raises(Unreadable, match="not a public host"):
        fetch_public(url)


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [_entry("8.8.8.8"), _entry("10.0.0.1")])
    with pytest.raises(Unreadable, match=r"news\.example is not a public host"):
        public_address("news.example")


def test_a_name_nobody_has(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(Unreadable, match=r"no host is called news\.example"):
        fetch_public("http://news.example/")


class Site(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.headers["Host"])
        self.send_response(302 if self.path == "/moved" else 200)
        if self.path == "/moved":
            self.send_header("Location", "http://inside.example/secret")
        self.end_headers()
        self.wfile.write("خبر".encode())

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def public_site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server that passes for a public host called news.example; inside.example is a private one."""
    Site.asked = []
    server = HTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    lookup = socket.getaddrinfo

    def look_up(host: str, *more: Any, **named: Any) -> Any:
        known = {"news.example": "127.0.0.1", "inside.example": "10.0.0.1"}
        return [_entry(known[host])] if host in known else lookup(host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(public_hosts, "is_public", lambda address: address == "127.0.0.1")
    yield f"http://news.example:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_the_address_looked_at_is_the_one_asked_and_the_host_keeps_its_name(public_site: str) -> None:
    entry = fetch_public(f"{public_site}/a")
    assert entry.data().decode() == "خبر" and entry.url == f"{public_site}/a"
    assert Site.asked == [public_site.removeprefix("http://")]


def test_a_redirect_into_the_private_network_is_not_followed(public_site: str) -> None:
    with pytest.raises(Unreadable, match=r"inside\.example is not a public host"):
        fetch_public(f"{public_site}/moved")


def _entry(address: str) -> tuple[Any, ...]:
    return (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0))
