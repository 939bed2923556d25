import datetime as dt

import click
import pytest

from assistant.command.options import Day


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-02-03", dt.date(2024, 2, 3), dt.date(2024, 2, 3)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2024-12", dt.date(2024, 12, 1), dt.date(2024, 12, 31)),
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
    ],
)
def test_a_month_or_year_means_all_of_it(written: str, first: dt.date, last: dt.date) -> None:
    assert Day().convert(written, None, None) == first
    assert Day(end=True).convert(written, None, None) == last


@pytest.mark.parametrize(
    "written", ["", "أمس", "2024-02-30", "03/02/2024", "2024-1-1-1", "99999", "0-1-1", "9999-12-x"]
)
def test_what_is_no_day(written: str) -> None:
    with pytest.raises(click.BadParameter, match="2017-01-20"):
        Day(end=True).convert(written, None, None)
