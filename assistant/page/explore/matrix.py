"""Speakers against topics or places as an HTML table whose cells lead to their statements."""

from __future__ import annotations

from dataclasses import replace

from assistant.exploring.choice import ACROSS, Choice
from assistant.exploring.matrix import Heading, Matrix
from assistant.page.escaping import plain
from assistant.page.explore import wording
from assistant.page.explore.links import Links


def matrix_view(links: Links, found: Matrix) -> str:
    """The table, and how its columns are chosen."""
    if not found.speakers or not found.columns:
        return f'{_columns(links)}<p class="none">{links.say(wording.NO_MATRIX)}</p>'
    heads = "".join(
        f'<th scope="col">{links.link(_column(links.choice, found, one), f"<bdi>{plain(one.shown)}</bdi>")}'
        f"{links.number(one.count)}</th>"
        for one in found.columns
    )
    rows = "".join(
        f'<tr><th scope="row">{links.link(_speaker(links.choice, speaker), f"<bdi>{plain(speaker.shown)}</bdi>")}'
        f"{links.number(speaker.count)}</th>"
        + "".join(_cell(links, found, speaker, column, count) for column, count in zip(found.columns, row, strict=True))
        + "</tr>"
        for speaker, row in zip(found.speakers, found.cells, strict=True)
    )
    return (
        f'{_columns(links)}<div class="wide" tabindex="0" role="region" aria-label="{links.say(wording.MATRIX)}">'
        f'<table class="matrix"><caption class="sr">{links.say(wording.MATRIX)}</caption><thead><tr>'
        f'<th scope="col">{links.say(wording.FACETS["speaker"])}</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cell(links: Links, found: Matrix, speaker: Heading, column: Heading, count: int) -> str:
    if not count:
        return '<td class="zero"><span aria-hidden="true">·</span><span class="sr">0</span></td>'
    share = round(100 * (count / found.most) ** 0.5)  # of the root, so that small numbers are told apart too
    name = f"{speaker.shown}، {column.shown}: {links.reader.count(count, wording.STATEMENTS)}"
    return (
        f'<td style="--share: {share}%"><a href="{links.to(_both(links.choice, found, speaker, column))}" '
        f'aria-label="{plain(name)}" data-swap>{plain(links.reader.number(count))}</a></td>'
    )


def _speaker(choice: Choice, speaker: Heading) -> Choice:
    return choice.looking("statements").having("speaker", speaker.values)


def _column(choice: Choice, found: Matrix, column: Heading) -> Choice:
    at = choice.looking("statements")
    if found.across == "place":
        return at.having("place", column.values)
    # What the reader searches for already narrows along with the topic.
    words = (
        column.shown
        if choice.match == "meaning"
        else " ".join(dict.fromkeys([*choice.about.split(), *column.shown.split()]))
    )
    return replace(at, about=words, match="words", topics=())


def _both(choice: Choice, found: Matrix, speaker: Heading, column: Heading) -> Choice:
    return _column(choice, found, column).having("speaker", speaker.values)


def _columns(links: Links) -> str:
    choice = links.choice
    kinds = "".join(
        f'<a href="{links.to(replace(choice, across=across))}" data-swap data-focus="across/{across}"'
        f"{' aria-current=true' if across == choice.across else ''}>{links.say(wording.ACROSS[across])}</a>"
        for across in ACROSS
    )
    own = ""
    if choice.across == "topic":
        own = (
            f'<form class="own-topics" data-topics><label>{links.say(wording.TOPICS)} '
            f'<input name="topics" dir="auto" value="{plain("، ".join(choice.topics))}"></label>'
            f'<button type="submit">{links.say(wording.TOPICS_SET)}</button></form>'
        )
    return (
        f'<div class="tools"><div class="switch" role="group" aria-label="{links.say(wording.ACROSS_LABEL)}">'
        f"{kinds}</div>{own}</div>"
    )
