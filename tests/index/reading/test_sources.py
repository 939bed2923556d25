from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.reading.sources import is_address, size, walk
from index.reading.streams import Entry
from index.vocabulary import Rejection


def names(*sources: str | Path) -> list[str]:
    return [entry.name if isinstance(entry, Entry) else entry.reason for entry in walk(sources)]


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("ب/2.txt", "ب/1.txt", "a.txt", ".hidden/x.txt", "ب/.DS_Store", "__MACOSX/a.txt", "x.json/inner.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("نص")
    assert names(tmp_path) == ["a.txt", "inner.json", "1.txt", "2.txt"]
    assert size([tmp_path]) == 4 * 4


def test_sources_that_are_not_there(tmp_path: Path) -> None:
    assert list(walk([tmp_path / "none.txt", tmp_path])) == [
        Rejection(str(tmp_path / "none.txt"), "no such file or folder"),
        Rejection(str(tmp_path), "the folder holds no file"),
    ]
    assert names("a\0b", "~nobody-of-that-name/x")[1] == "no such file or folder"
    assert size([tmp_path / "none.txt", "a\0b", "https://example.org/a"]) == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert names(tmp_path) == ["not a regular file"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="a superuser may read all")
def test_files_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0)
    assert names(tmp_path) == ["Permission denied"]


def test_a_name_in_an_old_encoding_can_be_shown(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xce\xc8\xd1.txt")).write_text("x")
    except OSError:
        pytest.skip("this file system takes no such names")
    (entry,) = walk([tmp_path])
    assert entry.place.encode()


def test_the_bytes_told_add_up_to_the_size(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_bytes(b"x" * 300_000)
    told: list[int] = []
    for entry in walk([tmp_path], told.append):
        assert isinstance(entry, Entry)
        if entry.name != "1.txt":  # one is not read at all
            entry.data()
    assert sum(told) == size([tmp_path]) == 900_000
    assert len(told) > 3


def test_addresses() -> None:
    assert is_address("https://example.org/feed")
    assert not is_address("folder/https.txt")
    assert names("ftp://example.org/a") == ["ftp: addresses are not fetched: only http and https are"]
