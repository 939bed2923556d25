"""Statements as an HTML table: who, what, where and when, each with a link to its words in the article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.exploring.choice import ORDERS
from assistant.exploring.explorer import ResultPage
from assistant.exploring.exporting.forms import FORMS
from assistant.page import wording as shared
from assistant.page.escaping import direction, plain
from assistant.page.explore import wording
from assistant.page.explore.links import Links
from index.store.statements import StatementHit

_LONGEST: Final = 420  # characters of a statement shown in a row; the article has the rest


def statements_view(links: Links, found: ResultPage) -> str:
    """The order, the table and the pages, or a word on why there is none."""
    if not found.total:
        return f'<p class="none">{links.say(wording.NONE)}</p>{_by_meaning(links)}'
    return (
        f'{_tools(links)}{table(links, found.hits)}{pages(links, found)}<p class="hint">{links.say(wording.SHARE)}</p>'
    )


def _by_meaning(links: Links) -> str:
    choice = links.choice
    if not choice.about or choice.match == "meaning":
        return ""
    href = links.to(replace(choice, match="meaning", order="nearest", page=1))
    return f'<p class="none"><a class="chip" href="{href}" data-swap>{links.say(wording.TRY_MEANING)}</a></p>'


def table(links: Links, hits: Sequence[StatementHit]) -> str:
    """The statements, a row each."""
    heads = (wording.FACETS["speaker"], wording.WORDS, wording.WHERE, wording.DAY, wording.SOURCE)
    head = "".join(f'<th scope="col">{links.say(text)}</th>' for text in heads)
    rows = "".join(_row(links, hit) for hit in hits)
    return f'<table class="statements"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(links: Links, hit: StatementHit) -> str:
    article = hit.article
    outlet = article.source.strip() or links.reader.say(shared.NO_OUTLET)
    title = article.title.strip() or links.reader.say(shared.NO_TITLE)
    return (
        f'<tr id="s-{hit.key}"><th scope="row" class="who">{speaker(links, hit)}</th>'
        f'<td class="what">{words(links, hit)}</td>'
        f'<td class="where">{place(links, hit)}</td>'
        f'<td class="when">{when(links, hit)}</td>'
        f'<td class="from"><bdi class="outlet">{plain(outlet)}</bdi>'
        f'<bdi class="title" dir="{direction(title)}">{plain(title)}</bdi></td></tr>'
    )


def speaker(links: Links, hit: StatementHit) -> str:
    """The speaker, with a link to all of theirs, and the role they spoke in."""
    statement = hit.statement
    name = hit.shown if statement.kind != "anonymous" else statement.speaker
    role = " ".join(dict.fromkeys(part for part in (statement.role, statement.organization) if part))
    if statement.organization and statement.organization in statement.role:
        role = statement.role
    said = f'<bdi class="role">{plain(role)}</bdi>' if role else ""
    theirs = links.choice.looking("statements").having("speaker", [hit.speaker])
    return f"{links.link(theirs, f'<bdi>{plain(name)}</bdi>')}{said}"


def words(links: Links, hit: StatementHit) -> str:
    """The stance, the cue and the words themselves, which lead to their article."""
    statement = hit.statement
    said = " ".join(hit.content.split())
    short = said if len(said) <= _LONGEST else said[:_LONGEST].rsplit(" ", 1)[0] + "…"
    stance = wording.STANCES.get(statement.stance)
    cue = statement.cue.of(hit.article.text)
    shown = links.say(stance) if stance else plain(statement.stance)
    return (
        f'<span class="stance {plain(statement.stance)}">{shown}</span> '
        f'<bdi class="cue">{plain(" ".join(cue.split()))}</bdi> '
        f'<a class="said" href="{links.article(hit)}" title="{links.say(wording.OPEN)}">'
        f'<q dir="{direction(short)}">{plain(short)}</q></a>'
    )


def place(links: Links, hit: StatementHit) -> str:
    """The article's words for the place of saying, if it tells one."""
    span = hit.statement.place
    return f"<bdi>{plain(' '.join(span.of(hit.article.text).split()))}</bdi>" if span else ""


def when(links: Links, hit: StatementHit) -> str:
    """The day of saying where the article tells it, else that of the article."""
    day = hit.statement.said_on or hit.article.date
    stamp = f' datetime="{day.isoformat()}"' if day else ""
    return f"<time{stamp}><bdi>{plain(links.reader.day(day))}</bdi></time>"


def day_of(hit: StatementHit) -> dt.date | None:
    """The day a statement is filed under."""
    return hit.statement.said_on or hit.article.date


def pages(links: Links, found: ResultPage) -> str:
    """Links to the page before and the page after."""
    if found.pages < 2:
        return ""
    before = _page(links, found.number - 1, wording.PREVIOUS, "prev") if found.number > 1 else ""
    after = _page(links, found.number + 1, wording.NEXT, "next") if found.number < found.pages else ""
    here = links.say(wording.PAGE, number=found.number, pages=found.pages)
    return f'<nav class="pages" aria-label="{links.say(wording.PAGES)}">{before}<span>{here}</span>{after}</nav>'


def _page(links: Links, number: int, text: object, rel: str) -> str:
    href = links.to(replace(links.choice, page=number))
    return f'<a href="{href}" rel="{rel}" data-swap data-top>{links.say(text)}</a>'  # type: ignore[arg-type]


def _tools(links: Links) -> str:
    known = ORDERS if links.choice.about else ORDERS[:2]
    orders = "".join(
        f'<a href="{links.to(replace(links.choice, order=order, page=1))}" data-swap data-focus="order/{order}"'
        f"{' aria-current=true' if order == links.choice.order else ''}>{links.say(wording.ORDERS[order])}</a>"
        for order in known
    )
    files = "".join(
        f'<a href="{links.export(form)}" download>{form.upper() if form != "jsonl" else "JSONL"}</a>' for form in FORMS
    )
    return (
        f'<div class="tools"><div class="switch" role="group" aria-label="{links.say(wording.ORDER)}">{orders}</div>'
        f'<div class="files"><span>{links.say(wording.EXPORT)}</span>{files}</div></div>'
    )
