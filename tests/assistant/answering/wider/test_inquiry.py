import datetime as dt

from assistant.answering.wider.inquiry import Wider
from index.vocabulary import Filters
from tests.assistant.answering.conftest import Asked


def test_statements_are_narrowed_as_the_articles_are(asked: Asked) -> None:
    own = Filters(sources=("المرفأ",), until=dt.date(2025, 4, 30))
    narrowed = asked("ماذا قالت سلمى الراوي؟", filters=own).narrowed(("سلمي راوي",), ("say",))
    assert (narrowed.sources, narrowed.until, narrowed.people, narrowed.stances) == (
        ("المرفأ",),
        dt.date(2025, 4, 30),
        ("سلمي راوي",),
        ("say",),
    )


def test_days_asked_for_are_those_of_saying_to_the_day(asked: Asked) -> None:
    """Passages are looked for some days longer: a report is printed after what it reports."""
    narrowed = asked("ماذا قالت سلمى الراوي في أفريل 2025؟").narrowed()
    assert (narrowed.since, narrowed.until) == (dt.date(2025, 4, 1), dt.date(2025, 4, 30))


def test_a_refusal_says_why_and_claims_no_confidence() -> None:
    answer = Wider("لم أجد قولًا.\n\nأقرب ما ورد:", (), (), refused=True, reason="لم أجد قولًا.").answer("س", ())
    assert answer.refused and answer.reason == "لم أجد قولًا." and answer.confidence == ""
