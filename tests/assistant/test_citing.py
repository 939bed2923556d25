import pytest

from assistant.citing import cite, verify
from index.vocabulary import Article, Citation, Span

ARTICLE = Article("قال الوزير: «لن نتراجع».", id="a")


def test_a_citation_is_the_articles_own_words() -> None:
    citation = cite(ARTICLE, Span(13, 22))
    assert citation == Citation("a", Span(13, 22), "لن نتراجع")
    verify(citation, ARTICLE)


@pytest.mark.parametrize("span", [Span(3, 3), Span(20, 99)])
def test_what_cannot_be_opened_cannot_be_cited(span: Span) -> None:
    with pytest.raises(ValueError, match="cites nothing in article a"):
        cite(ARTICLE, span)


def test_words_that_do_not_stand_there_are_found_out() -> None:
    with pytest.raises(ValueError, match="does not stand"):
        verify(Citation("a", Span(13, 22), "لن نتراجع أبدا"), ARTICLE)
    with pytest.raises(ValueError, match="does not stand"):
        verify(Citation("b", Span(13, 22), "لن نتراجع"), ARTICLE)
