from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import gradio as gr
import pytest
import uvicorn
from fastapi import FastAPI
from gradio_client import Client
from gradio_client.exceptions import AppError

from assistant.api.gradio_endpoints import add_endpoints
from assistant.api.programs import Programs
from assistant.page import listen


@pytest.fixture
def client(scripted: Any) -> Iterator[Client]:
    with gr.Blocks(analytics_enabled=False) as page:
        add_endpoints(Programs(scripted))
    app = gr.mount_gradio_app(FastAPI(), page, path="/", show_error=False)
    with listen("127.0.0.1", 0) as listener:
        served = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=served.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield Client(f"http://127.0.0.1:{listener.getsockname()[1]}", verbose=False, analytics_enabled=False)
        served.should_exit = True
        thread.join(10)


def test_the_endpoints_answer_and_say_what_is_wrong(client: Client) -> None:
    named = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    assert list(named) == ["/ask", "/search_statements", "/get_article"]
    answer = client.predict("كم بلغ المخزون؟", history=["س"], api_name="/ask")
    (citation,) = answer["citations"]
    article = client.predict(citation["article_id"], api_name="/get_article")
    assert article["text"][citation["start"] : citation["end"]] == citation["quote"]
    assert client.predict(about="السد", api_name="/search_statements") == {"statements": [], "speakers": []}
    part = client.predict(citation["article_id"], start=0, end=3, api_name="/get_article")
    assert part["text"] == "قال" and part["permalink"].startswith("http://127.0.0.1:")
    for wrong, sentence in (
        ({"question": "", "api_name": "/ask"}, "question: String should have at least 1 character"),
        ({"question": "س", "sources": ["لا"], "api_name": "/ask"}, "no article is from 'لا'"),
        ({"limit": 999, "api_name": "/search_statements"}, "limit: Input should be less than or equal to 200"),
        ({"article_id": "none", "api_name": "/get_article"}, "no article has the id 'none'"),
    ):
        with pytest.raises(AppError, match=sentence):
            client.predict(**wrong)
