"""The chat as Gradio Blocks: what stands where, and which control causes which event."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.page import wording
from assistant.page.conversation import Conversation
from assistant.page.events import Events, filters_label, idle, new_chat
from assistant.page.reader import Reader
from assistant.page.rooms import Newsroom, Room
from assistant.page.sources import drawn_with as sources

_WELCOME = f'<div class="welcome"><h2>{wording.WELCOME}</h2><p>{wording.WELCOME_MORE}</p></div>'
# The browser's own date field: its calendar, its keyboard, its screen reader's words. It is never redrawn, since that
# would take the focus away from somebody who is typing.
_DAY_FIELD = (
    '<label class="day" dir="rtl"><span>{label}</span><input type="date" min="1900-01-01" max="2100-12-31"></label>'
)
_DAY_SCRIPT = """
const field = element.querySelector("input");
field.value = props.value || "";  // folded away and back again, the field is made anew
field.addEventListener("change", () => { props.value = field.value; trigger("change"); });
"""


def draw(newsroom: Newsroom, reader: Reader, page: gr.Blocks) -> None:
    """The chat over the assistant of `newsroom`."""
    events = Events(newsroom.assistant)
    state = gr.State(Conversation())
    with gr.Row(elem_id="desk"):
        with gr.Column(scale=7, min_width=320, elem_id="talk"):  # first in the document, so first on a phone
            chat = _chatbot()
            question = _question()
            with gr.Row(elem_id="tools"):
                fold = gr.Accordion(wording.FILTERS, open=False, elem_id="filters")
                fresh = gr.Button(wording.NEW_CHAT, size="sm", elem_id="fresh")
            with fold, gr.Row(elem_id="narrow"):
                outlets = gr.Dropdown(
                    [], multiselect=True, label=wording.OUTLETS, elem_id="outlets", scale=2, min_width=220
                )
                since, until = _day(wording.SINCE, "since"), _day(wording.UNTIL, "until")
        with gr.Column(scale=5, min_width=320, elem_id="side"):
            sources = gr.HTML(Conversation().panel, elem_id="sources", apply_default_css=False)

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    filters, answer = [outlets, since, until], [question, chat, sources, state]
    typed = question.submit(events.ask, [question, *filters, state], answer, **quiet)
    picked = chat.example_select(events.ask_example, [*filters, state], answer, **quiet)
    # Only once the old question is cancelled does the field invite the next one.
    question.stop(None, cancels=[typed, picked], **quiet).then(idle, None, question, **quiet)
    fresh.click(None, cancels=[typed, picked], **quiet).then(new_chat, None, answer, **quiet)
    gr.on([outlets.change, since.change, until.change], filters_label, filters, fold, **quiet)
    page.load(events.open, None, [chat, outlets], **quiet)


def _chatbot() -> gr.Chatbot:
    return gr.Chatbot(
        label=wording.CHAT,
        show_label=False,
        rtl=True,
        elem_id="chat",
        height="100%",
        layout="bubble",
        buttons=[],
        latex_delimiters=[],
        feedback_options=None,
        group_consecutive_messages=False,
        allow_file_downloads=False,
        placeholder=_WELCOME,
    )


def _question() -> gr.Textbox:
    return gr.Textbox(
        label=wording.QUESTION,
        show_label=False,
        placeholder=wording.QUESTION_HINT,
        max_lines=6,
        rtl=True,
        autofocus=True,
        submit_btn=wording.ASK,
        elem_id="question",
    )


def _day(label: str, name: str) -> gr.HTML:
    return gr.HTML(
        "",
        html_template=_DAY_FIELD.format(label=label),
        js_on_load=_DAY_SCRIPT,
        apply_default_css=False,
        elem_id=name,
        min_width=140,
    )


ROOM = Room("", wording.CHAT, draw, styles=("chat.css", *sources.STYLES), scripts=sources.SCRIPTS, needs_store=False)
