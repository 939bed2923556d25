from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from index.vocabulary import Article, Rejection

Read = Callable[..., list[Article | Rejection]]
ONE = '{"id": 1, "text": "قال الوزير: «نعم»."}'
TWO = '{"id": 2, "text": "ونفى الناطق ذلك."}'


def ids(found: list[Article | Rejection]) -> list[str]:
    return [item.id if isinstance(item, Article) else item.place for item in found]


@pytest.mark.parametrize("name", ["n.jsonl", "n.ndjson", "n.json", "n.txt", "n", "n.log"])
@pytest.mark.parametrize(
    "data",
    [
        f"{ONE}\n{TWO}\n",
        f"\ufeff{ONE}\r\n\r\n{TWO}",
        f"[{ONE}, {TWO}]",
        f"[\n{ONE},\n{TWO}\n]",
        f'{{"status": "ok", "articles": [{ONE}, {TWO}], "total": 2}}',
        f'{{\n  "data":\n  [{ONE},\n {TWO}]\n}}',
    ],
)
def test_shapes(read_file: Read, name: str, data: str) -> None:
    assert ids(read_file(name, data)) == ["1", "2"]


def test_one_object_over_several_lines(read_file: Read) -> None:
    data = json.dumps({"id": "x", "text": "نص.", "tags": ["أ"], "items": ["ليس مقالاً"]}, ensure_ascii=False, indent=2)
    assert ids(read_file("one.json", data)) == ["x"]


def test_objects_one_after_the_other_without_lines(read_file: Read) -> None:
    assert ids(read_file("c.json", f"{ONE}{TWO}")) == ["1", "2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
@pytest.mark.parametrize("shape", ["{}\n{}\n", "[{},{}]"])
def test_encodings(read_file: Read, encoding: str, shape: str) -> None:
    one = '{"id": 1, "text": "وأعلن المتحدث باسم الحكومة أن المجلس سيجتمع في العاصمة يوم الأحد."}'
    found = read_file("n.jsonl", shape.format(one, TWO).encode(encoding))
    assert ids(found) == ["1", "2"]
    assert isinstance(found[0], Article)
    assert found[0].text == "وأعلن المتحدث باسم الحكومة أن المجلس سيجتمع في العاصمة يوم الأحد."


def test_a_broken_line_rejects_that_line_only(read_file: Read) -> None:
    lines = [ONE.encode(), b'{"text": "cut', b'{"text": "\xe3\xe4"}', b"[1]", b"null", b"{}", TWO.encode()]
    assert read_file("n.jsonl", b"\n".join(lines))[1:-1] == [
        Rejection("n.jsonl:2", "not JSON: Unterminated string starting at (column 10)"),
        Rejection("n.jsonl:3", f"not valid UTF-8: byte 0xe3 at offset {len(ONE.encode()) + 25} of the file"),
        Rejection("n.jsonl:4", "a JSON number where an object was expected"),
        Rejection("n.jsonl:5", "a JSON null where an object was expected"),
        Rejection(
            "n.jsonl:6",
            "no field is known to hold the text; the fields are: none. Name the right one with --field text=NAME",
        ),
    ]


def test_a_broken_first_line(read_file: Read) -> None:
    assert ids(read_file("n.jsonl", f"{{broken\n{ONE}\n{TWO}\n")) == ["n.jsonl:1", "1", "2"]


def test_a_list_that_is_cut_off_gives_what_came_before(read_file: Read) -> None:
    found = read_file("n.json", f"[{ONE}, {TWO}, {{")
    assert ids(found) == ["1", "2", "n.json:#3"]
    assert isinstance(found[2], Rejection)
    assert "read no further" in found[2].reason


def test_surrogates(read_file: Read) -> None:
    found = read_file("n.jsonl", r'{"text": "خبر \ud83d\ude00 وآخر \ud83d"}')
    assert [item.text for item in found if isinstance(item, Article)] == ["خبر 😀 وآخر \ufffd"]


def test_raw_line_breaks_in_a_string_and_a_large_list(read_file: Read) -> None:
    many = ",\n".join(json.dumps({"id": n, "text": f"الخبر رقم {n} " * 50}, ensure_ascii=False) for n in range(900))
    found = read_file("n.json", f'{{"articles": [{many}], "x": 1}}')
    assert ids(found) == [str(n) for n in range(900)]


def test_nesting_without_end_is_rejected(read_file: Read) -> None:
    (found,) = read_file("n.json", "[" * 100_000)
    assert isinstance(found, Rejection)


def test_elasticsearch_hits(read_file: Read) -> None:
    assert ids(read_file("n.jsonl", '{"_index": "n", "_id": "e1", "_source": {"content": "نص."}}')) == ["e1"]


def test_newsapi_and_its_nested_source(read_file: Read) -> None:
    (found,) = read_file(
        "n.json",
        '{"status":"ok","totalResults":1,"articles":[{"source":{"id":null,"name":"هسبريس"},"author":null,'
        '"title":"ع","publishedAt":"2024-05-01T10:00:00Z","content":"أكد المتحدث ذلك."}]}',
    )
    assert isinstance(found, Article)
    assert (found.source, found.author, str(found.date)) == ("هسبريس", "", "2024-05-01")
