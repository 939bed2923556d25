import datetime as dt

import pytest

from index.statements.said_on import resolve, words_of
from index.statements.tokens import read

PUBLISHED = dt.date(2024, 3, 14)  # a Thursday


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("اليوم", dt.date(2024, 3, 14)),
        ("أمس", dt.date(2024, 3, 13)),
        ("مساء أمس الأربعاء", dt.date(2024, 3, 13)),
        ("أول أمس", dt.date(2024, 3, 12)),
        ("أمس الأول", dt.date(2024, 3, 12)),
        ("الثلاثاء", dt.date(2024, 3, 12)),
        ("يوم الخميس", dt.date(2024, 3, 14)),
        ("الخميس الماضي", dt.date(2024, 3, 7)),
        ("الثلاثاء 20 فبراير", dt.date(2024, 2, 20)),
        ("2 جانفي الماضي", dt.date(2024, 1, 2)),
        ("28 كانون الأول", dt.date(2023, 12, 28)),
        ("5 غشت 2023", dt.date(2023, 8, 5)),
        ("الجمعة 1 آذار 2024", dt.date(2024, 3, 1)),
    ],
)
def test_words_to_a_day(written: str, day: dt.date) -> None:
    tokens = read(f"قال {written} إن")
    run = words_of(tokens, 1, len(tokens) - 1)
    assert run is not None
    assert resolve(tokens, run, PUBLISHED) == day


def test_a_day_to_come_is_none_of_saying() -> None:
    tokens = read("قال يوم الأحد المقبل إن")
    assert words_of(tokens, 1, len(tokens)) is None


def test_without_a_day_of_publication_only_a_full_date_is_told() -> None:
    tokens = read("قال أمس إن")
    assert resolve(tokens, (1, 2), None) is None
    tokens = read("قال 5 مارس 2024 إن")
    assert resolve(tokens, (1, 4), None) == dt.date(2024, 3, 5)
