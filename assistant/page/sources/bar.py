"""The bar over an article that is open beside the chat: back to the list, and on through the answer's citations."""

from __future__ import annotations

from assistant.page.escaping import plain
from assistant.page.reader import Reader
from assistant.page.sources import wording
from assistant.page.text import Text


def bar(reader: Reader, at: int = 0, of: int = 0) -> str:
    """The bar as HTML; `at` is the number of the citation that is shown, of so many in the answer (0: none of them)."""
    through = ""
    if 1 <= at <= of:
        before = _button("previous", wording.PREVIOUS, wording.PREVIOUS_CITATION, reader, at > 1) if of > 1 else ""
        after = _button("next", wording.NEXT, wording.NEXT_CITATION, reader, at < of) if of > 1 else ""
        through = (
            f'<nav class="through" aria-label="{plain(reader.say(wording.CITATIONS))}">{before}'
            f'<span class="position">{plain(reader.say(wording.POSITION, at=at, of=of))}</span>{after}</nav>'
        )
    return (
        f'<div class="bar"><button type="button" class="to-list">{plain(reader.say(wording.TO_LIST))}</button>'
        f'{through}<a class="apart" target="_blank" rel="noopener noreferrer">{plain(reader.say(wording.APART))}'
        f'<span class="sr"> {plain(reader.say(wording.NEW_TAB))}</span></a></div>'
    )


def _button(kind: str, label: Text, spoken: Text, reader: Reader, possible: bool) -> str:
    off = "" if possible else " disabled"
    said = plain(reader.say(spoken))
    return f'<button type="button" class="{kind}" aria-label="{said}"{off}>{plain(reader.say(label))}</button>'
