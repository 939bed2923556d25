import datetime as dt

import pytest

from index.people.filtering import passes
from index.statements import extract
from index.vocabulary import Article, StatementFilters

ARTICLE = Article(
    "نفت الوزيرة ليلى مناع في بيان لها من الرباط وجود أي نقص في الدواء.",
    id="a",
    date=dt.date(2022, 5, 6),
    source="المرصد",
)
[DENIED] = extract(ARTICLE)


@pytest.mark.parametrize(
    ("filters", "speakers", "expected"),
    [
        (StatementFilters(), (), True),
        (StatementFilters(stances=("deny",), kinds=("person",), sources=("المرصد",)), (), True),
        (StatementFilters(stances=("say",)), (), False),
        (StatementFilters(articles=("b",)), (), False),
        (StatementFilters(confidence=1.0), (), False),
        (StatementFilters(), ("مناع",), True),
        (StatementFilters(), ("الوزيرة ليلى منّاع",), True),
        (StatementFilters(), ("Leila Mannaa",), True),
        (StatementFilters(), ("Macron", "سليم"), False),
        (StatementFilters(mediums=("البيان",)), (), True),
        (StatementFilters(mediums=("تغريدة",)), (), False),
        (StatementFilters(since=dt.date(2022, 5, 6), until=dt.date(2022, 5, 6)), (), True),
        (StatementFilters(since=dt.date(2022, 5, 7)), (), False),
        (StatementFilters(until=dt.date(2022, 5, 5)), (), False),
        (StatementFilters(places=("تونس",)), (), False),
        (StatementFilters(places=("و",)), (), False),
    ],
)
def test_passes(filters: StatementFilters, speakers: tuple[str, ...], expected: bool) -> None:
    assert passes(ARTICLE, DENIED, filters, speakers) is expected


def test_an_article_without_a_day_passes_no_days() -> None:
    undated = Article(ARTICLE.text, id="a")
    assert not passes(undated, extract(undated)[0], StatementFilters(until=dt.date(2030, 1, 1)))
