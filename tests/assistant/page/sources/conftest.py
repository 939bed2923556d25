"""An article whose statements overlap what is cited, and one that is hostile."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from assistant.sources.reading import reading
from index.store.statements import StatementHit
from index.vocabulary import Article, Span, Statement

TEXT = (
    "أكدت مديرة ميناء السفن سلمى الراوي، الجمعة، أن حركة البواخر مستمرة.\r\n"
    "وقالت الراوي: «لن نغلق الميناء، والوزير قال إن الأرصفة <آمنة> & جاهزة»، ثم غادرت.\n\n"
    "ونفى مصدر أمني وجود أضرار \u202bفي الأرصفة\u202c 🌊."
)
ARTICLE = Article(
    TEXT, id="م/1 ?#%", title="الميناء يعمل", date=dt.date(2017, 1, 20), source="المرفأ", url="https://marfa.example/1"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def hit(cue: str, content: str, speaker: str, stance: str, role: str = "", kind: str = "person") -> StatementHit:
    said = Statement(ARTICLE.id, span(content), span(cue), speaker, kind, stance, "indirect", role=role)
    return StatementHit(1, said, ARTICLE, speaker, speaker)


HITS = [
    hit("أكدت", "حركة البواخر مستمرة", "سلمى الراوي", "stress", "مديرة ميناء السفن"),
    hit("وقالت", "لن نغلق الميناء، والوزير قال إن الأرصفة <آمنة> & جاهزة", "سلمى الراوي", "say"),
    hit("قال إن", "الأرصفة <آمنة> & جاهزة", "الوزير", "say"),
    hit("ونفى", "وجود أضرار \u202bفي الأرصفة\u202c 🌊", "مصدر أمني", "deny", kind="anonymous"),
]


@pytest.fixture(scope="session")
def news() -> SimpleNamespace:
    """The `article`, its `text`, its `read`ing, the `hits` it is made of, and the `span` of some of its words."""
    return SimpleNamespace(article=ARTICLE, text=TEXT, read=reading(ARTICLE, HITS), hits=HITS, span=span)
