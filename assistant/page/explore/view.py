"""One view of the statements as HTML: what changes when the choice does. The room's frame stays as it is."""

from __future__ import annotations

from dataclasses import replace

from assistant.exploring.choice import VIEWS, Choice
from assistant.exploring.explorer import Explorer
from assistant.exploring.selecting import Selection
from assistant.page.explore import wording
from assistant.page.explore.exchanges import exchanges_view, topic_prompt
from assistant.page.explore.facets import chips, facet_panel
from assistant.page.explore.links import Links
from assistant.page.explore.map import map_view
from assistant.page.explore.matrix import matrix_view
from assistant.page.explore.speaker import speaker_card
from assistant.page.explore.statements import statements_view
from assistant.page.explore.timeline import timeline_view
from assistant.page.reader import Reader


def view(explorer: Explorer, choice: Choice, reader: Reader, root: str = "") -> str:
    """The parts that the room swaps, each in an element that says which (``data-part``).

    Raises StoreError and StoreInUseError as :class:`Explorer` does.
    """
    selection = explorer.selection(choice)
    links = Links(reader, selection.choice, root)
    if not len(selection.columns):
        return _part("main", f'<p class="none">{links.say(wording.EMPTY)}</p>')
    total = len(selection.rows)
    head = (
        f'<p class="total" role="status">{links.count(total) if total else links.say(wording.NO_STATEMENT)}</p>'
        f"{chips(links, selection)}{_speaker(explorer, links)}{_tabs(links)}"
    )
    return (
        _part("facets", facet_panel(links, explorer.facets(selection)))
        + _part("head", head)
        + _part("main", _main(explorer, selection, links))
    )


def message(text: str) -> str:
    """A word in the place of the results; `text` is HTML."""
    return _part("main", f'<p class="none" role="alert">{text}</p>')


def _part(name: str, body: str) -> str:
    return f'<div data-part="{name}">{body}</div>'


def _main(explorer: Explorer, selection: Selection, links: Links) -> str:
    choice = links.choice
    if choice.view == "timeline":
        ordered = explorer.selection(replace(choice, order="oldest"))
        return timeline_view(links, explorer.timeline(selection), explorer.page(ordered))
    if choice.view == "matrix":
        return matrix_view(links, explorer.matrix(selection))
    if choice.view == "exchanges":
        if not choice.narrows:
            return topic_prompt(links, explorer.topics(selection))
        return exchanges_view(links, explorer.exchanges(selection))
    if choice.view == "map":
        return map_view(links, explorer.places(selection))
    return statements_view(links, explorer.page(selection))


def _speaker(explorer: Explorer, links: Links) -> str:
    chosen = links.choice.of("speaker")
    found = explorer.profile(chosen[0]) if len(chosen) == 1 else None
    return speaker_card(links, found) if found else ""


def _tabs(links: Links) -> str:
    tabs = "".join(
        f'<li><a href="{links.to(links.choice.looking(name))}" data-swap data-focus="view/{name}"'
        f"{' aria-current=page' if name == links.choice.view else ''}>{links.say(wording.VIEWS[name])}</a></li>"
        for name in VIEWS
    )
    return f'<nav class="views" aria-label="{links.say(wording.VIEWS_LABEL)}"><ul>{tabs}</ul></nav>'
