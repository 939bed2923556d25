"""From paths and addresses to named byte streams: folders are walked, archives opened in place, pages fetched.

Nothing is written to disk, and only one stream is open at a time.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from index.reading.archives import unpack
from index.reading.encoding import SAMPLE
from index.reading.records import Unreadable
from index.reading.streams import Entry, Filled
from index.vocabulary import Rejection

Fetch = Callable[[str], Entry]
"""What gets the bytes behind an address. Raises Unreadable."""


def fetch_address(url: str) -> Entry:
    """What lies at `url`, whichever machine that is on (see :func:`index.reading.fetching.fetch`)."""
    from index.reading.fetching import fetch

    return fetch(url)


def size(sources: Iterable[str | Path]) -> int:
    """The total size of `sources` in bytes as they lie on disk, packed files as packed; addresses count nothing."""
    return sum(_size(path) for source in sources if not is_address(source) for path in _files(_path(source)))


def is_address(source: str | Path) -> bool:
    """Whether `source` is an internet address rather than a path (``ftp:`` ones too, though they are not fetched)."""
    return isinstance(source, str) and "://" in source[:12]


def walk(
    sources: Iterable[str | Path], on_bytes: Callable[[int], None] | None = None, fetch: Fetch = fetch_address
) -> Iterator[Entry | Rejection]:
    """Every readable file of `sources`, in order; folders recursively, sorted, without hidden files.

    An Entry must be read before the next one is asked for. `on_bytes` is called with the number of bytes of `sources`
    that were dealt with since the last call; over a run these add up to :func:`size`. `fetch` gets the addresses.
    """
    count = on_bytes or (lambda number: None)
    for source in sources:
        if is_address(source):
            try:
                entry = fetch(str(source))
            except Unreadable as error:
                yield Rejection(str(source), str(error))
            else:
                yield from unpack(entry, len(entry.sample()))
            continue
        path = _path(source)
        found = False
        for file in _files(path):
            found = True
            if isinstance(file, Rejection):
                yield file
            else:
                yield from _open(file, count, asked_for=file == path)
        if not found:
            yield Rejection(_shown(path), "the folder holds no file")


def _path(source: str | Path) -> Path:
    try:
        return Path(source).expanduser()
    except RuntimeError:  # "~name" where nobody has that name
        return Path(source)


def _shown(path: object) -> str:
    # A name in an old encoding comes as lone surrogates, which can be neither printed nor stored.
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _files(path: Path) -> Iterator[Path | Rejection]:
    if not path.is_dir():
        yield path
        return
    denied: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=denied.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__MACOSX")
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder, name)
        while denied:
            error = denied.pop()
            yield Rejection(_shown(error.filename), f"the folder cannot be opened: {error.strerror}")
    for error in denied:
        yield Rejection(_shown(error.filename), f"the folder cannot be opened: {error.strerror}")


def _size(path: Path | Rejection) -> int:
    try:
        return 0 if isinstance(path, Rejection) else path.stat().st_size
    except (OSError, ValueError):
        return 0


def _open(path: Path, count: Callable[[int], None], *, asked_for: bool) -> Iterator[Entry | Rejection]:
    try:
        status = path.stat()
        if not asked_for and not stat.S_ISREG(status.st_mode):
            yield Rejection(_shown(path), "not a regular file")
            return
        file = path.open("rb", buffering=0)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        found = not isinstance(error, FileNotFoundError)
        reason = getattr(error, "strerror", "") or str(error) if found else "no such file or folder"
        yield Rejection(_shown(path), reason)
        return
    with file, _remainder(count, status.st_size) as counted:
        stream = io.BufferedReader(Filled(cast(BinaryIO, file), counted), SAMPLE)
        yield from unpack(Entry(_shown(path), path.name, stream), status.st_size)


@contextmanager
def _remainder(count: Callable[[int], None], total: int) -> Iterator[Callable[[int], None]]:
    # A ZIP is read here and there and some bytes twice or never; what is told still adds up to the file's size.
    left = total

    def counted(number: int) -> None:
        nonlocal left
        number = min(number, left)
        left -= number
        if number:
            count(number)

    try:
        yield counted
    finally:
        counted(left)
