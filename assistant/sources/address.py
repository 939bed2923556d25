"""Where an article is opened: its permanent address, at the words that are meant."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from index.vocabulary import Span

# A browser takes these for "here" and "one folder up" in a path, however they are encoded (WHATWG URL, "double-dot").
_STEPS = {".", ".."}


def article_path(
    article_id: str, start: int | None = None, end: int | None = None, *, also: Iterable[Span] = ()
) -> str:
    """The address of an article's page relative to the chat's, opened at ``[start, end)`` when both are given.

    `also` are further runs of the same article that the page leads on to. Any id works, with slashes, blanks or dots.
    """
    if article_id in _STEPS:
        path, query = "article", [f"id={article_id}"]
    else:
        path, query = "article/" + quote(article_id, safe="", errors="replace"), []
    if start is None or end is None:
        return path + ("?" + "&".join(query) if query else "")
    query += [f"start={start}", f"end={end}", *(f"also={span.start}-{span.end}" for span in also)]
    return f"{path}?{'&'.join(query)}#cited"


def permalink(site: str, article_id: str, span: Span) -> str:
    """The whole address of the words `span` on the server at `site`; empty if no site is given."""
    return f"{site.rstrip('/')}/{article_path(article_id, span.start, span.end)}" if site else ""
