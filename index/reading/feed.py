"""RSS and Atom feeds: an article an entry, from its content, else from its summary."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from index.reading.fields import Names
from index.reading.records import Record, Unreadable
from index.reading.streams import Entry
from index.reading.web import stripped
from index.vocabulary import Rejection


def read(entry: Entry, names: Names) -> Iterator[Record | Rejection]:
    """The feed's entries. Raises Unreadable where the file is no feed."""
    import feedparser

    headers = {"content-type": f"{entry.media}; charset={entry.charset}"} if entry.charset else {}
    try:
        # A stream, never the bytes: feedparser takes short ones for an address and would fetch it.
        feed = feedparser.parse(io.BytesIO(entry.data()), response_headers=headers)
    except Unreadable:
        raise
    except Exception as error:  # a parser of arbitrary markup: what it raises is not documented
        raise Unreadable(f"not a feed that can be read: {error}") from error
    if not feed.entries and not feed.get("version"):
        raise Unreadable("not an RSS or Atom feed")
    source = feed.feed.get("title", "")
    for number, one in enumerate(feed.entries, 1):
        yield Record(
            f"{entry.place}:#{number}", {**_values(one), "source": _source(one) or stripped(source)}, ours=True
        )
    if feed.bozo and not feed.entries:
        yield Rejection(entry.place, f"the feed is damaged: {feed.bozo_exception}")


def _values(one: Mapping[str, object]) -> dict[str, object]:
    bodies = [_plain(body) for body in _list(one.get("content"))]
    text = max(bodies, key=len, default="") or _plain(one.get("summary_detail")) or str(one.get("summary") or "")
    tags = [tag.get("term") or tag.get("label") for tag in _list(one.get("tags"))]
    return {
        "text": text,
        "title": _plain(one.get("title_detail")) or one.get("title"),
        "date": one.get("published") or one.get("updated") or one.get("created"),
        "url": one.get("link"),
        "author": one.get("author"),
        "category": tags,
        "id": one.get("id") or one.get("link"),
    }


def _plain(body: object) -> str:
    if not isinstance(body, Mapping):
        return ""
    value = str(body.get("value") or "")
    return value.strip() if body.get("type") == "text/plain" and "</" not in value else stripped(value)


def _source(one: Mapping[str, object]) -> str:
    source = one.get("source")
    return str(source.get("title") or "") if isinstance(source, Mapping) else ""


def _list(value: object) -> list[Mapping[str, object]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
