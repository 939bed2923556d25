import html
import re
from typing import Any

from assistant.page.reader import ARABIC, Reader
from assistant.page.sources.opened import opened
from assistant.page.sources.place import Place
from assistant.sources.reading import Reading
from index.vocabulary import Article, Span

SITE = "http://desk.example"


def test_what_is_taken_along(news: Any) -> None:
    cited = news.span("لن نغلق الميناء")
    markup = html.unescape(opened(news.read, Place(cited), ARABIC, "", SITE))
    link = f"{SITE}/article/%D9%85%2F1%20%3F%23%25?start={cited.start}&end={cited.end}#cited"
    assert f'<a class="permalink" href="{link}">' in markup and f'data-text="{link}"' in markup
    assert f">«لن نغلق الميناء»، منسوبًا إلى سلمى الراوي، [المرفأ، 20 يناير 2017]، «الميناء يعمل».\n{link}</p>" in markup
    assert re.findall(r"/export\?format=(\w+)&cite=", markup) == ["bibtex", "ris", "csl", "csv"]
    assert "<script" not in markup


def test_the_whole_article_without_a_place(news: Any) -> None:
    markup = opened(news.read, Place(), ARABIC, "", SITE)
    assert "taking" not in markup and '<h1 dir="rtl"><bdi>الميناء يعمل</bdi></h1>' in markup
    assert "20 يناير 2017" in markup and ">marfa.example</bdi>" in markup


def test_a_problem_is_an_alert(news: Any) -> None:
    assert '<p class="problem" role="alert">خارج <' not in opened(
        news.read, Place(problem="خارج <b>"), ARABIC, "", SITE
    )
    assert '<p class="problem" role="alert">خارج &lt;b&gt;</p>' in opened(
        news.read, Place(problem="خارج <b>"), ARABIC, "", SITE
    )


def test_the_way_through_the_citations_of_one_article(news: Any) -> None:
    first, here, last = news.span("أكدت"), news.span("وقالت"), news.span("ثم غادرت")
    markup = html.unescape(opened(news.read, Place(here, (first, last)), Reader("en"), "/isnad", SITE))
    assert "Citation 2 of 3" in markup
    start = f"/isnad/en/article/%D9%85%2F1%20%3F%23%25?start={first.start}&end={first.end}"
    also = f"&also={here.start}-{here.end}&also={last.start}-{last.end}#cited"
    assert f'<a class="previous" href="{start}{also}">Previous citation</a>' in markup
    alone = opened(news.read, Place(here), ARABIC, "", SITE)
    assert 'class="citations"' not in alone


def test_beside_the_chat_there_is_no_second_first_heading(news: Any) -> None:
    markup = opened(news.read, Place(news.span("أكدت"), (news.span("وقالت"),)), ARABIC, "", SITE, beside=True)
    assert "<h1" not in markup and "<h3" in markup and 'class="citations"' not in markup
    assert '<details class="voices">' in markup


def test_nothing_in_an_article_is_obeyed(news: Any) -> None:
    evil = '"><img src=x onerror=alert(1)></title><script>x</script>'
    article = Article(
        evil, id=evil, title=evil, source=evil, author=evil, category=evil, url=f"https://x.example/{evil}"
    )
    markup = opened(Reading(article), Place(Span(0, 9)), ARABIC, "", SITE)
    assert "<img" not in markup and "<script" not in markup
    assert "javascript" not in opened(Reading(Article(news.text, url="javascript:alert(1)")), Place(), ARABIC, "", SITE)


def test_an_english_article_reads_from_the_left(news: Any) -> None:
    article = Article("The dam will not close.", title="The dam")
    assert '<div class="text" dir="ltr">' in opened(Reading(article), Place(), ARABIC, "", SITE)
    assert '<div class="text" dir="rtl" lang="ar">' in opened(Reading(news.article), Place(), Reader("en"), "", SITE)
