from __future__ import annotations

import io
import time

import pytest

from index.reading.fields import Names
from index.reading.formats import reader
from index.reading.records import Unreadable
from index.reading.streams import Entry, Filled


def kind(name: str, data: bytes, media: str = "") -> str:
    entry = Entry(name, name, io.BufferedReader(Filled(io.BytesIO(data)), 1 << 17), media)
    return reader(entry, Names()).__module__.rpartition(".")[2]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.jsonl", b"x", "jsonl"),
        ("a.CSV", b"x", "table"),
        ("a.txt", b"x", "plain"),
        ("a.md", b"# x", "plain"),
        ("a.htm", b"x", "web"),
        ("a.rss", b"x", "feed"),
        ("a.xml", b"<rss version='2.0'>", "feed"),
        ("a.xml", b"<?xml version='1.0'?>\n<!-- x --><rdf:RDF xmlns:rdf='x'>", "feed"),
        ("a.xml", b"<?xml version='1.0'?><DOC><TEXT>", "trec"),
        ("a.pdf", b"%PDF-1.4", "pdf"),
        ("a.txt", b"%PDF-1.4", "pdf"),
        ("a.txt", b'{"text": "x"}\n{"text": "y"}', "jsonl"),
        ("a.txt", b"<!DOCTYPE html><html>", "web"),
        ("a.txt", b"<DOC>\n<DOCNO>", "trec"),
        ("a.php", b"\xef\xbb\xbf \n<!-- x --><html lang=ar>", "web"),
        ("a.php", b"<div class='a'>x</div>", "web"),
        ("a", b'[\n {"text": "x"}]', "jsonl"),
        ("a", b"title,text\na,b\n", "table"),
        ("a", "عنوان؛ نص، وغيره\nسطر".encode(), "plain"),
        ("a.txt", "{قال} الوزير".encode(), "plain"),
        ("a.txt", "[خبر عاجل] قال".encode(), "plain"),
        ("a.log", b"text\nmore", "plain"),
        ("a", b"a\rb\nc", "plain"),
    ],
)
def test_by_name_then_by_content(name: str, data: bytes, expected: str) -> None:
    assert kind(name, data) == expected


@pytest.mark.parametrize(
    ("media", "data", "expected"),
    [
        ("text/html", b"<p>x", "web"),
        ("application/rss+xml", b"<rss>", "feed"),
        ("application/xml", b"<feed>", "feed"),
        ("application/json", b"[]", "jsonl"),
        ("text/csv", b"x", "table"),
        ("", b"<html>", "web"),
    ],
)
def test_by_the_servers_type(media: str, data: bytes, expected: str) -> None:
    assert kind("article-17", data, media) == expected


@pytest.mark.parametrize(
    "data",
    [
        *[
            b"",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff\xe0",
            b"{\\rtf1",
            b"\x00\x00\x00\x18ftypmp42",
            b"SQLite format 3\x00",
        ],
        b"PK\x03\x04" + 26 * b"\x00" + b"mimetypeapplication/vnd.oasis.opendocument.text",
    ],
)
def test_what_is_not_read(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"empty|not a format"):
        kind("a.dat", data)


@pytest.mark.parametrize("piece", [b"<!-- x --> ", b"<?xml ?>", b"<!", b"< ", b"{ ", b"[[", b'"', b"\xd9", b"<a "])
def test_no_content_makes_the_sniffing_slow(piece: bytes) -> None:
    begin = time.perf_counter()
    kind("a", b"<" + piece * (100_000 // len(piece)) + b"")
    assert time.perf_counter() - begin < 5
