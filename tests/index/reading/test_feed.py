from __future__ import annotations

from collections.abc import Callable

import pytest

from index.vocabulary import Article, Rejection

Read = Callable[..., list[Article | Rejection]]

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>وكالة المثال</title><link>https://example.org</link>
<item><title>قمة &amp; لقاء</title><link>https://example.org/1</link><guid>g-1</guid><category>سياسة</category>
<pubDate>Thu, 04 May 2023 10:00:00 +0300</pubDate><dc:creator>سلمى</dc:creator><description>موجز الخبر.</description>
<content:encoded><![CDATA[<p>أعلن الوزير أن القمة في الدوحة.</p><p>ثم مضى.</p>]]></content:encoded></item>
<item><title>خبر ثان</title><link>https://example.org/2</link>
<description>&lt;b&gt;موجز&lt;/b&gt; فقط.</description></item>
<item><title>عنوان بلا نص</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>مثال</title><entry><id>tag:1</id><title>ع</title>
<updated>2023-05-04T10:00:00Z</updated><author><name>كريم</name></author>
<content type="html">&lt;p&gt;خبر.&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "feed", "a.txt"])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "utf-16"])
def test_rss(read_file: Read, name: str, encoding: str) -> None:
    first, second, third = read_file(name, RSS.format(encoding=encoding).encode(encoding))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text == "أعلن الوزير أن القمة في الدوحة.\nثم مضى."
    assert (first.id, first.title, str(first.date), first.source) == ("g-1", "قمة & لقاء", "2023-05-04", "وكالة المثال")
    assert (first.url, first.author, first.category) == ("https://example.org/1", "سلمى", "سياسة")
    assert (second.text, second.date, second.id) == ("موجز فقط.", None, "https://example.org/2")
    assert third == Rejection(f"{name}:#3", "the text (text) is empty")


def test_atom(read_file: Read) -> None:
    (found,) = read_file("a.atom", ATOM)
    assert isinstance(found, Article)
    assert (found.id, found.text, found.author, str(found.date)) == ("tag:1", "خبر.", "كريم", "2023-05-04")


def test_a_feed_that_is_cut_off(read_file: Read) -> None:
    found = read_file("a.rss", RSS.format(encoding="utf-8").encode()[:900])
    assert isinstance(found[0], Article)


@pytest.mark.parametrize("data", ["نص عادي", "http://127.0.0.1:9/", "/etc/hostname", "{}"])
def test_what_is_no_feed_is_neither_read_nor_fetched(read_file: Read, data: str) -> None:
    assert read_file("a.rss", data) == [Rejection("a.rss", "not an RSS or Atom feed")]


def test_an_empty_feed(read_file: Read) -> None:
    data = '<rss version="2.0"><channel><title>ع</title></channel></rss>'
    assert read_file("a.rss", data) == [Rejection("a.rss", "no article in it")]
