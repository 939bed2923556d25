"""PDF files: the text of their pages in the order of reading.

A PDF holds painted glyphs, and no library at hand gives Arabic back in order for all producers (ligatures come out
turned round, numbers misplaced). So only the glyphs and their places are taken from pdfplumber; lines are put in order
by :mod:`index.reading.bidi`, and lines that fill the page's width are joined to paragraphs.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.reading.bidi import backwards, inside_out, is_arabic, letters, logical
from index.reading.fields import Names
from index.reading.records import Record, Unreadable
from index.reading.streams import Entry
from index.vocabulary import Rejection

_Glyph = dict[str, Any]
_SENTENCE_END = re.compile(r"[.!?؟…:][\"»”)\]]*$")
# What programs write as a title where nobody gave one.
_FILE_NAME = re.compile(r"\.\w{2,5}\s*$|^Microsoft |^untitled|^about:", re.I)


@dataclass(frozen=True, slots=True)
class _Line:
    page: int
    y: float
    size: float
    width: float
    glyphs: tuple[str, ...]


def read(entry: Entry, names: Names) -> Iterator[Record | Rejection]:
    """The file's one article. Raises Unreadable for encrypted files, scans, and fonts that hide their letters."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    # Its warnings about fonts would fill the screen, and change nothing.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(entry.data())) as file:
            lines = [line for page in file.pages for line in _lines(page)]
            about = dict(file.metadata or {})
    except Unreadable:
        raise
    except Exception as error:  # the parser raises many kinds for damaged files, and wraps some
        cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
        if isinstance(cause, PDFPasswordIncorrect):
            raise Unreadable("the PDF is encrypted: save it without its password") from error
        raise Unreadable(f"not a PDF that can be read: {cause or type(cause).__name__}") from error
    text = _text(lines)
    if not text.strip():
        raise Unreadable("the PDF holds no text (scanned pages?): recognise its text (OCR) first")
    unknown = len(re.findall(r"\(cid:\d+\)|[\ufffd\ue000-\uf8ff]", text))
    if unknown > 0.1 * len(re.sub(r"\(cid:\d+\)", "x", text)):
        raise Unreadable("the PDF's fonts do not tell which letters they show: recognise its text (OCR) first")
    title = str(about.get("Title") or "")
    if not title.strip() or _FILE_NAME.search(title):
        title = _heading(lines, text)
    yield Record(entry.place, {"text": text, "title": title, "author": about.get("Author")}, ours=True)


def _lines(page: Any) -> Iterator[_Line]:
    glyphs, marks = _letters_and_marks([glyph for glyph in page.chars if glyph["upright"] and glyph["text"]])
    rows: list[list[_Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph["matrix"][5]):
        # Fonts differ in height; what stands on one line is the baseline.
        if rows and abs(rows[-1][0]["matrix"][5] - glyph["matrix"][5]) < 0.3 * max(glyph["size"], 1):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    for row in rows:
        row.sort(key=lambda glyph: glyph["x0"])
        size, y = max(glyph["size"] for glyph in row), row[0]["matrix"][5]
        yield _Line(page.page_number, y, size, row[-1]["x1"] - row[0]["x0"], tuple(_spaced(row, marks)))


def _letters_and_marks(painted: Sequence[_Glyph]) -> tuple[list[_Glyph], dict[int, str]]:
    """The glyphs of letters, and by the identity of such a glyph the diacritics that it carries.

    Diacritics have no width and stand anywhere over their letter. The order of painting is surer than their place:
    they are painted beside it, before it where the line is painted from left to right.
    """
    bases = [glyph for glyph in painted if not _is_mark(glyph)]
    marks: dict[int, str] = {}
    behind = 0
    for glyph in painted:
        if not _is_mark(glyph):
            behind += 1
            continue
        before = bases[behind - 1] if behind else None
        after = bases[behind] if behind < len(bases) else None
        text = letters(glyph["text"]).strip()
        if after and (not before or before["x0"] < after["x0"]):
            marks[id(after)] = text + marks.get(id(after), "")
        elif before:
            marks[id(before)] = marks.get(id(before), "") + text
    return bases, marks


def _spaced(row: Sequence[_Glyph], marks: Mapping[int, str]) -> Iterator[str]:
    """The glyphs' letters from left to right, a blank wherever the page leaves the width of one."""
    last: _Glyph | None = None
    for glyph in row:
        blank = glyph["text"].isspace()
        if last and not blank and not last["text"].isspace() and glyph["x0"] - last["x1"] > 0.2 * glyph["size"]:
            yield " "
        if not (blank and last and last["text"].isspace()):
            yield letters(glyph["text"]).replace("\0", "") + marks.get(id(glyph), "")
        last = glyph


def _is_mark(glyph: _Glyph) -> bool:
    return all(unicodedata.category(character) == "Mn" for character in letters(glyph["text"]).strip() or "x")


def _text(lines: Sequence[_Line]) -> str:
    arabic = is_arabic("".join("".join(line.glyphs) for line in lines))

    def ordered(mirrored: bool) -> list[str]:
        return [
            logical(line.glyphs, right_to_left=arabic and _goes_left(line), mirrored=mirrored).strip() for line in lines
        ]

    texts = ordered(mirrored=False)
    if inside_out("\n".join(texts)) > 0:
        texts = ordered(mirrored=True)
    if backwards("\n".join(texts)):
        # A producer without Arabic typesetting painted the letters from left to right: that is their order.
        texts = ["".join(line.glyphs).strip() for line in lines]
    return _paragraphs(lines, texts)


def _heading(lines: Sequence[_Line], text: str) -> str:
    """The first line, where it is set larger than the rest."""
    sizes = sorted(line.size for line in lines)
    first, _, rest = text.partition("\n")
    return first if rest and len(first) < 200 and lines[0].size > 1.15 * sizes[len(sizes) // 2] else ""


def _goes_left(line: _Line) -> bool:
    text = "".join(line.glyphs).strip()
    return any(is_arabic(glyph) for glyph in line.glyphs) or text.startswith((".", "!", ":", "،", "؟"))


def _paragraphs(lines: Sequence[_Line], texts: Sequence[str]) -> str:
    widest = {line.page: 0.0 for line in lines}
    for line in lines:
        widest[line.page] = max(widest[line.page], line.width)
    pieces: list[str] = []
    for index, (line, text) in enumerate(zip(lines, texts, strict=True)):
        if not text:
            continue
        pieces.append(text)
        after = lines[index + 1] if index + 1 < len(lines) else line
        near = after.page != line.page or line.y - after.y < 2.2 * line.size
        full = line.width > 0.85 * widest[line.page] and abs(after.size - line.size) < 0.15 * line.size
        # Where a sentence ends with its line, a line break can do no harm, and a blank may join two paragraphs.
        pieces.append(" " if full and near and not _SENTENCE_END.search(text) else "\n")
    return "".join(pieces).rstrip()
