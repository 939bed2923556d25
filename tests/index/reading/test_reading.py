from __future__ import annotations

import gzip
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.reading import Notice, read, size
from index.vocabulary import Article, Rejection


def test_mixed_sources_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص أول", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "نص ثانٍ", "date": "غداً"}\n{oops\n', encoding="utf-8")
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n")
    told: list[int] = []
    notices: list[Notice] = []
    found = list(read([tmp_path, tmp_path / "none"], on_bytes=told.append, on_notice=notices.append))
    assert [item.text if isinstance(item, Article) else Path(item.place).name for item in found] == [
        "نص أول",
        "نص ثانٍ",
        "b.jsonl:2",
        "c.png",
        "none",
    ]
    assert sum(told) == size([tmp_path])
    assert [Path(notice.place).name for notice in notices] == ["b.jsonl:1"]


def test_an_unknown_field_is_an_error_at_once() -> None:
    with pytest.raises(ValueError, match="no field 'body'"):
        read([], fields={"body": "x"})


def test_reading_is_lazy_and_its_memory_does_not_grow(tmp_path: Path) -> None:
    line = json.dumps({"text": "قال الوزير إن القمة ستنعقد. " * 40}, ensure_ascii=False).encode() + b"\n"
    with gzip.open(tmp_path / "big.jsonl.gz", "wb", compresslevel=1) as file:
        for _ in range(10_000):
            file.write(line)
    tracemalloc.start()
    try:
        articles: Iterator[Article | Rejection] = read([tmp_path])
        next(articles)
        assert sum(isinstance(item, Article) for item in articles) == 9_999
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 8 << 20 < 10_000 * len(line)


NAMES = ["a.jsonl", "a.json", "a.csv", "a.txt", "a.md", "a.html", "a.rss", "a.xml", "a.trec", "a.pdf", "a.docx", "a"]
PIECES = [
    *[
        b"\x1f\x8b\x08\x00",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"%PDF-1.4\n",
        b"BZh9",
        b"\xfd7zXZ\x00",
        b"\xff\xfe",
        b"\xfe\xff",
    ],
    *[
        b"<DOC>",
        b"</DOC>",
        b"<TEXT>",
        b"</TEXT>",
        b"<![CDATA[",
        b"<html><p>",
        b"<rss>",
        b"<item>",
        b"&#xd800;",
        b"<?xml",
    ],
    *[b'{"text":', b'"\\ud83d"', b"[", b"]", b"}", b"{", b",", b'"', b"text,title\n", b"\x00", b"---\ntitle: x\n---\n"],
    *[b"\xc7\xe1", "قال الوزير".encode(), b"\n", b"\r", b"\xd9", b'{"date": 1e999, "text": "x"}', b"1" * 5000],
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(NAMES),
    data=st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(PIECES), max_size=12).map(b"".join)),
    packed=st.booleans(),
)
def test_no_bytes_raise_and_every_source_gives_something(tmp_path: Path, name: str, data: bytes, packed: bool) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if packed else data)
    found = list(read([path]))
    assert found
    for item in found:
        if isinstance(item, Article):
            assert item.text.strip()
            json.dumps([item.text, item.id, item.title], ensure_ascii=False).encode()
        else:
            assert item.reason
            item.place.encode()
