"""The reader's own filters and those of the question, as one."""

from __future__ import annotations

from dataclasses import replace

from index.vocabulary import Filters


def merged(own: Filters, asked: Filters) -> Filters:
    """The reader's filters (`own`), narrowed by what the question says (`asked`).

    Days that do not meet the reader's, and outlets beside those the reader chose, are not narrowed by: what the reader
    set stands.
    """
    if not asked:
        return own
    sources = own.sources or asked.sources
    since = max((day for day in (own.since, asked.since) if day), default=None)
    until = min((day for day in (own.until, asked.until) if day), default=None)
    if since and until and since > until:
        since, until = own.since, own.until
    return replace(own, sources=sources, since=since, until=until)
