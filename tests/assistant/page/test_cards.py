import datetime as dt
import html
import re
from dataclasses import replace

import pytest

from assistant.page.cards import ROOM, by_line, excerpt, panel, turn_cards
from assistant.page.reader import Reader
from index.vocabulary import Answer, Article, Citation, Evidence, Passage, Span, Statement

QUOTE = "«لن نغلق الميناء قبل انتهاء العاصفة»"
ARTICLE = Article(
    f"أكدت الراوي أن الحركة مستمرة.\nوقالت: {QUOTE}، ثم غادرت القاعة.",
    id="م/1",
    title="الميناء <يعمل>",
    date=dt.date(2017, 1, 20),
    source="صحيفة المرفأ",
)
OTHER = Article("خبر آخر عن الطقس.", id="b", source="وكالة الساحل")


def evidence(article: Article, *also_in: Article) -> Evidence:
    return Evidence(article, Passage(article.id, 0, Span(0, len(article.text))), 0.8, also_in)


def cited(article: Article, quote: str) -> Citation:
    start = article.text.index(quote)
    return Citation(article.id, Span(start, start + len(quote)), quote)


def marks(markup: str) -> list[str]:
    return [html.unescape(mark) for mark in re.findall(r"<mark>(.*?)</mark>", markup, re.DOTALL)]


def nothing(_: str) -> Article | None:
    return None


@pytest.mark.parametrize(
    "quote",
    [
        QUOTE,
        "مستمرة.\nوقالت",
        "أكدت",
        'يَقول: "<b>لا</b>" & «نعم» [1]',
        "مُحَمَّدٌ رسول\u200f السلام\u202e",
    ],
)
def test_the_marked_words_are_the_quote_exactly(quote: str) -> None:
    article = ARTICLE if quote in ARTICLE.text else Article(f"قال المتحدث {quote} وانصرف.", id="ح")
    markup = turn_cards(Answer("س", "[1]", (cited(article, quote),), (evidence(article),)), 1, nothing)
    assert marks(markup) == [quote]


def test_a_card_tells_outlet_date_title_others_and_where_to_open() -> None:
    markup = turn_cards(Answer("من؟", "[1]", (cited(ARTICLE, QUOTE),), (evidence(ARTICLE, OTHER),)), 4, nothing)
    start = ARTICLE.text.index(QUOTE)
    assert 'id="source-4-1"' in markup
    assert '<bdi class="outlet">صحيفة المرفأ</bdi>' in markup
    assert '<time datetime="2017-01-20"><bdi>20 يناير 2017</bdi></time>' in markup
    assert "<bdi>الميناء &lt;يعمل&gt;</bdi>" in markup
    assert "نشرها أيضًا" in markup and '<a href="article/b"' in markup and "وكالة الساحل" in markup
    href = html.unescape(re.findall(r'class="open" href="([^"]*)"', markup)[0])
    assert href == f"article/%D9%85%2F1?start={start}&end={start + len(QUOTE)}#cited"


def test_a_missing_outlet_and_date_are_said_in_words() -> None:
    assert by_line(Article("نص", id="x")) == (
        '<bdi class="outlet">مصدر غير مذكور</bdi> <span aria-hidden="true">·</span> <time><bdi>بلا تاريخ</bdi></time>'
    )


def test_passages_that_were_not_cited_are_folded_away() -> None:
    answer = Answer("س", "[1]", (cited(ARTICLE, QUOTE),), (evidence(ARTICLE), evidence(OTHER)))
    _, folded = turn_cards(answer, 1, nothing).split("<details>")
    assert "مقاطع أخرى قريبة (1)" in folded.replace("&#40;", "(").replace("&#41;", ")")
    assert OTHER.text.rstrip(".") in folded and QUOTE not in folded


def test_a_refusal_shows_the_nearest_passages_under_their_heading() -> None:
    markup = turn_cards(Answer("س", "", evidence=(evidence(OTHER),), refused=True), 1, nothing)
    assert "<h3>أقرب ما وُجد</h3>" in markup and "<details>" not in markup and "<mark>" not in markup
    growing = turn_cards(Answer("س", "قال", evidence=(evidence(OTHER),)), 1, nothing)
    assert "<h3>مقاطع قريبة من السؤال</h3>" in growing
    assert "لم يُعثر" in turn_cards(Answer("س", "", refused=True), 1, nothing)


def test_a_citation_outside_the_evidence_is_looked_up() -> None:
    markup = turn_cards(Answer("س", "[1]", (cited(ARTICLE, QUOTE),)), 1, {ARTICLE.id: ARTICLE}.get)
    assert marks(markup) == [QUOTE] and "صحيفة المرفأ" in markup


def test_an_article_that_changed_since_lends_no_context() -> None:
    changed = Article("نص آخر تمامًا، أطول من أن يقع فيه الاقتباس في موضعه القديم نفسه.", id=ARTICLE.id)
    markup = turn_cards(Answer("س", "[1]", (cited(ARTICLE, QUOTE),)), 1, {ARTICLE.id: changed}.get)
    assert marks(markup) == [QUOTE] and "نص آخر" not in markup


def test_a_long_passage_is_cut_around_the_quote_at_a_word() -> None:
    text = "كلمة " * 400 + QUOTE + " لاحقة" * 400
    start = text.index(QUOTE)
    markup = html.unescape(excerpt(text, Span(0, len(text)), Span(start, start + len(QUOTE))))
    before, rest = markup.split("<mark>")
    assert before.startswith("… كلمة كلمة") and len(before) <= ROOM + 2
    assert rest.endswith("لاحقة …") and "</mark> لاحقة" in rest


def test_a_word_longer_than_the_room_is_still_cut() -> None:
    text = "ا" * 5000
    markup = excerpt(text, Span(0, 5000), Span(2000, 2010))
    assert marks(markup) == ["ا" * 10] and len(markup) < 3 * ROOM


def test_nothing_in_an_article_is_obeyed() -> None:
    evil = '"><script>alert(1)</script> ${alert(1)} {{x}}'
    article = Article(f"قال {evil} ثم", id=evil, title=evil, source=evil)
    answer = Answer(evil, "[1]", (cited(article, evil),), (evidence(article, article),))
    markup = panel([turn_cards(answer, 1, nothing)])
    assert "<script" not in markup and "${" not in markup and "{{" not in markup
    assert marks(markup) == [evil]


def test_only_the_last_turn_is_shown() -> None:
    markup = panel(["أولى", "ثانية"])
    assert re.findall(r'id="turn-(\d)"[^>]*?( hidden)?>', markup) == [("1", " hidden"), ("2", "")]
    assert "هنا تظهر المقاطع" in panel([])


def test_a_citation_of_a_statement_tells_who_said_it_and_how() -> None:
    said = Statement(ARTICLE.id, Span(0, 4), Span(5, 9), "سلمى <الراوي>", "person", "deny", "direct", role="مديرة")
    citation = replace(cited(ARTICLE, QUOTE), statement=said)
    answer = Answer("س", "[1]", (citation,), (evidence(ARTICLE),))
    markup = turn_cards(answer, 1, nothing)
    assert '<p class="said-by"><bdi>سلمى &lt;الراوي&gt;</bdi> <span class="role">مديرة</span>' in markup
    assert '<span class="stance">نفي</span>' in markup
    assert '<span class="stance">denied</span>' in turn_cards(answer, 1, nothing, reader=Reader("en"))


def test_a_card_copies_opens_apart_and_has_a_place_for_the_reader() -> None:
    first, second = cited(ARTICLE, QUOTE), cited(ARTICLE, "أكدت الراوي")
    answer = Answer("س", "[1] [2]", (first, second), (evidence(ARTICLE),))
    markup = html.unescape(turn_cards(answer, 2, nothing, foot=lambda number: f"<i>{number}</i>"))
    assert "<i>1</i></footer>" in markup and "<i>2</i></footer>" in markup
    assert re.findall(r'data-href="export\?format=text&cite=(.*?)%3A', markup)[0].startswith(
        f"{first.span.start}-{first.span.end}-"
    )
    also = f"start={first.span.start}&end={first.span.end}&also={second.span.start}-{second.span.end}#cited"
    assert f'class="apart" href="article/%D9%85%2F1?{also}" target="_blank"' in markup
    assert markup.count('name="cite"') == 2 and 'value="csl.2"' in markup


def test_a_panel_in_english_and_with_two_turns_to_export_together() -> None:
    turn = turn_cards(
        Answer("س", "[1]", (cited(ARTICLE, QUOTE),), (evidence(ARTICLE),)), 1, nothing, reader=Reader("en")
    )
    one, two = panel([turn], Reader("en")), panel([turn, turn], Reader("en"))
    assert 'dir="ltr"' in one and "<h2>Sources</h2>" in one and "whole conversation" not in one
    assert "whole conversation" in two and two.count('<form id="citations"') == 1
