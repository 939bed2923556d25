import pytest

from assistant.answering.wider.numbers import OF_SPEAKER, SPEAKER, STATEMENT, counted


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "قول واحد"),
        (2, "قولان"),
        (3, "3 أقوال"),
        (10, "10 أقوال"),
        (11, "11 قولًا"),
        (23, "23 قولًا"),
        (99, "99 قولًا"),
        (100, "100 قول"),
        (102, "102 قول"),
        (103, "103 أقوال"),
        (207, "207 أقوال"),
        (176, "176 قولًا"),
    ],
)
def test_statements_are_counted_as_arabic_counts(number: int, said: str) -> None:
    assert counted(number, STATEMENT) == said


def test_two_speakers_have_a_case() -> None:
    assert counted(2, SPEAKER) == "متحدّثان"
    assert counted(2, OF_SPEAKER) == "متحدّثَين"
