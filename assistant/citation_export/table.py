"""Citations as CSV, for Excel and the like: UTF-8 with its mark in front, and no cell that is run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final

from assistant.citation_export.reference import Reference

COLUMNS: Final = (
    *("quotation", "speaker", "role", "organization", "stance", "type", "place", "medium", "said_on"),
    *("title", "outlet", "author", "date", "url", "permalink", "article_id", "start", "end"),
)
# OWASP, "CSV Injection": a cell that begins so is a formula, or becomes one. The wide forms are Excel's in East Asia.
_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")


def table(references: Sequence[Reference]) -> str:
    """The references as CSV with a heading, a line each (a line break within quotation marks may make it more).

    A cell that a spreadsheet would run gets an apostrophe in front, the only change to any value.
    """
    file = io.StringIO(newline="")
    file.write("\ufeff")  # else Excel reads UTF-8 as the machine's old code page
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for reference in references:
        values = {
            **{name: getattr(reference, name) for name in COLUMNS if name not in ("start", "end")},
            "start": reference.span.start,
            "end": reference.span.end,
        }
        writer.writerow([_cell(values[name]) for name in COLUMNS])
    return file.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return "'" + text if text.lstrip(" \u200e\u200f\u061c\ufeff").startswith(_FORMULA) or text[:1] == "'" else text
