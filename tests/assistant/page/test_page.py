from __future__ import annotations

import os
import socket
from concurrent.futures import Future
from typing import Any

import pytest

import assistant.page
from assistant.page import build, listen, serve


def test_a_free_port_is_taken_as_asked() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    with listen("127.0.0.1", free) as listener:
        assert listener.getsockname() == ("127.0.0.1", free)


def test_a_taken_port_gives_way_to_the_next() -> None:
    with listen("127.0.0.1", 0) as first, listen("127.0.0.1", first.getsockname()[1]) as second:
        assert second.getsockname()[1] > first.getsockname()[1]


def test_an_address_of_another_machine_is_an_error_that_names_it() -> None:
    with pytest.raises(OSError, match=r"cannot serve on 203\.0\.113\.7:7860"):
        listen("203.0.113.7", 7860)


def test_no_port_left_is_an_error_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assistant.page, "_PORTS_TRIED", 1)
    with listen("127.0.0.1", 0) as taken, pytest.raises(OSError, match="choose another"):
        listen("127.0.0.1", taken.getsockname()[1])


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_serving_prints_one_line_and_opens_the_browser_there(
    desk: Any, host: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: None)
    with listen(host, 0) as taken:
        port = taken.getsockname()[1]
        serve(desk, host=host, port=port, open_browser=True)
    line = capsys.readouterr().out
    assert line.count("\n") == 1 and line.startswith(f"http://{host}:") and f"(port {port} is taken)" in line
    assert opened == [line.split()[0].replace("0.0.0.0", "127.0.0.1")]


def test_nothing_is_reported_to_the_makers_of_gradio(desk: Any) -> None:
    build(desk)
    assert os.environ["GRADIO_ANALYTICS_ENABLED"] == "False"


def test_what_could_not_be_made_ready_ends_the_serving(desk: Any) -> None:
    failed: Future[None] = Future()
    failed.set_exception(RuntimeError("the model cannot be loaded"))
    with pytest.raises(RuntimeError, match="the model cannot be loaded"):
        serve(desk, port=0, ready=failed)
