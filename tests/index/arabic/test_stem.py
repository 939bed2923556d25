import pytest

from index.arabic.normal import fold
from index.arabic.stem import stem


@pytest.mark.parametrize(
    "family",
    [
        "الحكومة والحكومة بحكومة للحكومة حكومات الحكومات حكومتها",
        "المتظاهرين متظاهرون للمتظاهرين متظاهر والمتظاهرون",
        "الوزارة وزارات للوزارة وبالوزارة ووزارته",
        "المستشفى مستشفى بالمستشفى والمستشفى",
    ],
)
def test_inflections_of_a_word_meet(family: str) -> None:
    assert len({stem(fold(word)) for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("سلام", "إسلام"), ("كتاب", "مكتب"), ("علم", "عالم"), ("ولد", "بلد")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(fold(one)) != stem(fold(other))


@pytest.mark.parametrize(("careful", "careless"), [("الإعلان", "الاعلان"), ("فريعة", "فريعه"), ("مستشفى", "مستشفي")])
def test_careless_spelling_makes_no_difference(careful: str, careless: str) -> None:
    assert stem(fold(careful)) == stem(fold(careless))


def test_short_and_foreign_words_are_kept() -> None:
    assert [stem(word) for word in ("يد", "ابن", "covid", "وات")] == ["يد", "ابن", "covid", "وات"]
