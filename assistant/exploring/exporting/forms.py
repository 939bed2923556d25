"""Statements written as CSV, JSON Lines or XLSX."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Final

from assistant.exploring.exporting.records import FIELDS

FORMS: Final = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The forms, and the media type of each."""
ROWS: Final = 1_048_576
"""Rows of a sheet, its heading included; more statements go on another sheet."""
_CELL: Final = 32_767  # characters that a spreadsheet keeps of a cell
_FORMULA: Final = re.compile(r"^[=+\-@\t\r\n]|^\s*[=+\-@](?=\S)")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_WIDTHS: Final = {"content": 80, "title": 40, "speaker": 24, "person": 24, "role": 24, "organization": 24, "link": 40}


def jsonl(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A JSON object a line, each with every field; the words exactly as they stand."""
    for record in records:
        # A lone surrogate of a broken article has no UTF-8; JSON can still say it.
        text = json.dumps({name: record.get(name) for name in FIELDS}, ensure_ascii=False)
        yield _SURROGATE.sub(lambda one: f"\\u{ord(one[0]):04x}", text) + "\n"


def comma_separated(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """CSV as RFC 4180 has it, with a byte order mark so that Excel reads Arabic, and a heading.

    A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV injection").
    """
    yield "\ufeff" + _line(FIELDS)
    for record in records:
        yield _line(["" if record.get(name) is None else harmless(record[name]) for name in FIELDS])


def harmless(value: Any) -> Any:
    """`value` as a spreadsheet shows it and never runs it.

    >>> harmless("=HYPERLINK(A1)"), harmless("- قال"), harmless(-0.5)
    ("'=HYPERLINK(A1)", "'- قال", -0.5)
    """
    if not isinstance(value, str):
        return value
    value = _SURROGATE.sub("\ufffd", value).replace("\x00", "\ufffd")
    return f"'{value}" if _FORMULA.match(value) else value


def workbook(records: Iterable[Mapping[str, Any]], to: BinaryIO) -> int:
    """Write the records as an XLSX workbook into `to`, right to left; how many. Texts are texts, never formulas."""
    import xlsxwriter

    made = xlsxwriter.Workbook(to, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    heading = made.add_format({"bold": True, "bottom": 1})
    wrapped = made.add_format({"text_wrap": True, "valign": "top"})
    sheet, row, written = None, 0, 0
    for record in records:
        if sheet is None or row == ROWS:
            sheet, row = made.add_worksheet(), 1
            sheet.right_to_left()
            sheet.freeze_panes(1, 0)
            for column, name in enumerate(FIELDS):
                sheet.set_column(column, column, _WIDTHS.get(name, 14))
                sheet.write_string(0, column, name, heading)
        for column, name in enumerate(FIELDS):
            value = record.get(name)
            if isinstance(value, str):
                text = _SURROGATE.sub("\ufffd", value)
                shown = text if len(text) <= _CELL else text[: _CELL - 1] + "…"
                sheet.write_string(row, column, shown, wrapped if name == "content" else None)
            elif value is not None:
                sheet.write_number(row, column, value)
        row, written = row + 1, written + 1
    if sheet is None:
        sheet = made.add_worksheet()
        sheet.right_to_left()
        for column, name in enumerate(FIELDS):
            sheet.write_string(0, column, name, heading)
    made.close()
    return written


def _line(values: Iterable[Any]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(values)
    return line.getvalue()
