"""The explore room as Gradio Blocks: its frame, which the room's script fills and keeps in step with the address."""

from __future__ import annotations

import gradio as gr

from assistant.exploring.choice import LONGEST_TEXT
from assistant.page.escaping import plain
from assistant.page.explore import wording
from assistant.page.reader import Reader
from assistant.page.rooms import Newsroom
from assistant.page.text import Text


def draw(newsroom: Newsroom, reader: Reader, page: gr.Blocks) -> None:
    """The search, and places for facets and results."""
    gr.HTML(frame(reader), elem_id="explore", apply_default_css=False, js_on_load="window.explore(element);")


def frame(reader: Reader) -> str:
    """The room before anything is chosen, as HTML."""

    def say(text: Text) -> str:
        return plain(reader.say(text))

    ways = "".join(
        f'<label><input type="radio" name="match" value="{value}"{checked}><span>{say(text)}</span></label>'
        for value, text, checked in (("words", wording.BY_WORDS, " checked"), ("meaning", wording.BY_MEANING, ""))
    )
    days = "".join(
        f'<label class="day">{say(text)} <input type="date" name="{name}" min="1900-01-01" max="2100-12-31"></label>'
        for name, text in (("since", wording.SINCE), ("until", wording.UNTIL))
    )
    return (
        f'<div class="explore"><h1 class="sr">{say(wording.TITLE)}</h1>'
        f'<form class="search" role="search" aria-label="{say(wording.SEARCH)}">'
        f'<input type="search" name="about" maxlength="{LONGEST_TEXT}" dir="auto" autocomplete="off" '
        f'aria-label="{say(wording.SEARCH)}" placeholder="{say(wording.SEARCH_HINT)}">'
        f'<fieldset class="switch"><legend class="sr">{say(wording.HOW)}</legend>{ways}</fieldset>{days}'
        f'<button type="submit">{say(wording.FIND)}</button></form>'
        f'<div class="toast" role="status" aria-live="polite" hidden><span></span> '
        f'<button type="button">{say(wording.UNDO)}</button></div>'
        '<div class="columns"><details class="narrow" open><summary>'
        f"{say(wording.NARROW)}</summary>"
        f'<aside data-part="facets" aria-label="{say(wording.NARROW)}"></aside></details>'
        '<div class="results"><div data-part="head"></div><div data-part="main"></div></div></div></div>'
    )
