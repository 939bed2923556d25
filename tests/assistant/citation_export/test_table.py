import csv
import io

import pytest

from assistant.citation_export import Reference, export
from assistant.citation_export.table import COLUMNS, table
from index.vocabulary import Span


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_line(plain: Reference) -> None:
    data = export([plain], "csv")
    assert data.startswith(b"\xef\xbb\xbfquotation,speaker,")
    (row,) = rows(data)
    assert tuple(row) == COLUMNS
    assert row["quotation"] == plain.quotation and row["date"] == "2017-01-20" and row["said_on"] == "2017-01-19"
    assert (row["start"], row["end"], row["stance"]) == ("120", "156", "deny")


def test_nasty_texts_come_back(nasty: Reference) -> None:
    (row,) = rows(export([nasty], "csv"))
    for name in ("quotation", "title", "outlet", "author", "speaker"):
        assert row[name] in (nasty.quotation, "'" + nasty.quotation)
    assert row["date"] == ""


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "  =1", "\u200f=1", "'=1", "- قال"]
)
def test_no_cell_is_a_formula(words: str) -> None:
    (row,) = rows(table([Reference(words, "x", Span(0, 9), title=words)]).encode())
    assert row["quotation"] == row["title"] == "'" + words


def test_words_that_only_hold_signs_are_left_alone() -> None:
    (row,) = rows(table([Reference("قال: 1+1=2 - نعم", "x", Span(0, 9))]).encode())
    assert row["quotation"] == "قال: 1+1=2 - نعم"
