"""Which reader is for which file: by name first, by content where the name says nothing or the wrong thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module

from index.reading.archives import is_open_document
from index.reading.encoding import SAMPLE, detect
from index.reading.fields import Names
from index.reading.jsonl import is_record_line
from index.reading.records import Record, Unreadable
from index.reading.streams import Entry
from index.reading.table import delimiter, header_of
from index.vocabulary import Rejection

Reader = Callable[[Entry, Names], Iterator[Record | Rejection]]

_BY_SUFFIX = {
    "jsonl": ".jsonl .ndjson .json .jsonlines",
    "table": ".csv .tsv .tab",
    "plain": ".txt .text .md .markdown",
    "web": ".html .htm .xhtml",
    "feed": ".rss .atom .rdf",
    "pdf": ".pdf",
    "word": ".docx .docm",
    "trec": ".trec .sgml .sgm",
}
_MODULE = {suffix: module for module, suffixes in _BY_SUFFIX.items() for suffix in suffixes.split()}
_MEDIA = (
    ("html", "web"),
    ("rss", "feed"),
    ("atom", "feed"),
    ("json", "jsonl"),
    ("csv", "table"),
    ("tab-separated", "table"),
    ("pdf", "pdf"),
    ("wordprocessingml", "word"),
    ("markdown", "plain"),
)
_OTHER = {
    b"\xd0\xcf\x11\xe0": "an old Office file (.doc, .xls): save it as .docx or .csv",
    b"{\\rtf": "RTF: save it as .docx or .txt",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture, sound or film",
    b"SQLite format 3": "an SQLite database: export the articles as CSV",
    b"PAR1": "a Parquet file: export the articles as CSV or JSONL",
    b"Rar!": "a RAR archive: unpack it, or pack it as ZIP",
    b"7z\xbc\xaf": "a 7z archive: unpack it, or pack it as ZIP",
}
_OTHER_NAMES = {
    ".xlsx": "an Excel workbook: save it as .csv",
    ".ods": "a spreadsheet: save it as .csv",
    ".pptx": "slides: save them as .pdf",
    ".mhtml": "a web archive: save the page as .html",
    ".mht": "a web archive: save the page as .html",
}
_HTML = re.compile(
    r"(?>(?:<!--.*?-->|<\?xml[^>]*>|\s+)*)<(?:!doctype\s+html|html|head|body|meta|div|p|h1|table)\b[^<]*>", re.I | re.S
)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.I)
_MARKUP = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<![^>]*>\s*)*<[A-Za-z]")
_SURE_MARKUP = re.compile(r"<(?:\?xml|rss|feed|rdf:RDF|docs?|document|article|news)\b", re.I)
_JSON = re.compile(r'(?:\[\s*)?\{\s*"[^"\n]{1,80}"\s*:')


def reader(entry: Entry, names: Names) -> Reader:
    """The reader for `entry`. Raises Unreadable for an empty file and for formats that hold no text to be read."""
    sample = entry.sample()
    if not sample:
        raise Unreadable("the file is empty")
    for magic, reason in _OTHER.items():
        if sample.startswith(magic):
            raise Unreadable(f"not a format that is read: {reason}")
    if entry.suffix in _OTHER_NAMES:
        raise Unreadable(f"not a format that is read: {_OTHER_NAMES[entry.suffix]}")
    if is_open_document(sample):
        raise Unreadable("not a format that is read: an OpenDocument or EPUB file: save it as .docx or .txt")
    if sample[4:8] == b"ftyp" or sample.startswith((b"ID3", b"OggS", b"\x1aE\xdf\xa3")):
        raise Unreadable("not a format that is read: sound or film")
    found: Reader = import_module(f"index.reading.{_module(entry, sample, names)}").read
    return found


def _module(entry: Entry, sample: bytes, names: Names) -> str:
    if sample.startswith(b"%PDF-"):
        return "pdf"
    if sample.startswith(b"PK\x03\x04"):
        return "word"
    named = _MODULE.get(entry.suffix, "")
    for part, module in _MEDIA:
        if part in entry.media:
            named = module
            break
    if named in ("pdf", "word"):
        raise Unreadable(f"the name says {entry.suffix or entry.media}, the content is something else or damaged")
    if named in ("jsonl", "table", "web", "feed", "trec") and not (named == "web" and "xml" in entry.media):
        return named
    content = _sniffed(sample, names, certain=named == "plain")
    return content or named or "plain"


def _sniffed(sample: bytes, names: Names, *, certain: bool) -> str:
    """The module for what `sample` looks like; where `certain`, only for what plain text cannot look like."""
    name, mark = detect(sample, whole=len(sample) < SAMPLE)
    text = sample[mark:].decode(name, "replace").lstrip("\ufeff \t\r\n")
    if _HTML.match(text):
        return "web"
    if (_SURE_MARKUP if certain else _MARKUP).match(text):
        return "feed" if _FEED.search(text[:2000]) else "trec"
    first, _, rest = text.partition("\n")
    if is_record_line(first) or _JSON.match(text):
        return "jsonl"
    if certain or not rest:
        return ""
    cells = header_of(first, delimiter(sample, names))
    return "table" if len(cells) > 1 and "text" in names.find(cells) else ""
