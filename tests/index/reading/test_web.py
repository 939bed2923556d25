from __future__ import annotations

from collections.abc import Callable

import pytest

from index.reading.web import declared, stripped
from index.vocabulary import Article, Rejection

Read = Callable[..., list[Article | Rejection]]

BODY = """<body><nav><a href="/">الرئيسية</a><a href="/s">رياضة</a></nav><article><h1>قمة في الدوحة</h1>
<p>أعلن وزير الخارجية اليوم أن القمة العربية ستنعقد في الدوحة نهاية الشهر الجاري بحضور عدد من القادة.</p>
<p>وقال المتحدث باسم الوزارة إن «الدعوات أرسلت إلى جميع الدول»، مضيفاً أن جدول الأعمال لم يحدد بعد.</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""
HEAD = """<!DOCTYPE html><html lang="ar"><head><meta charset="{charset}"><title>قمة في الدوحة</title>
<meta property="og:site_name" content="وكالة المثال"><meta property="article:published_time"
content="2023-05-04T10:00:00+03:00"><meta name="author" content="سلمى حداد"></head>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("name", ["a.html", "index.php", "page", "a.txt"])
def test_a_page_and_its_metadata(read_file: Read, charset: str, name: str) -> None:
    page = (HEAD.format(charset=charset) + BODY).replace("«", '"').replace("»", '"')
    (found,) = read_file(name, page.encode(charset))
    assert isinstance(found, Article)
    assert found.title == "قمة في الدوحة"
    assert (str(found.date), found.source, found.author) == ("2023-05-04", "وكالة المثال", "سلمى حداد")
    assert found.text.startswith("أعلن وزير الخارجية اليوم")
    assert found.text.endswith("لم يحدد بعد.")
    assert "جميع الحقوق" not in found.text


def test_no_date_is_guessed_from_the_text(read_file: Read) -> None:
    page = f"<html><head><title>ع</title></head>{BODY}".replace("نهاية الشهر", "يوم 3 مايو 2011 نهاية الشهر")
    (found,) = read_file("a.html", page)
    assert isinstance(found, Article)
    assert found.date is None


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><img src='a.png'></body></html>", "<", "<!-- " * 5000])
def test_pages_without_an_article(read_file: Read, page: str) -> None:
    (found,) = read_file("a.html", page)
    assert found == Rejection("a.html", "no article is found in the page")


def test_declared() -> None:
    assert declared(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">') == "windows-1256"
    assert declared(b"<meta charset=utf-8>") == "utf-8"
    assert declared(b"<html>") == ""


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>قال&nbsp;الوزير:</p><p>«نعم»<br/>ثم مضى</p>", "قال\u00a0الوزير:\n«نعم»\nثم مضى"),
        ("نص &amp; نص", "نص & نص"),
        ("3 < 5 ولا وسوم", "3 < 5 ولا وسوم"),
        ("<script>alert(1)</script>خبر<style>p{}</style> <b>عاجل</b>", "خبر عاجل"),
        ("<!-- ملاحظة -->خبر<!-- أخرى --> آخر", "خبر آخر"),
        ("<ul><li>أ</li><li>ب</li></ul>", "أ\nب"),
        ("", ""),
        ("\x00<p>", ""),
    ],
)
def test_stripped(markup: str, text: str) -> None:
    assert stripped(markup) == text
