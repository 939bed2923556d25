from urllib.parse import unquote, urlsplit

import pytest

from assistant.sources.address import article_path, permalink
from index.vocabulary import Span


@pytest.mark.parametrize("article_id", ["a-1", "وادي/1 ?#%", "../x", "a/../b", "a//b", " ", "&=;+", "🌊", '"<>'])
def test_any_id_is_one_step_of_a_path(article_id: str) -> None:
    path = urlsplit("http://x/" + article_path(article_id, 3, 9))
    assert path.path.count("/") == 2 and unquote(path.path) == f"/article/{article_id}"
    assert path.query == "start=3&end=9" and path.fragment == "cited"


@pytest.mark.parametrize("article_id", [".", ".."])
def test_what_a_browser_takes_for_a_folder_is_asked_for_by_query(article_id: str) -> None:
    assert article_path(article_id) == f"article?id={article_id}"
    assert article_path(article_id, 1, 2) == f"article?id={article_id}&start=1&end=2#cited"


def test_further_runs_of_the_article() -> None:
    assert article_path("a", 1, 2, also=[Span(5, 8), Span(9, 12)]) == "article/a?start=1&end=2&also=5-8&also=9-12#cited"
    assert article_path("a") == "article/a"


def test_a_permalink_needs_a_site() -> None:
    assert permalink("http://h:1/isnad/", "a b", Span(1, 2)) == "http://h:1/isnad/article/a%20b?start=1&end=2#cited"
    assert permalink("", "a", Span(1, 2)) == ""
