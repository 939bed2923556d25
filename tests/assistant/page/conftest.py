from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import pytest

from index.store.statements import StatementHit
from index.vocabulary import Answer, Article, Citation, Evidence, Filters, Passage, Span, Statement

EVERYTHING = Filters()
QUOTE = "«سنبدأ غدًا»"
ARTICLE = Article(
    f"قال العامري: {QUOTE}، <b>ثم</b> سكت.", id="م/1 ?&#%", title="خبر", source="المرفأ", url="https://marfa.example/1"
)


class Desk:
    """An assistant that answers in two steps about one article; `failure` breaks whatever is asked of it."""

    def __init__(self) -> None:
        self.failure: Exception | None = None
        self.asked: list[tuple[str, Filters, tuple[str, ...]]] = []

    def stream(
        self,
        question: str,
        *,
        filters: Filters = EVERYTHING,
        history: Sequence[str] = (),
        without: Collection[str] = (),
    ) -> Iterator[Answer]:
        self.asked.append((question, filters, tuple(history)))
        yield Answer(question, "قال العامري")
        self._fail()
        start = ARTICLE.text.index(QUOTE)
        citation = Citation(ARTICLE.id, Span(start, start + len(QUOTE)), QUOTE)
        evidence = Evidence(ARTICLE, Passage(ARTICLE.id, 0, Span(0, len(ARTICLE.text))), 0.9)
        yield Answer(question, f"قال العامري: {QUOTE} [1]", (citation,), (evidence,))

    def article(self, article_id: str) -> Article | None:
        self._fail()
        return ARTICLE if article_id == ARTICLE.id else None

    def statements_of(self, article_id: str) -> list[StatementHit]:
        self._fail()
        if article_id != ARTICLE.id:
            return []
        start = ARTICLE.text.index(QUOTE) + 1
        said = Statement(
            ARTICLE.id,
            Span(start, start + len(QUOTE) - 2),
            Span(0, 3),
            "العامري",
            "person",
            "say",
            "direct",
            Span(4, 11),
        )
        return [StatementHit(1, said, ARTICLE, "عامري", "سالم العامري")]

    def sources(self) -> list[tuple[str, int]]:
        self._fail()
        return [("المرفأ", 1), ("", 2)]

    def examples(self) -> list[str]:
        self._fail()
        return ["من قال «نعم»؟ <b>"]

    def size(self) -> int:
        self._fail()
        return 3

    def _fail(self) -> None:
        if self.failure:
            raise self.failure


@pytest.fixture
def desk() -> Desk:
    return Desk()
