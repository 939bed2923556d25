import pytest

from assistant.answering.lines import analysed
from assistant.answering.whereabouts import place_missing
from assistant.understanding import Question

RARITY = dict.fromkeys(analysed("طنجة أنقرة تركيا الرياض").words, 0.6)


def missing(asked: str, article: str, *places: str) -> float:
    question = Question(asked, asked, analysed(asked).words, places=places)
    return place_missing(question, RARITY, set(analysed(article).words))


def test_a_place_that_the_article_names_or_does_not() -> None:
    assert missing("كم قتيلا في حريق السوق في طنجة؟", "اندلع حريق في سوق طنجة القديم", "طنجة") == 0.0
    assert missing("كم قتيلا في حريق السوق في طنجة؟", "اندلع حريق في سوق أسوان", "طنجة") == pytest.approx(0.6)


def test_a_place_that_only_its_preposition_tells() -> None:
    assert missing("كم قتيلا في حريق السوق بطنجة؟", "اندلع حريق في سوق أسوان") == pytest.approx(0.6)


def test_a_country_is_there_where_its_capital_is() -> None:
    assert missing("كيف ردت أنقرة على القرار؟", "ردت تركيا على القرار", "أنقرة") == 0.0


def test_no_place_is_named() -> None:
    assert missing("كم سعر الخبز؟", "سعر الخبز درهم") == 0.0
