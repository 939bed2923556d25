import datetime as dt

from assistant.understanding.days import Days, half, hijri, hijri_in, month, one_day, part, season, shifted, year


def days(first: str, last: str) -> Days:
    return Days(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def test_runs_of_the_calendar() -> None:
    assert month(2016, 2) == days("2016-02-01", "2016-02-29")
    assert year(2017) == days("2017-01-01", "2017-12-31")
    assert season("شتاء", 2016) == days("2016-12-01", "2017-02-28")
    assert half(2016, 2, 2) == days("2016-07-01", "2016-12-31")
    assert half(2016, 3, 4) == days("2016-07-01", "2016-09-30")


def test_parts() -> None:
    assert part(month(2017, 5), "early") == days("2017-05-01", "2017-05-10")
    assert part(month(2017, 5), "middle") == days("2017-05-11", "2017-05-20")
    assert part(month(2017, 5), "late") == days("2017-05-21", "2017-05-31")
    assert part(year(2017), "early") == days("2017-01-01", "2017-04-30")
    assert part(year(2017), "middle") == days("2017-05-01", "2017-08-31")
    assert part(Days(None, None), "late") == Days(None, None)


def test_hijri_is_umm_al_qura() -> None:
    assert hijri(1438, 9) == days("2017-05-27", "2017-06-24")
    assert hijri(1438, 9, 15) == days("2017-06-10", "2017-06-10")
    assert hijri_in(2017, 9) == hijri(1438, 9)
    assert hijri(1438, 9, 31) is None
    assert hijri(1200) is None


def test_shifting() -> None:
    wednesday = one_day(dt.date(2017, 6, 14))
    assert shifted(wednesday, "week", -1) == days("2017-06-05", "2017-06-11")
    assert shifted(month(2017, 1), "month", -1) == month(2016, 12)
    assert shifted(wednesday, "year", 1) == year(2018)
    assert shifted(Days(None, None), "year", 1) == Days(None, None)


def test_widening_leaves_open_ends_open() -> None:
    assert Days(None, dt.date(2017, 5, 31)).wider(1, 7) == Days(None, dt.date(2017, 6, 7))
    assert Days(dt.date(2017, 5, 1), None).shown == "2017-05-01/"
