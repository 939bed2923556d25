import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.store.periods import periods_between, periods_with


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2016-02-29", "2016-02-29", ["2016-02-29"]),
        ("2016-02-01", "2016-02-29", ["2016-02"]),
        ("2016-02-01", "2016-02-28", [f"2016-02-{d:02}" for d in range(1, 29)]),
        ("2016-01-01", "2016-12-31", ["2016"]),
        ("2010-01-01", "2020-01-31", ["201", "2020-01"]),
        ("2015-11-30", "2017-01-01", ["2015-11-30", "2015-12", "2016", "2017-01-01"]),
        ("0001-01-01", "9999-12-31", ["0", *"123456789"]),
        ("2016-01-02", "2016-01-01", []),
    ],
)
def test_a_range_is_the_fewest_periods(since: str, until: str, expected: list[str]) -> None:
    assert periods_between(day(since), day(until)) == expected


@given(st.dates(), st.dates(), st.dates())
def test_a_day_shares_one_period_with_a_range_exactly_when_it_lies_in_it(
    one: dt.date, other: dt.date, asked: dt.date
) -> None:
    since, until = min(one, other), max(one, other)
    shared = set(periods_between(since, until)) & set(periods_with(asked))
    assert len(shared) == (since <= asked <= until)
