"""Packed files, opened in place: gzip, bzip2, xz and ZIP, and one archive within another."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from index.reading.encoding import SAMPLE, detect
from index.reading.records import Unreadable
from index.reading.streams import BOMB, DAMAGE, INFLATION, WHOLE_LIMIT, Entry, Filled, damaged
from index.vocabulary import Rejection

_PACKED: dict[str, Callable[[BinaryIO], object]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}


def unpack(entry: Entry, packed: int, depth: int = 0) -> Iterator[Entry | Rejection]:
    """`entry` itself, or what it holds where its first bytes are those of gzip, bzip2, xz or ZIP.

    `packed` is its size in bytes. An archive in an archive is opened, one deeper is reported.
    """
    try:
        head = entry.sample()
    except (*DAMAGE, Unreadable) as error:
        yield Rejection(entry.place, damaged(error))
        return
    kind = _packing(head)
    if kind and depth > 1:
        yield Rejection(entry.place, "an archive in an archive in an archive: unpack it first")
    elif kind == ".zip":
        yield from _members(entry, packed, depth)
    elif kind:
        inner = cast(BinaryIO, _PACKED[kind](cast(BinaryIO, entry.stream)))
        limit = max(WHOLE_LIMIT, INFLATION * packed)
        name = entry.name[: -len(kind)] if entry.name.lower().endswith(kind) else entry.name
        stream = io.BufferedReader(Filled(inner, limit=limit), SAMPLE)
        yield from unpack(Entry(entry.place, name, stream, "", entry.charset, entry.url), packed, depth + 1)
    else:
        yield entry


def _packing(head: bytes) -> str:
    for magic, kind in ((b"\x1f\x8b", ".gz"), (b"BZh", ".bz2"), (b"\xfd7zXZ\x00", ".xz")):
        if head.startswith(magic):
            return kind
    # Word files are ZIP archives too; their first members are known.
    if is_open_document(head):
        return ""
    office = head.startswith(b"PK\x03\x04") and (b"[Content_Types].xml" in head[:100] or b"word/" in head[:4000])
    return ".zip" if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not office else ""


def is_open_document(head: bytes) -> bool:
    """Whether a file that begins with `head` is a ZIP archive that names its type first, as ODT and EPUB do."""
    return head.startswith(b"PK\x03\x04") and b"mimetypeapplication/" in head[:120]


def _members(entry: Entry, packed: int, depth: int) -> Iterator[Entry | Rejection]:
    left = max(WHOLE_LIMIT, INFLATION * packed)  # for all of them: a thousand small bombs are one
    try:
        file = entry.stream if entry.stream.seekable() else io.BytesIO(entry.data())
        archive = zipfile.ZipFile(cast(BinaryIO, file))
    except (*DAMAGE, Unreadable, ValueError) as error:
        yield Rejection(entry.place, f"the ZIP archive cannot be opened: {damaged(error)}")
        return
    empty = True
    with archive:
        for member in archive.infolist():
            name = _member_name(member)
            if member.is_dir() or any(part.startswith((".", "__MACOSX")) for part in name.split("/") if part):
                continue
            empty = False
            place = f"{entry.place}!{name}"
            if member.flag_bits & 1:
                yield Rejection(place, "encrypted: unpack it first")
                continue
            limit = min(max(WHOLE_LIMIT, INFLATION * member.compress_size), left)
            if not limit:
                yield Rejection(entry.place, f"{BOMB}; read no further")
                return
            try:
                with archive.open(member) as inner:
                    filled = Filled(cast(BinaryIO, inner), limit=limit)
                    yield from unpack(
                        Entry(place, name, io.BufferedReader(filled, SAMPLE)), member.compress_size, depth + 1
                    )
                    left -= limit - filled.left
            except (*DAMAGE, ValueError) as error:
                yield Rejection(place, damaged(error))
    if empty:
        yield Rejection(entry.place, "the archive holds no file")


def _member_name(member: zipfile.ZipInfo) -> str:
    # Archivers that set no UTF-8 flag wrote the system's encoding, which zipfile takes for that of old DOS.
    if member.flag_bits & 0x800:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
        return raw.decode(detect(raw)[0])
    except (UnicodeError, Unreadable):
        return member.filename
