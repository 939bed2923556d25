"""TREC-style files: ``<DOC><DOCNO>...</DOCNO><TITLE>...</TITLE><TEXT>...</TEXT></DOC>``, one document after another.

Such files look like XML and often are not (bare ampersands, several roots), so that no XML parser is asked: documents
are cut at their closing tag, and fields are the elements that stand in them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from index.reading.encoding import LINE_LIMIT, broken, lines
from index.reading.fields import Names
from index.reading.records import Record
from index.reading.streams import Entry
from index.vocabulary import Rejection

_DOCUMENT = r"(?:doc|document|article|news_?item|newsitem|record|item|row|news)"
_CLOSE = re.compile(rf"</{_DOCUMENT}\s*>", re.I)
_OPEN = re.compile(rf"<{_DOCUMENT}(?P<attributes>\s[^<>]*)?>", re.I)
_ELEMENT = re.compile(r"<(?P<name>[^\W\d][\w:.-]*)(?:\s[^<>]*)?(?<!/)>(?P<value>.*?)</(?P=name)\s*>", re.S | re.I)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.S)
_BREAK = re.compile(r"<(?:br|/p|/s|/seg|/paragraph|/para)\b[^<>]*>[ \t]*\r?\n?", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->|<[?!][^<>]*>", re.S)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)""")


def read(entry: Entry, names: Names) -> Iterator[Record | Rejection]:
    """The documents of the file, each with the line where it begins."""
    held: list[str] = []
    wrong, begin, size = "", 1, 0
    for number, (offset, line) in enumerate(lines(entry.stream, entry.sample()), 1):
        wrong = wrong or broken(line, offset)
        while match := _CLOSE.search(line):
            held.append(line[: match.end()])
            yield from _document("".join(held), f"{entry.place}:{begin}", wrong)
            held, wrong, begin, size, line = [], "", number, 0, line[match.end() :]
        if not line.strip() and not held:
            begin = number + 1
            continue
        held.append(line)
        size += len(line)
        if size > LINE_LIMIT:
            yield Rejection(f"{entry.place}:{begin}", f"no </DOC> within {LINE_LIMIT >> 20} MiB; read no further")
            return
    yield from _document("".join(held), f"{entry.place}:{begin}", wrong)


def _document(raw: str, place: str, wrong: str) -> Iterator[Record | Rejection]:
    if wrong:
        yield Rejection(place, wrong)
        return
    opened = list(_OPEN.finditer(raw))
    inner = raw[opened[0].end() :] if opened else raw
    values = _fields(_CLOSE.sub("", inner) if opened else inner)
    if opened:
        for name, double, single in _ATTRIBUTE.findall(opened[0]["attributes"] or ""):
            values.setdefault(name, html.unescape(double or single))
    if values:
        yield Record(place, values)
    elif _TAG.sub("", raw).strip() or opened:
        yield Rejection(place, "no document with fields: <DOC> <DOCNO> ... <TEXT> ... </DOC> was expected")


def _fields(inner: str, depth: int = 0) -> dict[str, object]:
    # A comment or a CDATA section may hold what looks like tags; CDATA is put back as text once the tags are found.
    literal: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literal.append(match[1])
        return f"\ue000{len(literal) - 1}\ue001"

    values: dict[str, object] = {}
    elements = list(_ELEMENT.finditer(_CDATA.sub(keep, inner)))
    # A root around the fields (<ArticleSet><article>...) is looked into.
    if len(elements) == 1 and depth < 3 and _ELEMENT.search(elements[0]["value"]) and not _known(elements[0]["name"]):
        return _fields(elements[0]["value"], depth + 1)
    for element in elements:
        text = html.unescape(_TAG.sub("", _BREAK.sub("\n", element["value"])))
        text = re.sub("\ue000(\\d+)\ue001", lambda match: literal[int(match[1])], text).strip()
        name = element["name"].rpartition(":")[2]
        # Several <TEXT> in one document are its parts.
        earlier = values.get(name)
        values[name] = f"{earlier}\n{text}" if earlier and text else earlier or text
    return values


def _known(name: str) -> bool:
    return bool(Names().find([name]))
