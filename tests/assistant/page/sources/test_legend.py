import html
import re
from typing import Any

from assistant.page.reader import ARABIC, Reader
from assistant.page.sources.legend import legend
from assistant.sources.reading import Reading, reading
from index.store.statements import StatementHit
from index.vocabulary import Article, Span, Statement


def test_every_voice_has_a_box_a_number_a_name_and_its_statements(news: Any) -> None:
    markup = legend(news.read, ARABIC)
    assert re.findall(r'id="(voice-\d)" checked', markup) == ["voice-0", "voice-1", "voice-2", "voice-3"]
    assert re.findall("<bdi>(.*?)</bdi>", markup) == ["سلمى الراوي", "الوزير", "مصدر أمني"]
    assert '<span class="role">مديرة ميناء السفن</span>' in markup
    assert re.findall("<summary>(.*?)</summary>", markup)[1:] == ["قولان", "قول واحد", "قول واحد"]
    assert re.findall(r'href="#said-(\d)"', markup) == ["1", "2", "3", "4"]
    assert '<span class="stance">نفي</span>' in markup and "الأرصفة &lt;آمنة&gt; &amp; جاهزة" in markup


def test_in_english(news: Any) -> None:
    markup = legend(news.read, Reader("en"), unfolded=False)
    assert "Who speaks in this article" in markup and "2 statements" in markup and '<details class="voices">' in markup


def test_an_article_without_statements_says_so(news: Any) -> None:
    assert "لم يُستخرج من هذا المقال قول" in legend(Reading(news.article), ARABIC)


def test_more_voices_than_colours_share_a_box() -> None:
    article = Article("كلمة " * 40, id="كثير")
    hits = []
    for number in range(12):
        speaker, words = f"متحدث {number}", Span(5 * number, 5 * number + 4)
        said = Statement(article.id, words, Span(100, 104), speaker, "person", "say", "direct")
        hits.append(StatementHit(number, said, article, speaker, speaker))
    markup = legend(reading(article, hits), ARABIC)
    assert re.findall(r'id="voice-(\d+)"', markup) == [str(n) for n in range(10)]
    assert "متحدثون آخرون" in markup and "متحدث 11" in markup


def test_long_words_are_cut_and_hostile_ones_harmless() -> None:
    evil = '"><script>x</script> ' + "كلام " * 40
    article = Article(evil, id="عدائي")
    hit = StatementHit(
        1, Statement(article.id, Span(0, len(evil)), Span(0, 1), evil, "person", "say", "direct"), article, evil, evil
    )
    markup = legend(reading(article, [hit]), ARABIC)
    assert "<script" not in markup and html.unescape(markup).count("كلام") < 100 and "…" in markup
