import pytest

from index.arabic.normal import fold
from index.arabic.stopwords import STOPWORDS


@pytest.mark.parametrize(
    "words", ["من أين متى كيف لماذا", "مين فين إمتى ليه ازاي", "شكون وين وقتاش علاش قداش", "وش ليش منو شحال"]
)
def test_a_question_word_of_any_country_is_none_to_search_for(words: str) -> None:
    assert [word for word in words.split() if fold(word) not in STOPWORDS] == []


@pytest.mark.parametrize("word", ["قال", "نفى", "الوزير", "السد", "أمس"])
def test_words_of_news_are_kept(word: str) -> None:
    assert fold(word) not in STOPWORDS


def test_they_are_folded() -> None:
    assert {fold(word) for word in STOPWORDS} == STOPWORDS
