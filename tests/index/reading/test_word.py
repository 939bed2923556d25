from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from index.reading import word
from index.vocabulary import Article, Rejection

Read = Callable[..., list[Article | Rejection]]


def made(title: str = "") -> bytes:
    document = docx.Document()
    if title:
        document.add_heading(title, 0)
    document.add_paragraph("قال الوزير: «نعم».")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "أ", "ب"
    document.add_paragraph("")
    document.add_paragraph("ثم مضى.")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("name", ["a.docx", "a", "a.bin"])
def test_paragraphs_and_tables_in_order(read_file: Read, name: str) -> None:
    assert read_file(name, made()) == [Article(text="قال الوزير: «نعم».\nأ\tب\nثم مضى.")]


def test_the_title_is_the_heading(read_file: Read) -> None:
    (found,) = read_file("a.docx", made("قمة الرياض"))
    assert isinstance(found, Article)
    assert (found.title, found.text.split("\n")[0]) == ("قمة الرياض", "قمة الرياض")


def test_documents_that_cannot_be_read(read_file: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def reason(data: bytes) -> str:
        (found,) = read_file("a.docx", data)
        assert isinstance(found, Rejection)
        return found.reason

    empty = io.BytesIO()
    docx.Document().save(empty)
    assert reason(empty.getvalue()) == "the document holds no text (pictures of text cannot be read)"
    assert reason(made()[:2000]).startswith("not a Word document that can be read")
    assert reason(b"\xd0\xcf\x11\xe0 old") == (
        "not a format that is read: an old Office file (.doc, .xls): save it as .docx or .csv"
    )
    stripped = io.BytesIO()
    with zipfile.ZipFile(stripped, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert reason(stripped.getvalue()).startswith("not a Word document that can be read")
    monkeypatch.setattr(word, "WHOLE_LIMIT", 1000)
    assert reason(made()).startswith("it unpacks to more than")
