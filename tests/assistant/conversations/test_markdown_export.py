from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

from lxml import html
from markdown_it import MarkdownIt

from assistant.conversations.markdown_export import markdown
from index.vocabulary import Citation, Span

from .conftest import PORT, QUOTE, answer_to
from .test_export import TALK

SITE = "http://127.0.0.1:7860/"


def read(text: str) -> html.HtmlElement:
    """The document as another program reads it."""
    return html.fromstring(f"<main>{MarkdownIt('commonmark').render(text)}</main>")


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_another_reader_finds_the_same_words() -> None:
    document = read(markdown(TALK, SITE))
    assert [words(h) for h in document.findall("h1")] == [TALK.title]
    assert [words(h) for h in document.findall("h2")] == [turn.question for turn in TALK.turns]
    quotes = [words(quote) for quote in document.findall("blockquote")]
    assert quotes == [" ".join(QUOTE.split())] * 2
    # The line break of the article is one, and nothing of the quotation was taken for markup.
    assert len(document.findall("blockquote")[0].findall(".//br")) == 1
    assert not document.xpath("//blockquote//em | //blockquote//b | //img | //script")
    text = words(document)
    assert f"[1] صحيفة المرفأ · 20 يناير 2017 · {PORT.title}" in text
    assert "[2] وكالة الساحل · بلا تاريخ · بلا عنوان" in text
    assert "ضمن: صحيفة المرفأ · منذ 1 يناير 2017 · حتى 1 فبراير 2017" in text
    assert "لا جواب في هذه المقالات لم يقل أحد شيئًا عن المريخ." in text
    assert "أُوقف الجواب قبل أن يكتمل." in text


def test_links_lead_to_the_cited_words() -> None:
    first = read(markdown(TALK, SITE)).findall(".//a")[0]
    address = urlsplit(first.get("href"))
    assert unquote(address.path) == f"/article/{PORT.id}" and address.fragment == "cited"
    start, end = (int(parse_qs(address.query)[name][0]) for name in ("start", "end"))
    assert PORT.text[start:end] == QUOTE


def test_without_a_site_the_article_is_named() -> None:
    for site in ("", "javascript:alert(1)//", 'http://x/" onclick="'):
        document = read(markdown(TALK, site))
        assert document.findall(".//a") == []
        assert f"المقال: {PORT.id}" in words(document)


def test_ugly_quotations_stay_text() -> None:
    ugly = [
        "# عنوان\n\n\n- بند\n1. بند\n    شيفرة\n```\n~~~ \n---\n| أ | ب |\n> اقتباس\n===",
        "[رابط](javascript:alert(1)) ![ص](http://x/y.png) <https://x> &amp; &#65; \\* _ب_ **ت** `ث` $س$ ^ج^",
        "+ سطر\r\nثانٍ\u2028ثالث\u202e معكوس\u202c",
        "<script>alert(1)</script><!-- -->",
    ]
    for quote in ugly:
        answer = replace(answer_to("؟"), citations=(Citation("م", Span(0, len(quote)), quote),))
        document = read(markdown(replace(TALK, turns=(replace(TALK.turns[0], answer=answer),))))
        (shown,) = document.findall("blockquote")
        assert words(shown) == " ".join(quote.split())
        assert {element.tag for element in shown.iter()} <= {"blockquote", "p", "br"}


def test_in_english() -> None:
    text = words(read(markdown(TALK, SITE, "en")))
    assert "Within: صحيفة المرفأ · from 1 January 2017 · to 1 February 2017" in text
    assert "A conversation with the Isnad archive · 9 March 2025" in text
