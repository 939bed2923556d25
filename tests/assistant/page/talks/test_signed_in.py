from __future__ import annotations

import gradio as gr
from starlette.requests import Request

from assistant.page.talks.signed_in import signed_in

SCOPE = {"type": "http", "headers": [], "path": "/", "method": "GET", "query_string": b""}


def test_whoever_guards_the_page_says_who_reads() -> None:
    request = Request({**SCOPE, "state": {"user": "سلمى"}})
    assert signed_in(request) == "سلمى" and signed_in(gr.Request(request)) == "سلمى"


def test_gradios_own_users() -> None:
    assert signed_in(gr.Request(Request(SCOPE), username="هند")) == "هند"


def test_nobody() -> None:
    assert signed_in(Request(SCOPE)) == "" and signed_in(gr.Request(Request(SCOPE))) == ""
    assert signed_in(gr.Request(cookies={})) == ""
