import datetime as dt

from assistant.understanding.question import Named, Question
from index.vocabulary import EVERYTHING, Chip, Filters


def test_only_hard_chips_filter() -> None:
    soft = (Chip("person", "x", "س", hard=False), Chip("days", "2016-01-01/2016-12-31", "2016", hard=False))
    assert Question("", "", (), chips=soft).filters == EVERYTHING
    hard = (Chip("days", "2016-01-01/", "منذ 2016"), Chip("outlet", "الضحى", "الضحى"))
    assert Question("", "", (), chips=(*soft, *hard)).filters == Filters(("الضحى",), since=dt.date(2016, 1, 1))


def test_speakers_are_those_whose_words_are_asked_for() -> None:
    one, other = Named(("a",), "أ", "أ", speaker=True), Named(("b",), "ب", "ب")
    assert Question("", "", (), people=(one, other)).speakers == (one,)
