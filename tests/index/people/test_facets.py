import datetime as dt

import pytest

from index.people.facets import facets, medium_name, padded, place_name
from index.vocabulary import Article, Span, Statement

TEXT = "قالت وزارة الصحة في بيان نشر بالدار البيضاء إن اللقاح متوفر."


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("في تونس", "تونس"),
        ("بسوسة", "سوسة"),
        ("خلال ندوة صحفية بالقاهرة", "القاهرة"),
        ("في الدار البيضاء", "الدار البيضاء"),
        ("في بريطانيا", "بريطانيا"),
        ("أمام مجلس الأمن", "مجلس الأمن"),
        ("على هامش ندوة صحفية عقدها", "ندوة صحفية"),
        ("", ""),
    ],
)
def test_what_a_place_is_counted_as(phrase: str, name: str) -> None:
    assert place_name(phrase) == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("في بيان لها", "بيان"),
        ("في تصريح للجوهرة أف أم", "الجوهرة أف أم"),
        ('في تصريح لمراسلة "قناة الشروق"', "قناة الشروق"),
        ("للصحفيين", "الصحفيين"),
        ("خلال مؤتمر صحفي عقده", "مؤتمر صحفي"),
        ("وكالة رويترز", "وكالة رويترز"),
    ],
)
def test_what_a_medium_is_counted_as(phrase: str, name: str) -> None:
    assert medium_name(phrase) == name


def test_the_facets_of_a_statement() -> None:
    def at(words: str) -> Span:
        start = TEXT.index(words)
        return Span(start, start + len(words))

    article = Article(TEXT, "a", date=dt.date(2021, 2, 3))
    said = Statement(
        "a",
        at("اللقاح متوفر"),
        at("قالت"),
        "وزارة الصحة",
        "organization",
        "say",
        "indirect",
        organization="",
        place=at("بالدار البيضاء"),
        medium=at("في بيان"),
    )
    found = facets(article, said)
    assert (found.day, found.place, found.medium) == (dt.date(2021, 2, 3), "الدار البيضاء", "بيان")
    assert padded("البيضاء") in found.place_words
    assert padded("وزارة") in found.organization_words  # a body speaks for itself
