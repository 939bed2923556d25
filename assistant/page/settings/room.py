"""The settings room as Gradio Blocks."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.library.holdings import holdings
from assistant.page.addresses import Address
from assistant.page.escaping import plain
from assistant.page.reader import Reader
from assistant.page.rooms import Newsroom, reader_of
from assistant.page.settings import wording
from assistant.page.settings.account import account
from assistant.page.settings.behind import behind
from assistant.page.settings.health import plainly, verdict
from assistant.page.settings.reading import reading
from index.store import Store

_log = logging.getLogger(__name__)
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
_SPOKEN = 'element.setAttribute("role", "status");'


def draw(newsroom: Newsroom, reader: Reader, page: gr.Blocks) -> None:
    """How the page reads, and what stands behind it."""
    gr.HTML(f'<h1 class="room-title">{plain(reader.say(wording.TITLE))}</h1>', apply_default_css=False)
    choices = gr.HTML("", elem_id="choices", apply_default_css=False)
    mine = gr.HTML("", elem_id="account", apply_default_css=False)

    def opened(request: gr.Request) -> tuple[str, str]:
        who, here = reader_of(request, reader.language), _here(request, reader)
        return reading(who, here), account(request.username, who, here)

    page.load(opened, None, [choices, mine], **_QUIET)
    if newsroom.store is not None:
        _behind(newsroom, newsroom.store, reader, page)


def _behind(newsroom: Newsroom, store: Store, reader: Reader, page: gr.Blocks) -> None:
    facts = gr.HTML("", elem_id="facts", apply_default_css=False)
    say = reader.say
    gr.HTML(
        f'<section class="settings"><h2>{plain(say(wording.HEALTH))}</h2>'
        f'<p class="hint">{plain(say(wording.HEALTH_MORE))}</p></section>',
        apply_default_css=False,
    )
    examine = gr.Button(say(wording.EXAMINE), size="sm", elem_id="examine")
    found = gr.HTML("", elem_id="verdict", apply_default_css=False, js_on_load=_SPOKEN, elem_classes="settings")

    def look(request: gr.Request) -> str:
        model = str(getattr(newsroom.assistant, "model", ""))  # not every assistant has one
        return behind(holdings(store), reader_of(request, reader.language), model)

    def examined(request: gr.Request) -> Iterator[str]:
        from index.doctor import examine as ask_the_doctor

        now = reader_of(request, reader.language)
        if newsroom.jobs is not None and newsroom.jobs.busy:  # what is being written would look damaged
            yield plainly(now.say(wording.BUSY))
            return
        yield plainly(now.say(wording.EXAMINING))
        try:
            yield verdict(ask_the_doctor(store), now)
        except Exception:
            _log.exception("the store could not be examined")
            yield plainly(now.say(wording.FAILED))

    page.load(look, None, facts, **_QUIET)
    examine.click(examined, None, found, concurrency_limit=1, **_QUIET)


def _here(request: gr.Request, reader: Reader) -> Address:
    # The event comes from Gradio's own address; what was put before the page's is what is mounted before ours.
    scope = request.request.scope if request.request else {}
    root = str(scope.get("root_path", "")).rstrip("/").removesuffix(reader.prefix)
    return Address(root, reader.language, "/settings")
