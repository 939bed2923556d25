"""The library as Gradio Blocks: what stands where, and which control causes which event."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.page.escaping import plain
from assistant.page.library import wording
from assistant.page.library.events import Events
from assistant.page.library.table import dialog
from assistant.page.reader import Reader
from assistant.page.rooms import UPLOAD_LIMIT, Newsroom

_WIRED = "window.library(element, trigger);"


def draw(newsroom: Newsroom, reader: Reader, page: gr.Blocks) -> None:
    """What the store of `newsroom` holds, and what is added to it."""
    assert newsroom.store is not None and newsroom.jobs is not None  # the room is left out without them
    events = Events(newsroom.store, newsroom.jobs, reader.language, private=newsroom.private)
    say = reader.say
    gr.HTML(f'<h1 class="room-title">{plain(say(wording.TITLE))}</h1>', apply_default_css=False)
    with gr.Row(elem_id="library"):
        with gr.Column(scale=4, min_width=320, elem_id="give"):
            gr.HTML(f"<h2>{plain(say(wording.ADD))}</h2>", apply_default_css=False)
            files = gr.File(label=say(wording.FILES), file_count="multiple", height=150, elem_id="files")
            gr.HTML(_hint(newsroom, reader), apply_default_css=False)
            lines = gr.Textbox(
                label=say(wording.ADDRESSES),
                placeholder=say(wording.ADDRESSES_HINT),
                lines=2,
                max_lines=8,
                elem_id="addresses",
                elem_classes="field",
            )
            add = gr.Button(say(wording.ADD_NOW), variant="primary", elem_id="add")
            advice = gr.HTML("", elem_id="advice", apply_default_css=False)
            work = gr.HTML("", elem_id="work", apply_default_css=False, js_on_load=_WIRED)
        with gr.Column(scale=8, min_width=320, elem_id="held"):
            gr.HTML(f"<h2>{plain(say(wording.SHELF))}</h2>", apply_default_css=False)
            with gr.Row(elem_id="find"):
                words = gr.Textbox(
                    label=say(wording.SEARCH),
                    placeholder=say(wording.SEARCH_HINT),
                    rtl=reader.direction == "rtl",
                    scale=3,
                    elem_id="words",
                    elem_classes="field",
                )
                outlet = gr.Dropdown(
                    [(say(wording.EVERY_OUTLET), "")],
                    value="",
                    label=say(wording.OUTLET),
                    elem_id="outlet",
                    elem_classes="field",
                )
            shelf = gr.HTML("", elem_id="shelf", apply_default_css=False, js_on_load=_WIRED)
            anew = gr.HTML(_anew(reader), elem_id="anew", apply_default_css=False, js_on_load=_WIRED)
    # Read out by screen readers whenever it changes; its element stays, as they ask for.
    said = gr.HTML(
        "",
        elem_id="said",
        apply_default_css=False,
        js_on_load='element.setAttribute("role", "status");',
        elem_classes="sr",
    )
    seen, clock = gr.State(0), gr.Timer(1.0, active=False)

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    page.load(events.open, None, [work, clock, shelf, outlet, seen], **quiet)
    add.click(events.add, [files, lines], [files, lines, advice, work, clock], **quiet)
    clock.tick(events.watch, [seen, words, outlet], [work, clock, shelf, said, seen], **quiet)
    work.click(events.stop, None, work, **quiet)
    gr.on([words.submit, outlet.change], events.find, [words, outlet], shelf, **quiet)
    words.change(events.find, [words, outlet], shelf, trigger_mode="always_last", **quiet)
    shelf.click(events.turn, [words, outlet], shelf, **quiet)
    shelf.submit(events.remove, None, [work, clock], **quiet)
    anew.submit(events.anew, None, [work, clock], **quiet)


def _hint(newsroom: Newsroom, reader: Reader) -> str:
    formats = reader.say(wording.FILES_MORE, limit=reader.size(UPLOAD_LIMIT))
    public = "" if newsroom.private else f'<p class="hint">{plain(reader.say(wording.PUBLIC_ONLY))}</p>'
    return f'<p class="hint">{plain(formats)}</p>{public}'


def _anew(reader: Reader) -> str:
    say = reader.say
    choices = (("reindex", wording.ANEW_ALL), ("statements", wording.ANEW_STATEMENTS))
    buttons = "".join(
        f'<button type="button" class="quiet" data-ask="{name}">{plain(say(text))}</button>' for name, text in choices
    )
    dialogs = "".join(
        dialog(name, say(wording.ANEW_SURE), say(wording.ANEW_MORE), say(wording.YES_ANEW), reader)
        for name, _ in choices
    )
    return (
        f'<details class="anew"><summary>{plain(say(wording.ANEW))}</summary><p>{plain(say(wording.ANEW_MORE))}</p>'
        f'<div class="answers">{buttons}</div>{dialogs}</details>'
    )
