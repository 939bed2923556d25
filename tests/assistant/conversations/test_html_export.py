from __future__ import annotations

from dataclasses import replace

from lxml import html as lxml_html

from assistant.conversations.html_export import html
from index.vocabulary import Citation, Span

from .conftest import PORT, QUOTE, answer_to
from .test_export import TALK

SITE = "http://127.0.0.1:7860/"


def read(text: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(text)


def test_a_document_in_arabic_that_another_reader_reads_the_same() -> None:
    document = read(html(TALK, SITE))
    assert (document.get("lang"), document.get("dir")) == ("ar", "rtl")
    assert document.findtext("head/title") == TALK.title
    assert [h.text_content() for h in document.iter("h2")] == [turn.question for turn in TALK.turns]
    assert [q.text_content() for q in document.iter("blockquote")] == [QUOTE, QUOTE]  # character for character
    assert document.xpath("string(//p[@class='answer'])") == answer_to("؟").text


def test_markers_lead_to_their_quotation_and_it_to_the_article() -> None:
    document = read(html(TALK, SITE))
    marker = document.xpath("//p[@class='answer']/a")[1]
    assert marker.text_content() == "[2]"
    (source,) = document.xpath(f"//li[@id='{marker.get('href')[1:]}']")
    assert "وكالة الساحل · بلا تاريخ" in source.text_content()
    assert source.xpath(".//a")[0].get("href").startswith(SITE + "article/relay-2?start=")


def test_it_needs_nothing_else_and_obeys_nothing() -> None:
    hostile = '</blockquote><script src="//x"></script><img src=x onerror=alert(1)> \x00 \ud800'
    answer = replace(
        answer_to("؟"), text=hostile + " [1] [7]", citations=(Citation("م", Span(0, len(hostile)), hostile),)
    )
    turn = replace(TALK.turns[0], question=hostile, answer=answer)
    text = html(replace(TALK, title=hostile, turns=(turn,)), 'http://x/"><script>')
    text.encode("utf-8")
    document = read(text)
    assert not document.xpath("//script | //img | //link | //iframe | //*[@src] | //a[starts-with(@href, 'http')]")
    (quote,) = document.iter("blockquote")
    assert quote.text_content() == hostile.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    assert "[7]" in document.xpath("string(//p[@class='answer'])")  # no citation, so it stays the text it is


def test_an_article_that_has_an_odd_name_is_named_where_there_is_no_site() -> None:
    document = read(html(TALK))
    assert PORT.id in [bdi.text_content() for bdi in document.xpath("//li//bdi")]


def test_in_english() -> None:
    document = read(html(TALK, SITE, "en"))
    assert (document.get("lang"), document.get("dir")) == ("en", "ltr")
    assert "Open the article at these words" in document.text_content()
