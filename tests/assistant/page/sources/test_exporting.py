from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.citing import cite
from assistant.page.reader import ARABIC, Reader
from assistant.page.sources.export_links import Wanted
from assistant.page.sources.exporting import ExportError, chosen_form, kept_references, references, statements_of
from index.vocabulary import Answer, Article, Citation, Span


@pytest.fixture
def archive(news: Any) -> Any:
    class Archive:
        def __init__(self) -> None:
            self.articles = {news.article.id: news.article, "b": Article("نص آخر قصير.", id="b", title="آخر")}

        def article(self, article_id: str) -> Article | None:
            return self.articles.get(article_id)

        def statements_of(self, article_id: str) -> list[Any]:
            if article_id == "b":
                raise RuntimeError("locked")
            return list(news.hits)

    return Archive()


def test_forms() -> None:
    assert chosen_form("bibtex", ARABIC) == ("bibtex", 0) and chosen_form("csv.12", ARABIC) == ("csv", 12)
    for written in ("word", "", "bibtex.x", "bibtex.-1", "csv.٣", "csv.1234567"):
        with pytest.raises(ExportError, match="الصيغ المتاحة: bibtex، ris، csl، csv، text"):
            chosen_form(written, ARABIC)


def test_citations_of_one_turn_or_of_all_each_once(archive: Any, news: Any) -> None:
    first, second = cite(news.article, news.span("لن نغلق الميناء")), cite(archive.articles["b"], Span(0, 6))
    cites = [str(Wanted.of(first, 1)), str(Wanted.of(second, 2)), str(Wanted.of(first, 2))]
    every = references(archive, cites, 0, ARABIC, "http://h")
    assert [(one.quotation, one.speaker) for one in every] == [("لن نغلق الميناء", "سلمى الراوي"), ("نص آخر", "")]
    assert every[0].permalink.startswith("http://h/article/") and every[0].within
    assert [one.article_id for one in references(archive, cites, 2, ARABIC, "")] == ["b", news.article.id]


def test_what_cannot_be_exported_is_explained(archive: Any, news: Any) -> None:
    def why(*cites: str, turn: int = 0, reader: Reader = ARABIC) -> str:
        with pytest.raises(ExportError) as error:
            references(archive, cites, turn, reader, "")
        return str(error.value)

    assert "لم يُختر أي استشهاد" in why() and "لم يُختر" in why("1.0-3:b", turn=2)
    assert "استشهاد مكتوب خطأ في الطلب: 0-3" in why("0-3")
    assert "لم يعد المقال «غائب» في الأرشيف" in why("0-3:غائب")
    assert "تغيّر نص المقال «آخر»" in why("0-999:b") and "تغيّر نص المقال «آخر»" in why("0-3-00000000:b")
    assert "is no longer in the archive" in why("0-3:gone", reader=Reader("en"))


def test_statements_that_cannot_be_read_do_not_keep_the_article(archive: Any, caplog: pytest.LogCaptureFixture) -> None:
    assert list(statements_of(archive, "b")) == []
    assert "locked" in caplog.text


def test_a_kept_conversation_keeps_its_citations_when_an_article_is_gone(archive: Any, news: Any) -> None:
    there, gone = cite(news.article, news.span("وجود أضرار")), Citation("غائب", Span(3, 8), "كلمات")
    head = Article("-", id="غائب", title="خبر حُذف", source="المرفأ", date=dt.date(2016, 2, 3))
    turns = [
        SimpleNamespace(number=1, answer=Answer("س", "", (there, gone)), heads={"غائب": head}),
        SimpleNamespace(number=2, answer=Answer("س", "", (there,)), heads={}),
        SimpleNamespace(number=3, answer=None, heads={}),
    ]
    every = kept_references(archive, turns, 0, ARABIC, "http://h")
    assert [(one.quotation, one.title, one.speaker) for one in every] == [
        ("وجود أضرار", "الميناء يعمل", "مصدر أمني"),
        ("كلمات", "خبر حُذف", ""),
    ]
    assert [one.quotation for one in kept_references(archive, turns, 2, ARABIC, "")] == ["وجود أضرار"]
    with pytest.raises(ExportError, match="لم يُختر"):
        kept_references(archive, turns, 3, ARABIC, "")
