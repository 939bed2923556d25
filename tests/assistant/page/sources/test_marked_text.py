from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.page.reader import ARABIC, Reader
from assistant.page.sources.marked_text import marked_text, voice_class
from assistant.page.sources.place import Place
from assistant.sources.reading import Reading, Voice
from index.vocabulary import Span


class Shown(HTMLParser):
    """What a browser shows of markup: its text, that of the cited words, and whether all nests."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.cited, self.marks = "", "", 0
        self.stack: list[tuple[str, bool]] = []
        self.feed(markup)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        cited = dict(attrs).get("id") == "cited"
        self.marks += cited
        self.stack.append((tag, cited))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        self.cited += data if any(cited for _, cited in self.stack) else ""


CROSSING = "مستمرة.\r\nوقالت الراوي: «لن نغلق"


@pytest.mark.parametrize("words", ["«لن نغلق الميناء", CROSSING, "الأرصفة <آمنة>", "🌊", "\u202bفي"])
def test_the_text_is_the_articles_and_the_mark_is_the_citation(words: str, news: Any) -> None:
    shown = Shown(marked_text(news.read, Place(news.span(words)), ARABIC))
    assert shown.text == news.text and shown.cited == words and shown.marks == 1


@given(data=st.data())
def test_whatever_is_cited_nothing_of_the_text_changes(data: st.DataObject, news: Any) -> None:
    offsets = st.integers(0, len(news.text))
    runs = data.draw(st.lists(st.tuples(offsets, offsets).filter(lambda p: p[0] < p[1]), min_size=1, max_size=4))
    cited, *also = [Span(*run) for run in runs]
    shown = Shown(marked_text(news.read, Place(cited, tuple(also)), ARABIC))
    assert shown.text == news.text and shown.cited == cited.of(news.text) and shown.marks == 1


def test_statements_wear_the_colour_and_number_of_their_voice(news: Any) -> None:
    markup = marked_text(news.read, Place(), ARABIC)
    firsts = re.findall(
        r'<span class="said first (v\d)" id="(said-\d)" tabindex="-1" data-voice="(\d)" title="(.*?)">', markup
    )
    assert firsts == [
        ("v1", "said-1", "1", "سلمى الراوي · تأكيد"),
        ("v1", "said-2", "1", "سلمى الراوي · قول"),
        ("v2", "said-3", "2", "الوزير · قول"),
        ("v3", "said-4", "3", "مصدر أمني · نفي"),
    ]
    assert re.findall(r'<span class="cue (v\d)">(.*?)</span>', markup) == [
        ("v1", "أكدت"), ("v1", "وقالت"), ("v2", "قال إن"), ("v3", "ونفى")
    ]  # fmt: skip
    assert "<mark" not in markup


def test_a_statement_that_is_cut_has_its_number_once(news: Any) -> None:
    markup = marked_text(news.read, Place(news.span("نغلق الميناء")), ARABIC)
    assert markup.count('id="said-2"') == 1 and markup.count('data-voice="1"') == 2
    assert re.findall(r'autofocus><span class="said v1">نغلق الميناء</span></mark>', markup)


def test_further_citations_are_marked_too(news: Any) -> None:
    markup = marked_text(news.read, Place(news.span("أكدت"), (news.span("ثم غادرت"),)), ARABIC)
    assert '<mark class="also">ثم غادرت</mark>' in markup


def test_in_the_readers_language_and_digits(news: Any) -> None:
    assert 'title="مصدر أمني · denied"' in marked_text(news.read, Place(), Reader("en"))
    assert 'data-voice="٣"' in marked_text(news.read, Place(), Reader("ar", "arabic"))


def test_voices_past_the_eighth_share_a_colour() -> None:
    assert [voice_class(Voice(n, "", "", "person", ())) for n in (0, 7, 8, 30)] == ["v1", "v8", "v9", "v9"]


def test_nothing_in_an_article_is_obeyed(news: Any) -> None:
    assert "<آمنة>" not in marked_text(Reading(news.article), Place(), ARABIC)
