import pytest

from index.counted import arabic_noun, count


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [
        (0, "article", "0 articles"),
        (1, "article", "1 article"),
        (2, "story", "2 stories"),
        (1_245, "day", "1,245 days"),
    ],
)
def test_count(number: int, noun: str, expected: str) -> None:
    assert count(number, noun) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(3, "مقالات"), (10, "مقالات"), (11, "مقالًا"), (99, "مقالًا"), (100, "مقال"), (102, "مقال"), (1203, "مقالات")],
)
def test_the_arabic_noun_follows_the_last_two_digits(number: int, expected: str) -> None:
    assert arabic_noun(number, "مقالات", "مقالًا", "مقال") == expected
