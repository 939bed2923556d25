import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.arabic.analyser import tokens
from index.ingest import file_entry
from index.passages import estimate_tokens
from index.store.catalogue import Catalogue
from index.store.words import articles_with, passages_with
from index.vocabulary import Article, Filters

ARTICLES = (
    Article(
        "نفى وزير التموين رفع سعر الخبز المدعّم.", id="bread", title="الخبز", date=dt.date(2025, 1, 9), source="الميزان"
    ),
    Article("وصل القطار الأول إلى المحطة.", id="rail", title="سكك", date=dt.date(2025, 4, 1), source="الساحل"),
    Article("أعلن الوزير موعد انطلاق القطار السريع.", id="fast", title="القطار", source="الساحل"),
)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite3")
    for article in ARTICLES:
        catalogue.write(file_entry(article, estimate_tokens), run=1)
    yield catalogue
    catalogue.close()


def ids(catalogue: Catalogue, found: list[tuple[int, float]]) -> list[str]:
    return [catalogue.parts(key)[0].id for key, _ in found]


def test_the_best_match_is_first_and_scores_fall(catalogue: Catalogue) -> None:
    found = articles_with(catalogue, tokens("من أعلن موعد القطار؟"), 10)
    assert ids(catalogue, found) == ["fast", "rail"]
    assert found[0][1] > found[1][1] > 0


def test_careless_spelling_finds_the_same(catalogue: Catalogue) -> None:
    assert ids(catalogue, passages_with(catalogue, tokens("سعر الخبز المدعم"), 5)) == ["bread"]


def test_a_passage_is_found_by_its_title_and_its_month_under_any_name(catalogue: Catalogue) -> None:
    assert ids(catalogue, passages_with(catalogue, tokens("سكك"), 5)) == ["rail"]
    assert ids(catalogue, passages_with(catalogue, tokens("كانون الثاني"), 5)) == ["bread"]


def test_filters_narrow(catalogue: Catalogue) -> None:
    words = tokens("القطار")
    assert ids(catalogue, articles_with(catalogue, words, 5, Filters(since=dt.date(2025, 1, 1)))) == ["rail"]
    assert ids(catalogue, passages_with(catalogue, words, 5, Filters(sources=("الميزان",)))) == []


@pytest.mark.parametrize("question", ["", "من؟", "NOT AND OR NEAR(", '"', "* ^ : - ()"])
def test_no_question_is_a_syntax_error(catalogue: Catalogue, question: str) -> None:
    assert passages_with(catalogue, tokens(question), 5) == []
