"""Web pages: the article without menus and advertisements, found by trafilatura, and the page's own metadata."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from index.reading.encoding import decode
from index.reading.fields import Names
from index.reading.records import Record, Unreadable
from index.reading.streams import Entry
from index.vocabulary import Rejection

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BLOCKS = frozenset(
    "address article blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li".split()
)
_UNSEEN = frozenset(["script", "style", "noscript", "template", "head"])


def read(entry: Entry, names: Names) -> Iterator[Record | Rejection]:
    """The page's one article. Raises Unreadable where none is found, or bytes cannot be decoded."""
    from trafilatura import bare_extraction

    # It logs as errors what is reported here as a Rejection.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    data = entry.data()
    page = decode(data, entry.charset or declared(data))
    try:
        document = bare_extraction(
            _XML_DECLARATION.sub("", page),
            url=entry.url or None,
            with_metadata=True,
            include_comments=False,
            # Only what the page declares: a search of the text takes any year it finds for the day of publication.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # the parsers below raise many kinds for pages that are none
        raise Unreadable(f"not a page that can be read: {error}") from error
    found = document if isinstance(document, dict) else document.as_dict() if document is not None else {}
    text = found.get("text") or ""
    first, _, rest = text.partition("\n")
    if rest.strip() and first.strip() == (found.get("title") or "").strip():
        text = rest  # the heading, which is the title already
    if not text.strip():
        raise Unreadable("no article is found in the page")
    yield Record(
        entry.place,
        {
            "text": text,
            "title": found.get("title"),
            "date": found.get("date"),
            "source": found.get("sitename") or found.get("hostname"),
            "url": entry.url or found.get("url"),
            "author": found.get("author"),
            "category": found.get("categories") or None,
        },
        ours=True,
    )


def declared(data: bytes) -> str:
    """The encoding that a page or feed names in its first bytes; empty where it names none."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else ""


def stripped(markup: str) -> str:
    """The text of a piece of HTML: a line a block, entities resolved, scripts left out."""
    from lxml import etree, html

    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        root = html.fragment_fromstring(_XML_DECLARATION.sub("", markup).replace("\x00", ""), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return re.sub(r"<[^<>]*>", " ", markup).strip()
    pieces: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        seen = isinstance(node.tag, str) and node.tag not in _UNSEEN
        if event == "start":
            if node.tag in _BLOCKS or node.tag == "p":
                pieces.append("\n")
            if seen and node.text:
                pieces.append(node.text)
        else:
            if seen and node.tag in _BLOCKS | {"p"}:
                pieces.append("\n")
            if node.tail and node is not root:
                pieces.append(node.tail)
    lines = (" ".join(line.split(" ")).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
