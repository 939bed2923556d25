import datetime as dt
import html
import re

import pytest

from assistant.page.cards import ROOM, by_line, excerpt, panel, turn_cards
from index.vocabulary import Answer, Article, Citation, Evidence, Passage, Span

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
