import pytest

from index.counted import count


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
