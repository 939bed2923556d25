"""A statement as the record that every export writes."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

from index.statements import as_record
from index.store.statements import StatementHit

FIELDS: Final = (
    *("article_id", "start", "end", "content", "speaker", "speaker_kind", "role", "organization", "cue", "stance"),
    *("type", "place", "medium", "said_on", "via", "confidence", "person", "date", "source", "title", "url", "link"),
)
"""The fields in their order: a statement's own, then who the speaker is across articles, and the article's.

`link` opens the article at the words; `url` is the article's own address.
"""


def record(hit: StatementHit, base: str = "") -> dict[str, Any]:
    """The statement as strings, numbers and None. `base` is the page's address, without a slash at its end."""
    article, span = hit.article, hit.statement.content
    return {
        **as_record(article, hit.statement),
        "person": hit.shown,
        "date": article.date.isoformat() if article.date else None,
        "source": article.source or None,
        "title": article.title or None,
        "url": article.url or None,
        "link": f"{base}/article/{quote(article.id, safe='', errors='replace')}?start={span.start}&end={span.end}",
    }
