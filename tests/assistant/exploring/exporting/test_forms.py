from __future__ import annotations

import io
import json
from typing import Any

import openpyxl
import pandas
import pytest

from assistant.exploring.choice import parse
from assistant.exploring.explorer import Explorer
from assistant.exploring.exporting import forms
from assistant.exploring.exporting.forms import comma_separated, harmless, jsonl, workbook
from assistant.exploring.exporting.records import FIELDS, record


@pytest.fixture(scope="module")
def records(explorer: Explorer) -> list[dict[str, Any]]:
    return [record(hit, "http://desk") for hit in explorer.every(explorer.selection(parse("order=oldest")))]


NASTY = {
    "article_id": "a\nb",
    "start": 0,
    "end": 5,
    "content": 'سطر\nثانٍ "مقتبس"، فاصلة; \u202eعكس\u202c \ud800 😀\x07',
    "speaker": "=1+1",
    "title": "@SUM(A1)",
    "role": "- المدير",
    "source": "\t=cmd|' /C calc'!A0",
    "confidence": 0.913,
}


def test_csv_is_read_by_another_parser_as_it_was(records: list[dict[str, Any]]) -> None:
    text = "".join(comma_separated(records))
    assert text.startswith("\ufeffarticle_id,start,end,content,")
    read = pandas.read_csv(io.BytesIO(text.encode("utf-8")), encoding="utf-8-sig", dtype=str, keep_default_na=False)
    assert tuple(read.columns) == FIELDS and len(read) == len(records) == 13
    for row, expected in zip(read.to_dict("records"), records, strict=True):
        for name in FIELDS:
            value = "" if expected[name] is None else str(expected[name])
            assert row[name] in (value, f"'{value}")
    guarded = {row["content"][:5] for row in read.to_dict("records") if row["content"].startswith("'")}
    assert guarded == {"'=1+1"}
    assert [row["title"][:11] for row in read.to_dict("records") if row["title"].startswith("'")] == ["'=HYPERLINK"] * 2


def test_no_cell_of_a_csv_is_a_formula() -> None:
    text = "".join(comma_separated([NASTY]))
    (row,) = pandas.read_csv(io.StringIO(text.lstrip("\ufeff")), dtype=str, keep_default_na=False).to_dict("records")
    assert row["speaker"] == "'=1+1" and row["title"] == "'@SUM(A1)" and row["role"] == "'- المدير"
    assert row["source"] == f"'{NASTY['source']}"
    assert row["content"] == str(NASTY["content"]).replace("\ud800", "\ufffd")
    assert row["confidence"] == "0.913"


@pytest.mark.parametrize("value", ["=A1", "+1", "-1", "@x", "\t=A1", "\r=A1", "\n=A1", " =A1", "  +cmd"])
def test_what_a_spreadsheet_would_run_is_guarded(value: str) -> None:
    assert harmless(value) == f"'{value}"


@pytest.mark.parametrize("value", ["قال", "«=»", "a=b", "", " - قال", -0.5, 3, None])
def test_what_is_harmless_stays_as_it_is(value: object) -> None:
    assert harmless(value) == value


def test_json_lines_are_verbatim_and_read_by_another_parser(records: list[dict[str, Any]]) -> None:
    text = "".join(jsonl(records))
    assert [json.loads(line) for line in text.splitlines()] == records
    read = pandas.read_json(io.StringIO(text), lines=True, dtype=False, convert_dates=False)
    assert read["content"].tolist() == [one["content"] for one in records]
    assert read["start"].tolist() == [one["start"] for one in records]
    (nasty,) = "".join(jsonl([NASTY])).splitlines()
    assert json.loads(nasty)["content"] == NASTY["content"]
    nasty.encode("utf-8")  # a lone surrogate is escaped


def test_a_workbook_is_read_by_another_parser_with_texts_as_texts(records: list[dict[str, Any]]) -> None:
    made = io.BytesIO()
    assert workbook(iter([*records, NASTY]), made) == 14
    read = openpyxl.load_workbook(io.BytesIO(made.getvalue()))
    (sheet,) = read.worksheets
    assert sheet.sheet_view.rightToLeft
    rows = list(sheet.iter_rows())
    assert tuple(cell.value for cell in rows[0]) == FIELDS
    for row, expected in zip(rows[1:-1], records, strict=True):
        assert [cell.value for cell in row] == [expected[name] for name in FIELDS]
    assert not any(cell.data_type == "f" for row in rows for cell in row)
    assert rows[-1][FIELDS.index("speaker")].value == "=1+1"


def test_an_empty_workbook_still_has_its_heading() -> None:
    made = io.BytesIO()
    assert workbook(iter([]), made) == 0
    sheet = openpyxl.load_workbook(io.BytesIO(made.getvalue())).active
    assert sheet is not None and sheet["A1"].value == "article_id"


def test_more_statements_than_a_sheet_holds_go_on_the_next(
    records: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "ROWS", 6)  # five and the heading
    made = io.BytesIO()
    assert workbook(iter(records), made) == 13
    read = openpyxl.load_workbook(io.BytesIO(made.getvalue()))
    assert [sheet.max_row for sheet in read.worksheets] == [6, 6, 4]


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    made = io.BytesIO()
    workbook(iter([{**NASTY, "content": "س" * 40_000}]), made)
    sheet = openpyxl.load_workbook(io.BytesIO(made.getvalue())).active
    assert sheet is not None
    text = str(sheet.cell(2, FIELDS.index("content") + 1).value)
    assert len(text) == 32_767 and text.endswith("س…")
