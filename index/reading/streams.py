"""A file's bytes under a name, wherever they lie, and what can go wrong in reading them."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from index.reading.encoding import SAMPLE
from index.reading.records import Unreadable

WHOLE_LIMIT = 256 << 20
"""The bytes of the largest file of a format that must be held in memory whole (a page, a PDF, a nested archive)."""

INFLATION = 200
"""An archive that grows to more than this multiple of its size, and beyond WHOLE_LIMIT, is taken for a bomb."""

BOMB = f"it unpacks to more than {INFLATION} times its size: taken for an archive bomb"

DAMAGE = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError, RuntimeError)
"""What Python's archive modules raise for files that are damaged, cut off, encrypted or of an unknown method."""


@dataclass(slots=True)
class Entry:
    """One file's bytes with its place (what a person is shown) and its name (what tells the format).

    `media` and `charset` are what a server said; `url` is where a page was fetched.
    """

    place: str
    name: str
    stream: io.BufferedReader[Filled]
    media: str = ""
    charset: str = ""
    url: str = ""

    @property
    def suffix(self) -> str:
        """The name's last extension, in lower case: ``.jsonl``."""
        return Path(self.name).suffix.lower()

    def sample(self) -> bytes:
        """The stream's first SAMPLE bytes (all, where it is shorter), not consumed. Call it before reading on."""
        return self.stream.peek(SAMPLE)[:SAMPLE]

    def data(self) -> bytes:
        """All the bytes. Raises Unreadable beyond WHOLE_LIMIT."""
        data = self.stream.read(WHOLE_LIMIT + 1)
        if len(data) > WHOLE_LIMIT:
            raise Unreadable(f"larger than {WHOLE_LIMIT >> 20} MiB: split it, or turn it into JSONL, which is streamed")
        return data


class Filled(io.RawIOBase):
    """A raw stream that fills each request as far as it can, counts what was taken, and stops at a limit."""

    def __init__(self, inner: BinaryIO, count: Callable[[int], None] | None = None, limit: int = 0) -> None:
        self._inner, self._count, self._left, self._limited = inner, count, limit, bool(limit)
        # Decompressors lose the last good bytes in `read` when damage follows; `read1` gives them.
        self._read: Callable[[int], bytes] = getattr(inner, "read1", inner.read)
        self._failure: Exception | None = None

    @property
    def left(self) -> int:
        """The bytes that may still be read, of a stream with a limit."""
        return max(0, self._left)

    def readable(self) -> bool:  # noqa: D102 - as in io.RawIOBase, like those below
        return True

    def seekable(self) -> bool:  # noqa: D102
        return not self._limited and self._inner.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:  # noqa: D102
        return self._inner.seek(offset, whence)

    def tell(self) -> int:  # noqa: D102
        return self._inner.tell()

    def readinto(self, buffer: object) -> int:  # noqa: D102
        view = memoryview(cast(bytearray, buffer))
        filled = 0
        if self._failure:
            raise self._failure
        try:
            while filled < len(view) and (piece := self._read(len(view) - filled)):
                view[filled : filled + len(piece)] = piece
                filled += len(piece)
        except DAMAGE as error:
            # What came before the damage is given first.
            if not filled:
                raise
            self._failure = error
        if self._count:
            self._count(filled)
        if self._limited:
            self._left -= filled
            if self._left < 0:
                raise Unreadable(BOMB)
        return filled


def damaged(error: Exception) -> str:
    """Why a file could not be read on, in words."""
    if isinstance(error, Unreadable):
        return str(error)
    if isinstance(error, EOFError):
        return "the file is cut off: what came before was read"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return f"the file is damaged: {error}"
