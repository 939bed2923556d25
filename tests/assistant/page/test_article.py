import datetime as dt
import html
import re

import pytest

from assistant.page.article import article_page, cited_span, missing_page
from index.vocabulary import Article, Span

TEXT = "قال الوزير: «نعم».\n\nثم غادر <القاعة> & عاد."


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (None, None), ("", ""), ("3", None), ("x", "9"), ("-1", "4"), ("9", "3"), ("4", "4"), ("0", "9999"),
        ("1.5", "3"), ("9" * 6000, "9" * 6001), ("<script>", "2"),
    ],
)  # fmt: skip
def test_a_bad_place_is_ignored(start: str | None, end: str | None) -> None:
    assert cited_span(TEXT, start, end) is None


def test_a_good_place() -> None:
    assert cited_span(TEXT, "0", "3") == Span(0, 3)
    assert cited_span(TEXT, "3", str(len(TEXT))) == Span(3, len(TEXT))


@pytest.mark.parametrize("quote", ["«نعم»", "«نعم».\n\nثم غادر", "<القاعة> & عاد"])
def test_the_cited_words_are_marked_exactly_and_the_text_is_whole(quote: str) -> None:
    start = TEXT.index(quote)
    page = article_page(Article(TEXT, id="x"), Span(start, start + len(quote)))
    assert [html.unescape(mark) for mark in re.findall(r'<mark id="cited">(.*?)</mark>', page, re.DOTALL)] == [quote]
    shown = re.findall(r'<div class="text" dir="rtl">(.*?)</div>', page, re.DOTALL)[0]
    assert html.unescape(re.sub(r"</?mark[^>]*>", "", shown)) == TEXT


def test_a_page_of_its_own_without_script() -> None:
    page = article_page(
        Article(TEXT, title="عنوان", date=dt.date(2017, 1, 20), source="المرفأ", url="https://marfa.example/1"),
        None,
        "/isnad",
    )
    assert page.startswith('<!doctype html><html lang="ar" dir="rtl">')
    assert "<script" not in page and "<mark" not in page and "#cited" not in page
    assert '<h1 dir="rtl"><bdi>عنوان</bdi></h1>' in page and "20 يناير 2017" in page
    assert 'href="/isnad/page/page.css"' in page
    link = re.findall(r'<a href="([^"]*)" rel="noopener noreferrer">', page)
    assert [html.unescape(address) for address in link] == ["https://marfa.example/1"]


def test_only_a_web_address_becomes_a_link() -> None:
    page = article_page(Article(TEXT, url="javascript:alert(1)"), None)
    assert "javascript" not in page and "noopener" not in page


def test_nothing_in_an_article_is_obeyed() -> None:
    evil = '"><img src=x onerror=alert(1)></title><script>x</script>'
    article = Article(evil, title=evil, source=evil, author=evil, category=evil, url=f"https://x.example/{evil}")
    page = article_page(article, Span(0, 4))
    assert "<img" not in page and "<script" not in page
    assert "onerror=alert(1)>" not in page.replace("&#40;", "(").replace("&#41;", ")")


def test_a_missing_article_says_so_in_arabic() -> None:
    assert "المقال غير موجود" in missing_page() and 'lang="ar" dir="rtl"' in missing_page()
