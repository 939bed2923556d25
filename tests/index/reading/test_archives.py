from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from index.reading import archives, read, size, streams
from index.vocabulary import Article, Rejection

Read = Callable[..., list[Article | Rejection]]
LINES = "".join(f'{{"id": {n}, "text": "الخبر رقم {n} من وكالة الأنباء."}}\n' for n in range(2000)).encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def outcome(found: list[Article | Rejection]) -> list[str]:
    return [f"{item.place}: {item.reason}" if isinstance(item, Rejection) else item.text for item in found]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl.gz", gzip.compress(LINES)),
        ("a.jsonl", gzip.compress(LINES)),
        ("a.GZ", gzip.compress(LINES)),
        ("a.jsonl.bz2", bz2.compress(LINES)),
        ("a.jsonl.xz", lzma.compress(LINES)),
        ("a.zip", zipped({"f/a.jsonl": LINES})),
        ("a.zip", zipped({"a.jsonl.gz": gzip.compress(LINES)})),
        ("a.zip", zipped({"b.zip": zipped({"a.jsonl": LINES})})),
        ("a.zip.gz", gzip.compress(zipped({"a.jsonl": LINES}))),
    ],
)
def test_packed_files(read_file: Read, name: str, data: bytes) -> None:
    assert len([item for item in read_file(name, data) if isinstance(item, Article)]) == 2000


def test_members_are_named_and_hidden_ones_passed_over(read_file: Read) -> None:
    data = zipped({"f/": b"", "f/a.txt": b"\xd9\x86\xd8\xb5", "__MACOSX/f/._a.txt": b"x", "f/.x": b"x", "b.txt": b""})
    assert outcome(read_file("z.zip", data)) == ["نص", "z.zip!b.txt: the file is empty"]


def test_a_deeper_archive_is_reported(read_file: Read) -> None:
    data = zipped({"b.zip": zipped({"c.zip": zipped({"a.txt": b"x"})}), "a.txt": "نص".encode()})
    assert outcome(read_file("z.zip", data)) == [
        "z.zip!b.zip!c.zip: an archive in an archive in an archive: unpack it first",
        "نص",
    ]


def test_a_truncated_gzip_gives_what_came_before(read_file: Read) -> None:
    packed = gzip.compress(LINES)
    found = read_file("a.jsonl.gz", packed[: len(packed) // 2])
    assert sum(isinstance(item, Article) for item in found) > 300
    assert outcome(found)[-1] == "a.jsonl.gz: the file is cut off: what came before was read"


def test_damaged_archives(read_file: Read) -> None:
    packed = bytearray(gzip.compress(LINES))
    packed[len(packed) // 2] ^= 0xFF
    assert "damaged" in outcome(read_file("a.jsonl.gz", bytes(packed)))[-1]
    whole = zipped({"a.jsonl": LINES, "b.txt": b"x"})
    assert outcome(read_file("a.zip", whole[: len(whole) // 2])) == [
        "a.zip: the ZIP archive cannot be opened: the file is damaged: File is not a zip file"
    ]
    assert outcome(read_file("e.zip", zipped({}))) == ["e.zip: the archive holds no file"]


def test_a_damaged_member_does_not_take_the_others_with_it(read_file: Read) -> None:
    data = bytearray(zipped({"a.txt": "نص أول طويل بما يكفي".encode() * 50, "b.txt": "نص ثانٍ".encode()}))
    data[60] ^= 0xFF
    first, second = outcome(read_file("z.zip", bytes(data)))
    assert first.startswith("z.zip!a.txt: the file is damaged")
    assert second == "نص ثانٍ"


def test_encrypted_members(read_file: Read) -> None:
    data = bytearray(zipped({"a.txt": b"x"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert outcome(read_file("z.zip", bytes(data))) == ["z.zip!a.txt: encrypted: unpack it first"]


@pytest.mark.parametrize("encoding", ["cp1256", "utf-8"])
def test_names_without_a_declared_encoding(read_file: Read, encoding: str) -> None:
    plain = zipped({"N" * len("أخبار الجزائر.txt".encode(encoding)): b" "})
    raw = plain.replace(b"N" * len("أخبار الجزائر.txt".encode(encoding)), "أخبار الجزائر.txt".encode(encoding))
    assert outcome(read_file("z.zip", raw)) == ["z.zip!أخبار الجزائر.txt: the text (text) is empty"]


def test_bombs(read_file: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "WHOLE_LIMIT", 1000)
    monkeypatch.setattr(streams, "WHOLE_LIMIT", 1000)
    bomb = b"\n" * 1_000_000
    reason = "it unpacks to more than 200 times its size: taken for an archive bomb"
    assert outcome(read_file("a.jsonl.gz", gzip.compress(bomb))) == [f"a.jsonl.gz: {reason}"]
    assert outcome(read_file("a.zip", zipped({"b.jsonl": bomb}))) == [f"a.zip!b.jsonl: {reason}"]


def test_many_small_bombs_are_one(read_file: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "WHOLE_LIMIT", 1000)
    monkeypatch.setattr(archives, "INFLATION", 2)
    found = outcome(read_file("a.zip", zipped({f"{n}.txt": b"x" * 900 for n in range(9)})))
    assert found[-1] == "a.zip: it unpacks to more than 200 times its size: taken for an archive bomb; read no further"
    assert len(found) < 9


def test_progress_over_an_archive_adds_up(tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    path.write_bytes(zipped({f"{n}.jsonl": LINES for n in range(5)}))
    told: list[int] = []
    assert len(list(read([path], on_bytes=told.append))) == 10_000
    assert sum(told) == size([path])
