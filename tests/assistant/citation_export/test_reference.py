import datetime as dt

from assistant.citation_export import refer
from assistant.citing import cite
from index.vocabulary import Article, Span, Statement

TEXT = "نفت سلمى الراوي، الخميس، في مؤتمر صحفي: «لن نغلق الميناء». ثم غادرت."
ARTICLE = Article(
    TEXT,
    id="م/1",
    title="الميناء",
    date=dt.date(2017, 1, 20),
    source="المرفأ",
    author="التحرير",
    url="https://x.example",
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


SAID = Statement(
    ARTICLE.id, span("لن نغلق الميناء"), span("نفت"), "سلمى الراوي", "person", "deny", "direct",
    role="مديرة", place=span("في مؤتمر صحفي"), said_on=dt.date(2017, 1, 19), via="وكالة",
)  # fmt: skip


def test_a_reference_tells_article_and_statement() -> None:
    reference = refer(cite(ARTICLE, span("«لن نغلق الميناء»")), ARTICLE, [SAID], site="http://h/")
    assert reference.quotation == "«لن نغلق الميناء»" and reference.within
    assert (reference.title, reference.outlet, reference.author) == ("الميناء", "المرفأ", "التحرير")
    assert (reference.speaker, reference.role, reference.stance) == ("سلمى الراوي", "مديرة", "deny")
    assert (reference.place, reference.medium, reference.said_on) == ("في مؤتمر صحفي", "وكالة", dt.date(2017, 1, 19))
    start = TEXT.index("«")
    assert reference.permalink == f"http://h/article/%D9%85%2F1?start={start}&end={start + 17}#cited"


def test_a_whole_sentence_is_not_all_the_speakers() -> None:
    assert not refer(cite(ARTICLE, Span(0, len(TEXT))), ARTICLE, [SAID]).within
    assert refer(cite(ARTICLE, span("ثم غادرت")), ARTICLE, [SAID]).speaker == ""


def test_where_the_article_is_gone_the_quotation_stays() -> None:
    reference = refer(cite(ARTICLE, span("«لن نغلق الميناء»")), None, [SAID])
    assert reference.quotation == "«لن نغلق الميناء»" and reference.title == "" and reference.date is None
    assert reference.speaker == "سلمى الراوي" and reference.place == ""


def test_what_an_article_was_is_told_where_it_is_gone() -> None:
    gone = refer(cite(ARTICLE, span("ثم غادرت")), None, head=ARTICLE)
    assert (gone.title, gone.outlet, gone.date) == ("الميناء", "المرفأ", dt.date(2017, 1, 20))


def test_an_article_that_changed_lends_no_words() -> None:
    changed = Article("نص آخر " * 20, id=ARTICLE.id, source="المرفأ")
    reference = refer(cite(ARTICLE, span("لن نغلق")), changed, [SAID])
    assert reference.outlet == "المرفأ" and reference.place == "" and reference.quotation == "لن نغلق"


def test_keys_are_stable_and_plain() -> None:
    citation = cite(ARTICLE, span("ثم غادرت"))
    first, again = refer(citation, ARTICLE).key, refer(citation, None).key
    assert first == again and first.isascii() and first.startswith("a")
    assert refer(cite(Article("نص", id="sample-02"), Span(0, 2)), None).key == "sample-02-0-2"
