"""TREC-style files: ``<DOC><DOCNO>...</DOCNO><TITLE>...</TITLE><TEXT>...</TEXT></DOC>``, one document after another.

Such files look like XML and often are not (bare ampersands, several roots), so that no XML parser is asked: documents
are cut at their closing tag, and fields are the elements that stand in them.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from index.reading.encoding import LINE_LIMIT, broken, lines
from index.reading.fields import Names
from index.reading.records import Record
from index.reading.streams import Entry
from index.reading.web import stripped
from index.vocabulary import Rejection

_DOCUMENT = r"(?:doc|document|article|news_?item|newsitem|record|item|row|news)"
_CLOSE = re.compile(rf"</{_DOCUMENT}\s*>", re.I)
_OPEN = re.compile(rf"<{_DOCUMENT}(?P<attributes>\s[^<>]*)?>", re.I)
_ANY_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[^\W\d][\w:.-]*)(?:\s[^<>]*)?(?<!/)>")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_BREAK = re.compile(r"<(?:br|/p|/s|/seg|/paragraph|/para)\b[^<>]*>[ \t]*\r?\n?", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.{0,9999}?-->|<[?!][^<>]*>", re.S)
_MARKUP = re.compile(r"</(?:p|div|span|b|strong|a|li)>|<(?:br|p)\s*/?>", re.I)


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
    raw = _literal(raw)
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
    elements = list(_elements(inner))
    # A root around the fields (<ArticleSet><article>...) is looked into.
    if len(elements) == 1 and depth < 3:
        (name, value), *_ = elements
        within = [inner_name for inner_name, _ in _elements(value)]
        if within and (not _known([name]) or "text" in Names().find(within)):
            return _fields(value, depth + 1)
    values: dict[str, object] = {}
    for name, value in elements:
        text = html.unescape(_TAG.sub("", _BREAK.sub("\n", value))).strip()
        if _MARKUP.search(text):  # HTML within a CDATA section
            text = stripped(text)
        # Several <TEXT> in one document are its parts.
        earlier = values.get(name)
        values[name] = f"{earlier}\n{text}" if earlier and text else earlier or text
    return values


def _elements(inner: str) -> Iterator[tuple[str, str]]:
    """The outermost elements, each with what stands in it; an opening tag that nothing closes is passed over."""
    tags = list(_ANY_TAG.finditer(inner))
    closing: dict[str, list[int]] = {}
    for tag in tags:
        if tag["slash"]:
            closing.setdefault(tag["name"].casefold(), []).append(tag.start())
    end = 0
    for tag in tags:
        ends = closing.get(tag["name"].casefold(), [])
        at = bisect_left(ends, tag.end())
        if not tag["slash"] and tag.start() >= end and at < len(ends):
            yield tag["name"].rpartition(":")[2], inner[tag.end() : ends[at]]
            end = ends[at]


def _literal(raw: str) -> str:
    """`raw` with its CDATA sections escaped, that nothing in them is taken for a tag."""
    first, *sections = raw.split("<![CDATA[")
    pieces = [first]
    for section in sections:
        held, closed, rest = section.partition("]]>")
        pieces += [html.escape(held, quote=False), rest] if closed else [section]
    return "".join(pieces)


def _known(names: Iterable[str]) -> bool:
    return bool(Names().find(names))
