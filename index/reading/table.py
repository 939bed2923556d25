"""CSV and TSV: a header, then an article a row; the delimiter is found out, quoted fields may hold lines."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from itertools import zip_longest

from index.reading.encoding import LINE_LIMIT, SAMPLE, broken, detect, lines
from index.reading.fields import Names
from index.reading.records import Record
from index.reading.streams import Entry
from index.vocabulary import Rejection

DELIMITERS = ",;\t|"
# Excel's way to say which it is, on a line before the header.
_TOLD = re.compile(r"sep=([,;\t|])", re.I)


def read(entry: Entry, names: Names) -> Iterator[Record | Rejection]:
    """The rows of a table, each with the line where it begins.

    A header without a column for the text is one Rejection for the file, not one for each row.
    """
    # One article may be larger than the module's 128 KiB; the setting is the module's own and holds for the process.
    csv.field_size_limit(max(csv.field_size_limit(), min(LINE_LIMIT, sys.maxsize)))
    sample = entry.sample()
    feed = _Lines(entry, sample)
    rows = csv.reader(feed, delimiter=delimiter(sample, names))
    header: list[str] = []
    while True:
        begin = feed.number + 1
        feed.start()
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Rejection(f"{entry.place}:{begin}", f"not a row of the table: {error}")
            continue
        place = f"{entry.place}:{begin}"
        if not any(cell.strip() for cell in row):
            continue
        if feed.wrong:
            yield Rejection(place, feed.wrong)
        elif feed.open_quote:
            span = f" and swallows {feed.number - begin} lines" if feed.number > begin else ""
            yield Rejection(place, f'a quotation mark (") opens here{span}, and nothing closes it')
        elif not header and _TOLD.fullmatch(feed.first.strip()):
            continue
        elif not header:
            header = [cell.strip("\ufeff \t\r\n") for cell in row]
            if "text" not in names.find(header):
                yield Rejection(entry.place, names.missing_text(header))
                return
        elif any(cell.strip() for cell in row[len(header) :]):
            yield Rejection(place, f"{len(row)} cells under {len(header)} columns: an unquoted delimiter in a cell?")
        else:
            yield Record(
                place, {name: cell for name, cell in zip_longest(header, row[: len(header)], fillvalue="") if name}
            )


def delimiter(sample: bytes, names: Names) -> str:
    """The delimiter under which the first row of `sample` names the most fields, then has the most cells."""
    name, mark = detect(sample, whole=len(sample) < SAMPLE)
    first = next((line for line in sample[mark:].decode(name, "replace").splitlines() if line.strip()), "")
    if told := _TOLD.fullmatch(first.strip()):
        return told[1]

    def fitness(one: str) -> tuple[int, int]:
        cells = header_of(first, one)
        return len(names.find(cells)), len(cells)

    return max(DELIMITERS, key=fitness)


def header_of(line: str, mark: str) -> list[str]:
    """The cells of `line` between delimiters `mark`; none where it is no row of a table."""
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return []


class _Lines:
    """The lines that make up the row at hand: where they stand, whether they decode, whether a quote stays open."""

    def __init__(self, entry: Entry, sample: bytes) -> None:
        self._lines = lines(entry.stream, sample)
        self.number = 0
        self.start()

    def start(self) -> None:
        """Forgets the last row."""
        self.wrong = ""
        self._quotes = 0
        self._many = False
        self.first = ""

    @property
    def open_quote(self) -> bool:
        """Whether the row's quotation marks do not pair off across lines, which only the file's last row can do."""
        return self._quotes % 2 == 1 and self._many

    def __iter__(self) -> Iterator[str]:
        for offset, line in self._lines:
            self.number += 1
            self.first = self.first or line
            self._many = bool(self._quotes)
            self._quotes += line.count('"')
            self.wrong = self.wrong or broken(line, offset)
            yield line
