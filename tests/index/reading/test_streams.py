from __future__ import annotations

import io

import pytest

from index.reading import streams
from index.reading.records import Unreadable
from index.reading.streams import Entry, Filled, damaged


class Drops(io.BytesIO):
    """Gives three bytes at a time, as sockets and decompressors do."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size or 3, 3))


def entry(inner: io.BytesIO) -> Entry:
    return Entry("a", "a.JSONL", io.BufferedReader(Filled(inner), 1000))


def test_a_sample_is_full_and_not_consumed() -> None:
    one = entry(Drops(b"abcdefgh" * 400))
    assert len(one.sample()) == 1000
    assert one.data() == b"abcdefgh" * 400
    assert one.suffix == ".jsonl"


def test_what_is_too_large_to_be_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "WHOLE_LIMIT", 5)
    assert entry(io.BytesIO(b"12345")).data() == b"12345"
    with pytest.raises(Unreadable, match="split it"):
        entry(io.BytesIO(b"123456")).data()


def test_a_limited_stream_stops() -> None:
    assert Filled(io.BytesIO(b"12345"), limit=5).read(5) == b"12345"
    with pytest.raises(Unreadable, match="bomb"):
        Filled(io.BytesIO(b"123456"), limit=5).read(6)


def test_damage_in_words() -> None:
    assert damaged(EOFError()) == "the file is cut off: what came before was read"
    assert damaged(PermissionError(13, "Permission denied")) == "Permission denied"
    assert damaged(Unreadable("x")) == "x"
