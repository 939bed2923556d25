"""Which encoding a run of bytes is in, and the text it holds.

The order is that of certainty: a byte order mark, the shape of UTF-16, strict UTF-8, the encoding that the document
declares, and last the two single-byte encodings of Arabic. Every byte means something in Windows-1256, so it is taken
only where the letters that come out look like Arabic (or French, whose accents it shares with Windows-1252).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from index.reading.records import Unreadable

SAMPLE = 1 << 17
"""The bytes on which the encoding of a stream is decided."""

LINE_LIMIT = 64 << 20
"""The bytes of the longest line that is read; a longer one is no line of text."""

# UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARABLE = re.compile(
    r"(?i)^(utf-?(8|16)|windows-?125\d|cp125\d|iso-?8859-?\d+|iso_8859-\d+|us-ascii|ascii|x?-?mac)"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_ARABIC = re.compile(r"[\u0620-\u065f\u066e-\u06d3]")
_ARTICLE = re.compile(r"(?<![\u0620-\u06d3])[وبف]?ال[\u0620-\u06d3]")
_ARABIC_WORD = re.compile(r"[\u0620-\u06d3]{2,}")
_FRENCH = frozenset("àâçèéêëîïôùûüœÀÂÇÈÉÊËÎÏÔÙÛÜŒ")


def detect(sample: bytes, *, whole: bool = True) -> tuple[str, int]:
    """The encoding of `sample` and the length in bytes of its byte order mark.

    `whole` is False where the sample is the beginning of something longer: a character cut at its end is no error.
    ASCII is reported as ``ascii``, because what follows may be in any of the others.
    Raises Unreadable, naming the byte, where no encoding fits.
    """
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name, len(mark)
    if wide := _utf16_shape(sample):
        return wide, 0
    if sample.isascii():
        return "ascii", 0
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(sample, final=whole)
        return "utf-8", 0
    except UnicodeDecodeError as error:
        first = error.start
    if _mostly_utf8(sample):
        return "utf-8", 0
    if name := _single_byte(sample):
        return name, 0
    raise Unreadable(
        f"not text in UTF-8, UTF-16, Windows-1256 or ISO-8859-6 (byte 0x{sample[first]:02x} at offset {first}): "
        "save it as UTF-8"
    )


def decode(data: bytes, declared: str = "") -> str:
    """The text of `data` without its byte order mark, newlines as they stand.

    `declared` is the encoding the document or its server names, if any; sure signs (a mark, valid UTF-8) overrule it,
    as pages are often declared wrongly. Raises Unreadable with the offset of the first byte that cannot be decoded.
    """
    if declared and _DECLARABLE.match(declared) and not _sure(data):
        # Browsers read Latin-1 as its superset Windows-1252.
        name = "cp1252" if re.fullmatch(r"(?i)iso-?8859-?1|us-ascii|ascii", declared) else declared
        try:
            return data.decode(name)
        except (LookupError, UnicodeError):
            pass
    name, mark = detect(data)
    try:
        return data[mark:].decode(name, "surrogatepass" if name.startswith("utf-16") else "strict")
    except UnicodeDecodeError as error:
        at = mark + error.start
        raise Unreadable(f"not valid {name.upper()}: byte 0x{data[at]:02x} at offset {at}") from error


def lines(stream: BinaryIO, sample: bytes) -> Iterator[tuple[int, str]]:
    """Each line of `stream` with the byte offset where it begins, its newline kept, the byte order mark dropped.

    `sample` is the stream's beginning, not yet consumed. A byte that cannot be decoded becomes a lone surrogate
    (``surrogateescape``), so that the caller can reject its line and go on: see :func:`broken`. Memory is that of
    the longest line. Raises Unreadable where no encoding fits, or a line is longer than LINE_LIMIT bytes.
    """
    name, mark = detect(sample, whole=len(sample) < SAMPLE)
    stream.read(mark)
    offset = mark
    if name.startswith(("utf-16", "utf-32")):
        yield from _wide_lines(stream, name, offset)
        return
    while line := stream.readline(LINE_LIMIT + 1):
        if len(line) > LINE_LIMIT:
            raise Unreadable(f"the line that begins at byte {offset} is longer than {LINE_LIMIT >> 20} MiB")
        try:
            text = line.decode(name)
        except UnicodeDecodeError:
            if name == "ascii":
                # The first byte beyond ASCII: only now can the encoding be told.
                try:
                    name = detect(line)[0]
                except Unreadable:
                    name = "utf-8"
            text = line.decode(name, "surrogateescape")
        yield offset, text
        offset += len(line)


def broken(line: str, offset: int) -> str:
    """Why `line`, which begins at byte `offset` of its file, cannot be decoded; empty where it can.

    The offset is exact for UTF-8, the only encoding :func:`lines` gives in which bytes can be wrong.
    """
    try:
        line.encode()
    except UnicodeEncodeError as error:
        if not "\udc80" <= line[error.start] <= "\udcff":
            return ""
        at = offset + len(line[: error.start].encode("utf-8", "surrogateescape"))
        return f"not valid UTF-8: byte 0x{ord(line[error.start]) - 0xDC00:02x} at offset {at} of the file"
    return ""


def _wide_lines(stream: BinaryIO, name: str, offset: int) -> Iterator[tuple[int, str]]:
    errors = "surrogatepass" if name.startswith("utf-16") else "replace"
    decoder = codecs.getincrementaldecoder(name)(errors)
    rest = ""
    while True:
        chunk = stream.read(SAMPLE)
        try:
            rest += decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            raise Unreadable(f"not valid {name.upper()}: cut off in the middle of a character") from error
        pieces = rest.split("\n")
        rest = pieces.pop()
        for piece in pieces:
            yield offset, piece + "\n"
            offset += len((piece + "\n").encode(name, "surrogatepass"))
        if len(rest) > LINE_LIMIT:
            raise Unreadable(f"the line that begins at byte {offset} is longer than {LINE_LIMIT >> 20} MiB")
        if not chunk:
            break
    if rest:
        yield offset, rest


def _sure(data: bytes) -> bool:
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _utf16_shape(sample: bytes) -> str:
    # Arabic letters are U+06xx and Latin ones U+00xx: every second byte is 06 or 00, and the ones between are not.
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    high = (b"\x00", b"\x06")
    even = sum(sample[: 2 * pairs : 2].count(byte) for byte in high) / pairs
    odd = sum(sample[1 : 2 * pairs : 2].count(byte) for byte in high) / pairs
    if odd > 0.7 and even < 0.2:
        return "utf-16-le"
    if even > 0.7 and odd < 0.2:
        return "utf-16-be"
    return ""


def _mostly_utf8(sample: bytes) -> bool:
    # UTF-8 with a few broken bytes must not be read as Windows-1256: bytes of that seldom form sequences of UTF-8.
    text = sample.decode("utf-8", "surrogateescape")
    wrong = len(re.findall(r"[\udc80-\udcff]", text))
    right = sum(1 for character in text if character > "\x7f") - wrong
    return right > 2 * wrong


def _single_byte(sample: bytes) -> str:
    best, name = -1.0, ""
    for candidate in ("cp1256", "iso-8859-6"):
        try:
            text = sample.decode(candidate)
        except UnicodeDecodeError:
            continue
        if (score := _plausibility(text)) > best:
            best, name = score, candidate
    return name


def _plausibility(text: str) -> float:
    # The share of words that open with the definite article, or -1 where the text cannot be Arabic.
    if _CONTROL.search(text):
        return -1
    foreign = [character for character in text if character > "\x7f" and character.isalpha()]
    arabic = len(_ARABIC.findall(text))
    if arabic >= 0.6 * len(foreign) and arabic:
        words = len(_ARABIC_WORD.findall(text))
        definite = len(_ARTICLE.findall(text)) / words if words else 0.0
        return definite if definite > 0.02 or words < 20 else -1
    letters = sum(character.isalpha() for character in text)
    french = all(character in _FRENCH for character in foreign) and len(foreign) < 0.2 * letters
    return 0.0 if french else -1
