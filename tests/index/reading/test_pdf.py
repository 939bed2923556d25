from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index.vocabulary import Article, Rejection

fpdf = pytest.importorskip("fpdf")
pytest.importorskip("uharfbuzz")

Read = Callable[..., list[Article | Rejection]]
NEWS = "وقال الوزير إن 25 دولة ستشارك في القمة (قمة الرياض) يوم 20 يناير 2017."


def made(*paragraphs: str, shaping: bool = True, title: str = "", key: str = "") -> bytes:
    import fontpkg_ibm_plex_sans_arabic

    (font,) = Path(fontpkg_ibm_plex_sans_arabic.__file__).parent.rglob("IBMPlexSansArabic-Regular.ttf")
    pdf = fpdf.FPDF()
    pdf.add_page()
    pdf.add_font("plex", "", str(font))
    pdf.set_font("plex", size=12)
    pdf.set_text_shaping(shaping)
    if title:
        pdf.set_title(title)
    if key:
        pdf.set_encryption(owner_password="owner", user_password=key)
    for paragraph in paragraphs:
        pdf.multi_cell(0, 8, paragraph, align="R", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def text(found: list[Article | Rejection]) -> str:
    (item,) = found
    return item.text if isinstance(item, Article) else f"rejected: {item.reason}"


def test_arabic_in_the_order_of_reading(read_file: Read) -> None:
    second = "وأضافت قناة CNN International أن الأسعار ارتفعت بنسبة 3.5% لأول مرة."
    assert text(read_file("a.pdf", made(NEWS, second))) == f"{NEWS}\n{second}"


def test_a_paragraph_of_several_lines_is_joined(read_file: Read) -> None:
    long = " ".join([NEWS] * 4)
    assert text(read_file("a.pdf", made(long, "خبر آخر."))) == f"{long}\nخبر آخر."


def test_letters_painted_from_left_to_right_are_left_in_order(read_file: Read) -> None:
    assert text(read_file("a.pdf", made(NEWS, shaping=False))) == NEWS


def test_a_pdf_under_another_name_and_its_title(read_file: Read) -> None:
    (found,) = read_file("a.bin", made(NEWS, title="قمة الرياض"))
    assert isinstance(found, Article)
    assert found.title == "قمة الرياض"
    (found,) = read_file("a.pdf", made(NEWS, title="news.docx"))
    assert isinstance(found, Article)
    assert found.title == ""


def test_pdfs_that_hold_no_text_to_read(read_file: Read) -> None:
    assert text(read_file("a.pdf", made())) == (
        "rejected: the PDF holds no text (scanned pages?): recognise its text (OCR) first"
    )
    assert text(read_file("a.pdf", made(NEWS)[:700])).startswith("rejected: ")
    assert text(read_file("a.pdf", b"%PDF-1.7 and nothing")).startswith("rejected: ")
    assert text(read_file("a.pdf", b"plain")) == (
        "rejected: the name says .pdf, the content is something else or damaged"
    )


def test_an_encrypted_pdf(read_file: Read) -> None:
    assert text(read_file("a.pdf", made(NEWS, key="secret"))) == (
        "rejected: the PDF is encrypted: save it without its password"
    )
