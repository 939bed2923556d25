"""What a document tells of a turn, apart from how it is marked up: by-lines, filters, links, outcomes."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import quote

from babel.dates import format_date

from assistant.conversations.phrases import phrase
from assistant.conversations.record import Head, Outcome, Turn
from index.vocabulary import Citation, Filters

# A host comes from the request: nothing that could leave the link's place in a document.
_SITE = re.compile(r"https?://[\w.~%:/\[\]-]+")


def day(date: dt.date | dt.datetime | None, language: str) -> str:
    """``20 يناير 2017``: a named month keeps its order in text of any direction."""
    return format_date(date, "d MMMM y", locale=language) if date else phrase("no_date", language)


def by_line(head: Head, language: str) -> str:
    """Outlet, day and title of what is cited."""
    parts = (head.source.strip() or phrase("no_outlet", language), day(head.date, language), _title(head, language))
    return " · ".join(" ".join(part.split()) for part in parts)


def within(filters: Filters, language: str) -> str:
    """What the reader narrowed the question to; empty if to nothing."""
    parts = ["، ".join(filters.sources) if language == "ar" else ", ".join(filters.sources)]
    parts += [f"{phrase('since', language)} {day(filters.since, language)}"] if filters.since else []
    parts += [f"{phrase('until', language)} {day(filters.until, language)}"] if filters.until else []
    told = " · ".join(part for part in parts if part)
    return f"{phrase('within', language)}: {told}" if told else ""


def link(citation: Citation, site: str) -> str:
    """The address of the cited words on the desk at `site`; empty without a site that a browser can open."""
    if not _SITE.fullmatch(site):
        return ""
    name = quote(citation.article_id, safe="", errors="replace")
    span = citation.span
    return f"{site.rstrip('/')}/article/{name}?start={span.start}&end={span.end}#cited"


def outcome(turn: Turn, language: str) -> str:
    """What became of a question without a complete answer; empty of one with it."""
    if turn.outcome is Outcome.ANSWERED:
        return ""
    return phrase(f"{turn.outcome}_outcome", language)


def made(method: str, language: str) -> str:
    """How an answer's text was made."""
    return phrase("extractive", language) if method == "extractive" else f"{phrase('by', language)} {method}"


def _title(head: Head, language: str) -> str:
    return head.title.strip() or phrase("no_title", language)
