"""The settings room as Gradio Blocks."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.page.addresses import Address
from assistant.page.reader import Reader
from assistant.page.rooms import Newsroom, reader_of
from assistant.page.settings import wording
from assistant.page.settings.reading import reading


def draw(newsroom: Newsroom, reader: Reader, page: gr.Blocks) -> None:
    """How the page reads."""
    gr.HTML(f'<h1 class="room-title">{reader.say(wording.TITLE)}</h1>', apply_default_css=False)
    choices = gr.HTML("", elem_id="reading-choices", apply_default_css=False)

    def opened(request: gr.Request) -> str:
        return reading(reader_of(request, reader.language), _here(request, reader))

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    page.load(opened, None, choices, **quiet)


def _here(request: gr.Request, reader: Reader) -> Address:
    # The event comes from Gradio's own address; what was put before the page's is what is mounted before ours.
    scope = request.request.scope if request.request else {}
    root = str(scope.get("root_path", "")).rstrip("/").removesuffix(reader.prefix)
    return Address(root, reader.language, "/settings")
