"""From files, folders, archives and addresses to articles.

>>> from index.reading import read
>>> for item in read(["news.jsonl.gz", "clippings/"]):                                        # doctest: +SKIP
...     print(item.title if isinstance(item, Article) else f"{item.place}: {item.reason}")
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from index.reading.fields import ROLES, Names
from index.reading.formats import reader
from index.reading.records import Notice, Unreadable
from index.reading.sources import Fetch, fetch_address, size, walk
from index.reading.streams import DAMAGE, Entry, damaged
from index.vocabulary import Article, Rejection

__all__ = ["ROLES", "Notice", "read", "size"]


def read(
    sources: Iterable[str | Path],
    *,
    fields: Mapping[str, str] | None = None,
    on_bytes: Callable[[int], None] | None = None,
    on_notice: Callable[[Notice], None] | None = None,
    fetch: Fetch = fetch_address,
) -> Iterator[Article | Rejection]:
    """The articles of `sources` one by one as they are asked for, and a Rejection for all that is none.

    `sources` are files, folders (read recursively), ``.gz`` and ``.zip`` archives, and http(s) addresses.
    `fields` names the records' own fields where they are unusual: ``{"text": "story_body"}``; it wins over the usual
    names. `on_bytes` is called with the number of bytes dealt with since its last call; over a whole run these add up
    to :func:`size`. `on_notice` hears of articles that were read with a flaw, such as a date that cannot be read.
    `fetch` gets an address (see :func:`index.reading.fetching.fetch`).

    Memory is that of the largest record (or one-article file), whatever the size of the corpus. Bad input raises
    nothing. Raises ValueError at once for a field in `fields` that articles do not have.
    """
    names = Names(fields)
    return _read(sources, names, on_bytes, on_notice, fetch)


def _read(
    sources: Iterable[str | Path],
    names: Names,
    on_bytes: Callable[[int], None] | None,
    on_notice: Callable[[Notice], None] | None,
    fetch: Fetch,
) -> Iterator[Article | Rejection]:
    for entry in walk(sources, on_bytes, fetch):
        if isinstance(entry, Entry):
            yield from _articles(entry, names, on_notice)
        else:
            yield entry


def _articles(entry: Entry, names: Names, on_notice: Callable[[Notice], None] | None) -> Iterator[Article | Rejection]:
    found = False
    try:
        for record in reader(entry, names)(entry, names):
            found = True
            yield record if isinstance(record, Rejection) else names.article(record, on_notice)
    except (*DAMAGE, Unreadable) as error:
        yield Rejection(entry.place, damaged(error))
        return
    if not found:
        yield Rejection(entry.place, "no article in it")
