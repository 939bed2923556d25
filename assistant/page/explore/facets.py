"""The facets beside the results, and the chips of what is chosen, as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from assistant.exploring.selecting import Count, Selection
from assistant.page.escaping import plain
from assistant.page.explore import wording
from assistant.page.explore.links import Links
from index.store.columns import FACETS

_SHOWN: Final = 7
_MORE: Final = 60
_SEARCHED: Final = ("speaker", "organization", "place", "medium", "outlet")
_ORDER: Final = ("speaker", "stance", "month", "place", "organization", "outlet", "kind", "type", "medium")


def facet_panel(links: Links, counted: Mapping[str, Sequence[Count]]) -> str:
    """All facets, each with its values under the choice in the others."""
    body = "".join(_facet(links, facet, counted[facet]) for facet in _ORDER if counted[facet])
    return f'<h2 class="sr">{links.say(wording.NARROW)}</h2>{body}'


def _facet(links: Links, facet: str, counts: Sequence[Count]) -> str:
    name = wording.FACETS[facet]
    first = [one for one in counts if one.chosen]
    first += [one for one in counts if not one.chosen][: max(0, _SHOWN - len(first))]
    shown = {one.key for one in first}
    rest = [one for one in counts if one.key not in shown][: _MORE - len(first)]
    search = _search(links, facet) if facet in _SEARCHED and len(counts) > _SHOWN else ""
    more = (
        f"<details><summary>{links.say(wording.MORE)} {links.number(len(counts) - len(first))}"
        f"</summary>{values(links, facet, rest)}</details>"
        if rest
        else ""
    )
    return (
        f'<section class="facet" data-facet="{facet}"><h3 id="facet-{facet}">{links.say(name)}</h3>{search}'
        f'<div class="values">{values(links, facet, first)}{more}</div></section>'
    )


def _search(links: Links, facet: str) -> str:
    label = links.say(wording.FILTER_BY, facet=links.reader.say(wording.FACETS[facet]))
    hint = links.say(wording.TYPE_NAME if facet == "speaker" else wording.TYPE_WORD)
    return (
        f'<input type="search" class="typed" data-suggest="{facet}" aria-label="{label}" placeholder="{hint}" '
        'autocomplete="off" dir="auto">'
    )


def values(links: Links, facet: str, counts: Sequence[Count]) -> str:
    """Values of one facet as a list of links, each of which adds it to the choice or takes it off."""
    if not counts:
        return f'<p class="hint">{links.say(wording.NOTHING_LIKE)}</p>'
    return f'<ul aria-labelledby="facet-{facet}">{"".join(_value(links, facet, one) for one in counts)}</ul>'


def _value(links: Links, facet: str, one: Count) -> str:
    pressed = "true" if one.chosen else "false"
    return (
        f'<li><a href="{links.to(links.choice.toggled(facet, one.key))}" role="button" aria-pressed="{pressed}" '
        f'data-focus="{plain(f"{facet}/{one.key}")}" data-swap>'
        f'<bdi class="value">{plain(links.value(facet, one.key, one.shown))}</bdi>'
        f"{links.number(one.count)}</a></li>"
    )


def chips(links: Links, selection: Selection) -> str:
    """What is chosen, each with a link that takes it off; empty if nothing is."""
    choice, reader = links.choice, links.reader
    made = []
    if choice.about:
        how = wording.BY_MEANING if choice.match == "meaning" else wording.BY_WORDS
        made.append(_chip(links, f"«{choice.about}» {reader.say(how)}", links.to(replace(choice, about="", page=1))))
    for facet in FACETS:
        column = selection.columns.facets[facet]
        for key in choice.of(facet):
            number = column.number(key)
            shown = column.shown[number] if number is not None else key
            try:
                shown = links.value(facet, key, shown)
            except ValueError:  # a month that is none
                shown = key
            made.append(
                _chip(links, f"{reader.say(wording.FACETS[facet])}: {shown}", links.to(choice.toggled(facet, key)))
            )
    for name, text in (("since", wording.SINCE), ("until", wording.UNTIL)):
        if day := getattr(choice, name):
            without = replace(choice, since=None, page=1) if name == "since" else replace(choice, until=None, page=1)
            href = links.to(without)
            made.append(_chip(links, f"{reader.say(text)} {reader.day(day)}", href))
    if not made:
        return ""
    clear = links.to(replace(type(choice)(), view=choice.view, across=choice.across))
    return (
        f'<ul class="chips" aria-label="{links.say(wording.CHOSEN)}">{"".join(made)}'
        f'<li><a class="clear" href="{clear}" data-swap>{links.say(wording.CLEAR)}</a></li></ul>'
    )


def _chip(links: Links, shown: str, href: str) -> str:
    return (
        f'<li><a class="chip" href="{href}" data-swap title="{links.say(wording.REMOVE)}"><bdi>{plain(shown)}</bdi>'
        f'<span aria-hidden="true">×</span><span class="sr"> {links.say(wording.REMOVE)}</span></a></li>'
    )
