"""The chat as Gradio Blocks: what stands where, and which control causes which event."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.page import wording
from assistant.page.conversation import Conversation
from assistant.page.escaping import plain
from assistant.page.events import Events
from assistant.page.reader import Reader
from assistant.page.rooms import Newsroom, Room
from assistant.page.sources import drawn_with as sources_drawn
from assistant.page.talks import wording as talks_wording
from assistant.page.talks.dialogs import dialogs
from assistant.page.talks.managing import Managing
from assistant.page.text import Text

# The browser's own date field: its calendar, its keyboard, its screen reader's words. It is never redrawn, since that
# would take the focus away from somebody who is typing.
_DAY_FIELD = '<label class="day"><span>{label}</span><input type="date" min="1900-01-01" max="2100-12-31"></label>'
_DAY_SCRIPT = """
const field = element.querySelector("input");
field.value = props.value || "";  // folded away and back again, the field is made anew
field.addEventListener("change", () => { props.value = field.value; trigger("change"); });
"""
# What is clicked in messages, cards and the list reaches Python through one part: talks.js says what, in its value.
_ACTS_SCRIPT = """
const act = (event) => (told) => { props.value = told; trigger(event); };
window.isnad = {
  again: act("again"), turn: act("turn_to"), discard: act("discard"), rename: act("rename"), judge: act("judge"),
};
"""
_PLACE_SCRIPT = 'watch("value", () => window.isnadIsAt(JSON.parse(props.value)));'


def draw(newsroom: Newsroom, reader: Reader, page: gr.Blocks) -> None:
    """The conversations of `newsroom`: their list, the open one, and its sources."""
    events = Events(newsroom, reader.language)
    managing = Managing(events)
    state = gr.State(Conversation(reader=reader))
    with gr.Row(elem_id="desk"):
        with gr.Column(scale=3, min_width=200, elem_id="talks"):
            fresh = gr.Button(reader.say(wording.NEW_CHAT), size="sm", elem_id="fresh")
            search = _search(reader)
            listed = _list(reader)
        with gr.Column(scale=7, min_width=320, elem_id="talk"):
            chat = _chatbot(reader)
            question = _question(reader)
            with gr.Row(elem_id="tools"):
                gr.Button(reader.say(talks_wording.SHOW_TALKS), size="sm", elem_id="show-talks")
                fold = gr.Accordion(reader.say(wording.FILTERS), open=False, elem_id="filters")
                gr.Button(reader.say(talks_wording.HELP), size="sm", elem_id="show-help")
            with fold, gr.Row(elem_id="narrow"):
                outlets = gr.Dropdown(
                    [],
                    multiselect=True,
                    label=reader.say(wording.OUTLETS),
                    elem_id="outlets",
                    scale=2,
                    min_width=220,
                )
                since, until = _day(reader, wording.SINCE, "since"), _day(reader, wording.UNTIL, "until")
        with gr.Column(scale=5, min_width=320, elem_id="side"):
            sources = gr.HTML(Conversation(reader=reader).panel, elem_id="sources", apply_default_css=False)
    gr.HTML(dialogs(reader), elem_id="dialogs", apply_default_css=False)
    acts = _unseen("acts", _ACTS_SCRIPT)
    place = _unseen("place", _PLACE_SCRIPT)
    said = gr.HTML("", html_template='<div role="status">${value}</div>', elem_id="said", apply_default_css=False)

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    filters, answer = [outlets, since, until], [question, chat, sources, state, place]
    typed = question.submit(events.ask, [question, *filters, state], answer, **quiet)
    picked = chat.example_select(events.ask_example, [*filters, state], answer, **quiet)
    again = acts.again(events.again, [acts, *filters, state], answer, **quiet)
    running = [typed, picked, again]
    relist: dict[str, Any] = {"fn": managing.find, "inputs": [search, state], "outputs": listed, **quiet}
    for asked in running:
        asked.then(**relist)
    # Only once the old question is cancelled does the field invite the next one.
    stopped = question.stop(None, cancels=running, **quiet).then(events.stop, state, answer, **quiet)
    stopped.then(None, js="() => window.isnadStopped()", **quiet)
    fresh.click(None, cancels=running, **quiet).then(managing.begin, state, answer, **quiet).then(**relist)
    acts.turn_to(None, cancels=running, **quiet).then(managing.turn, [acts, state], answer, **quiet).then(**relist)
    discarded = acts.discard(None, cancels=running, **quiet)
    discarded.then(managing.discard, [acts, state], [*answer, said], **quiet).then(**relist)
    acts.rename(managing.rename, [acts, state], [state, place, said], **quiet).then(**relist)
    acts.judge(managing.judge, [acts, state], [state, said], **quiet)
    place.change(**relist)  # a conversation that has just begun is listed while its first answer grows
    search.change(**relist, trigger_mode="always_last")
    gr.on([outlets.change, since.change, until.change], events.filters_label, filters, fold, **quiet)
    page.load(events.open, None, [chat, outlets, sources, state, place], **quiet).then(**relist)


def _list(reader: Reader) -> gr.HTML:
    label = plain(reader.say(talks_wording.TALKS))
    return gr.HTML(
        "", html_template=f'<nav aria-label="{label}">${{value}}</nav>', elem_id="listed", apply_default_css=False
    )


def _search(reader: Reader) -> gr.Textbox:
    return gr.Textbox(
        label=reader.say(talks_wording.SEARCH),
        show_label=False,
        placeholder=reader.say(talks_wording.SEARCH),
        max_lines=1,
        rtl=reader.direction == "rtl",
        elem_id="search",
    )


def _chatbot(reader: Reader) -> gr.Chatbot:
    welcome = (
        f'<div class="welcome"><h2>{plain(reader.say(wording.WELCOME))}</h2>'
        f"<p>{plain(reader.say(wording.WELCOME_MORE))}</p></div>"
    )
    return gr.Chatbot(
        label=reader.say(wording.CHAT),
        show_label=False,
        rtl=reader.direction == "rtl",
        elem_id="chat",
        height="100%",
        layout="bubble",
        buttons=[],
        latex_delimiters=[],
        feedback_options=None,
        group_consecutive_messages=False,
        allow_file_downloads=False,
        placeholder=welcome,
    )


def _question(reader: Reader) -> gr.Textbox:
    return gr.Textbox(
        label=reader.say(wording.QUESTION),
        show_label=False,
        placeholder=reader.say(wording.QUESTION_HINT),
        max_lines=6,
        rtl=reader.direction == "rtl",
        autofocus=True,
        submit_btn=reader.say(wording.ASK),
        elem_id="question",
    )


def _day(reader: Reader, label: Text, name: str) -> gr.HTML:
    return gr.HTML(
        "",
        html_template=_DAY_FIELD.format(label=plain(reader.say(label))),
        js_on_load=_DAY_SCRIPT,
        apply_default_css=False,
        elem_id=name,
        min_width=140,
    )


def _unseen(name: str, script: str) -> gr.HTML:
    return gr.HTML("", html_template="<span hidden></span>", js_on_load=script, apply_default_css=False, elem_id=name)


ROOM = Room(
    "",
    wording.CHAT,
    draw,
    styles=("chat.css", "talks/talks.css", *sources_drawn.STYLES),
    scripts=("talks/talks.js", *sources_drawn.SCRIPTS),
    needs_store=False,
)
