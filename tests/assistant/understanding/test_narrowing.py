import datetime as dt

from assistant.understanding.narrowing import merged
from index.vocabulary import EVERYTHING, Filters

MAY = Filters(since=dt.date(2017, 5, 1), until=dt.date(2017, 5, 31))
YEAR = Filters(since=dt.date(2017, 1, 1), until=dt.date(2017, 12, 31))


def test_the_question_narrows_where_the_reader_does_not() -> None:
    assert merged(EVERYTHING, MAY) == MAY
    assert merged(MAY, EVERYTHING) == MAY
    assert merged(Filters(articles=("a",)), MAY) == Filters(articles=("a",), since=MAY.since, until=MAY.until)


def test_both_narrow_to_what_they_share() -> None:
    assert merged(YEAR, MAY) == MAY
    assert merged(Filters(since=dt.date(2017, 5, 10)), MAY) == Filters(since=dt.date(2017, 5, 10), until=MAY.until)


def test_what_the_reader_set_stands() -> None:
    other = Filters(sources=("الضحى",), since=dt.date(2015, 1, 1), until=dt.date(2015, 12, 31))
    assert merged(other, Filters(sources=("الشعلة",), since=MAY.since, until=MAY.until)) == other
