from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from index.vocabulary import Answer, Article, Chip, Citation, Evidence, Mark, Passage, Span, Statement

QUOTE = "«لن نُغلق الميناء\nقبل انتهاء *العاصفة* & <b>الرياح</b>»"
PORT = Article(
    id="وادي/1 ?#%",
    title="سلمى الراوي: الميناء يعمل [رغم] العاصفة",
    date=dt.date(2017, 1, 20),
    source="صحيفة المرفأ",
    url="https://marfa.example/news/1",
    author="هيئة التحرير",
    text=f"أكدت مديرة الميناء سلمى الراوي، الجمعة، في ندوة بطنجة أن الحركة مستمرة. وقالت: {QUOTE}، ثم انصرفت.",
)
RELAY = Article(id="relay-2", title="", source="وكالة الساحل", text=f"نقلت الصحف عن الراوي قولها: {QUOTE}.")


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


STATEMENT = Statement(
    article_id=PORT.id,
    content=span(PORT, QUOTE),
    cue=span(PORT, "وقالت"),
    speaker="سلمى الراوي",
    kind="person",
    stance="say",
    type="direct",
    place=span(PORT, "ندوة بطنجة"),
    said_on=dt.date(2017, 1, 20),
    said_on_words=span(PORT, "الجمعة"),
)


def answer_to(question: str, kind: str = "who") -> Answer:
    return Answer(
        question,
        f"قالت سلمى الراوي، مديرة الميناء: {QUOTE} [1]، ونقلته وكالة الساحل [2].",
        (
            Citation(PORT.id, span(PORT, QUOTE), QUOTE, STATEMENT),
            Citation(RELAY.id, span(RELAY, QUOTE), QUOTE),
        ),
        (Evidence(PORT, Passage(PORT.id, 0, Span(0, len(PORT.text))), 0.91, (RELAY,)),),
        seconds={"answer": 0.2},
        kind=kind,
        chips=(Chip("days", "2017-01-01/2017-01-31", "يناير 2017"), Chip("person", "راوي", "الراوي", hard=False)),
        confidence="high",
        notice="صيغ الجواب من المقاطع وحدها.",
        marks=(Mark(Span(0, 4), "name"),),
        suggestions=("أين قالت ذلك؟",),
    )


def refusal_of(question: str) -> Answer:
    nearest = (Evidence(RELAY, Passage(RELAY.id, 0, Span(0, len(RELAY.text))), 0.2),)
    return Answer(question, "", evidence=nearest, refused=True, reason="لم يقل أحد شيئًا عن المريخ.")


@pytest.fixture
def articles() -> dict[str, Article]:
    """The articles there are, by id: a test may remove or change one."""
    return {article.id: article for article in (PORT, RELAY)}


@pytest.fixture
def lookup(articles: dict[str, Article]) -> Callable[[str], Article | None]:
    return articles.get
