from __future__ import annotations

from typing import Any

import pytest
from starlette.requests import HTTPConnection

from assistant.api.callers import NOBODY, Caller, Rates, caller
from assistant.api.failures import RequestError


def _connection(client: tuple[str, int] | None = ("192.0.2.7", 5), **scope: Any) -> HTTPConnection:
    headers = [(b"host", b"archive.example")]
    return HTTPConnection(
        {"type": "http", "scheme": "https", "path": "/api/ask", "headers": headers, "client": client, **scope}
    )


def test_a_caller_is_the_user_else_the_address() -> None:
    assert caller(_connection(state={"user": "سلمى"})) == Caller("user سلمى", "https://archive.example")
    assert caller(_connection()).who == "address 192.0.2.7"
    assert caller(_connection(("2001:db8::5", 1))).who == "address 2001:db8::/64"


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_this_machine_has_no_limit(address: str) -> None:
    assert caller(_connection((address, 1))).who == ""


def test_permalinks_begin_where_the_site_stands() -> None:
    mounted = _connection(root_path="/isnad/api", app_root_path="/isnad")
    assert caller(mounted).base == "https://archive.example/isnad"


def test_one_request_too_many() -> None:
    rates, somebody = Rates("2 per minute; 100 per day"), Caller("user سلمى")
    rates.count(somebody)
    rates.count(somebody)
    with pytest.raises(RequestError, match="more than 2 per 1 minute: wait") as told:
        rates.count(somebody)
    assert told.value.status == 429 and 0 < told.value.wait <= 60
    rates.count(Caller("user نبيل"))
    for _ in range(10):
        rates.count(NOBODY)


def test_the_rate_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISNAD_API_RATE", "1/hour")
    rates = Rates.chosen()
    rates.count(Caller("x"))
    with pytest.raises(RequestError):
        rates.count(Caller("x"))
    monkeypatch.setenv("ISNAD_API_RATE", "كثير")
    with pytest.raises(ValueError, match="ISNAD_API_RATE: 'كثير' is no rate"):
        Rates.chosen()
