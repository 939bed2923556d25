from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import html

from assistant.page.reader import Reader
from index.vocabulary import Article

Draw = Callable[..., html.HtmlElement]


def test_a_row_says_who_what_where_when_and_whence(draw: Draw) -> None:
    page = draw("stance=deny")
    (row,) = page.cssselect("table.statements tbody tr")
    assert row.cssselect(".who a bdi")[0].text == "سليم الغزواني"
    assert row.cssselect(".role")[0].text == "نقيب البحارة"
    assert row.cssselect(".stance")[0].text == "نفي أو رفض" and row.cssselect(".cue")[0].text == "نفى"
    assert row.cssselect("q")[0].text == "وجود أي اتفاق مع وزيرة النقل هالة المرعي على رفع رسوم الميناء"
    assert row.cssselect(".where bdi")[0].text == "في سوسة"
    assert row.cssselect("time")[0].get("datetime") == "2025-01-20"
    assert row.cssselect(".from .outlet")[0].text == "وكالة الساحل"


def test_the_words_link_to_themselves_in_the_article(draw: Draw, press_articles: Sequence[Article]) -> None:
    texts = {article.id: article.text for article in press_articles}
    for link in draw().cssselect("a.said"):
        address, _, place = link.get("href").partition("?")
        if "odd" not in address:
            start, end = (int(part.split("=")[1]) for part in place.removesuffix("#cited").split("&"))
            text = texts[address.removeprefix("/article/")]
            assert " ".join(text[start:end].split()) == link.find("q").text


def test_a_hostile_statement_is_text(draw: Draw) -> None:
    page = draw("speaker=ياسر الدباغ")
    assert "<script>window.hacked=1</script>" in page.cssselect("q")[0].text
    assert page.cssselect(".from .title")[0].text == '=HYPERLINK("https://else.example") <b>عنوان</b>'
    assert not page.cssselect("script, b")


def test_nothing_found_says_so_and_offers_the_nearest_in_meaning(draw: Draw) -> None:
    page = draw("about=المريخ")
    assert page.cssselect(".total")[0].text == "لا تصريحات"
    assert "match=meaning" in page.cssselect('[data-part="main"] a')[0].get("href")
    assert not draw("about=المريخ&match=meaning&stance=regret").cssselect('[data-part="main"] a')


def test_order_and_files_are_offered(draw: Draw) -> None:
    page = draw("about=رسوم&order=oldest")
    assert [link.text for link in page.cssselect(".tools .switch a")] == [
        "الأحدث أولًا",
        "الأقدم أولًا",
        "الأقرب إلى البحث",
    ]
    assert [link.text for link in page.cssselect(".tools .switch a[aria-current]")] == ["الأقدم أولًا"]
    assert [link.text for link in page.cssselect(".files a")] == ["CSV", "JSONL", "XLSX"]
    assert len(draw().cssselect(".tools .switch a")) == 2  # nothing to be near to


def test_in_english_the_frame_is_english_and_the_words_are_not(draw: Draw) -> None:
    page = draw("stance=deny", Reader("en"))
    assert [head.text for head in page.cssselect("thead th")] == ["Speaker", "Statement", "Place", "Day", "Source"]
    assert page.cssselect("time bdi")[0].text == "20 January 2025"
    assert page.cssselect("q")[0].get("dir") == "rtl"
    assert page.cssselect("a.said")[0].get("href").startswith("/en/article/fees-2?start=")
