"""One article a file: plain text, and Markdown with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.reading.encoding import decode
from index.reading.fields import Names
from index.reading.records import Record, Unreadable
from index.reading.streams import Entry
from index.vocabulary import Rejection

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<head>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_PAIR = re.compile(r"^(?P<name>[^\s:#][^:\n]{0,60}?)\s*:[ \t]+(?P<value>\S[^\r\n]*)", re.M)
_HEADING = re.compile(r"(?:[ \t]*\r?\n)*# +(?P<title>[^\r\n]{1,300}?)[ \t]*#*[ \t]*(?:\r?\n[ \t]*)*(?:\r?\n|\Z)")
_FIRST_LINE = re.compile(r"\s*(?P<title>\S[^\r\n]{0,150})\r?\n[ \t]*\r?\n\s*\S")
# A line that ends so is a sentence of the article rather than its title.
_SENTENCE_END = (".", "،", "؛", ",", ";", ":", "…")


def read(entry: Entry, names: Names) -> Iterator[Record | Rejection]:
    """The file's one article. Raises Unreadable for bytes that are no text."""
    text = decode(entry.data(), entry.charset)
    if _binary(text):
        raise Unreadable("not a text: most of it is control characters")
    values = markdown(text) if entry.suffix in (".md", ".markdown") else {"title": title(text), "text": text}
    if entry.url:
        values.setdefault("url", entry.url)
    yield Record(entry.place, values, ours=True)


def markdown(text: str) -> dict[str, object]:
    """The front matter's values, the title, and the text that follows, exactly as it stands.

    Where nothing would be left of the text, it is kept whole.
    """
    values: dict[str, object] = {}
    rest = text
    if match := _FRONT.match(text):
        for pair in _PAIR.finditer(match["head"]):
            values[pair["name"]] = pair["value"].strip().strip("\"'«»")
        rest = text[match.end() :]
    if match := _HEADING.match(rest):
        values.setdefault("title", match["title"])
        rest = rest[match.end() :]
    # The matter's own "text" or "body" is not the article's.
    values = {name: value for name, value in values.items() if name.casefold() not in ("text", "body", "content")}
    return {**values, "text": rest if rest.strip() else text}


def title(text: str) -> str:
    """The first line of `text`, where it is short, no sentence, and a blank line sets it off; else nothing."""
    match = _FIRST_LINE.match(text)
    if not match:
        return ""
    found = match["title"].strip()
    return "" if found.endswith(_SENTENCE_END) else found


def _binary(text: str) -> bool:
    head = text[:65536]
    wrong = sum(head.count(chr(code)) for code in range(32) if code not in (9, 10, 11, 12, 13, 26, 27))
    return wrong > 0.3 * len(head)
