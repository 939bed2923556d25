"""Days told from today, a Wednesday, or from the days that the conversation speaks of."""

import datetime as dt

import pytest

from assistant.understanding import understand
from assistant.understanding.days import month
from assistant.understanding.relative import relative
from assistant.understanding.typed import read

TODAY = dt.date(2017, 6, 14)
TOLD = {
    "ماذا قال الوزير أمس؟": ("2017-06-13", "2017-06-13"),
    "ماذا قال الوزير امس عن السد": ("2017-06-13", "2017-06-13"),
    "الوزير قال إيه امبارح؟": ("2017-06-13", "2017-06-13"),
    "شو حكى النائب مبارح؟": ("2017-06-13", "2017-06-13"),
    "ماذا قال الوزير أول أمس؟": ("2017-06-12", "2017-06-12"),
    "ماذا قال الوزير أمس الأول؟": ("2017-06-12", "2017-06-12"),
    "ماذا قال الوزير أمس الثلاثاء؟": ("2017-06-13", "2017-06-13"),
    "ماذا قال الوزير اليوم؟": ("2017-06-14", "2017-06-14"),
    "وزير النقل قال ايه النهارده": ("2017-06-14", "2017-06-14"),
    "ماذا قال الوزير الأسبوع الماضي؟": ("2017-06-05", "2017-06-11"),
    "شنوة قال الوزير الجمعة الفارطة؟": ("2017-06-09", "2017-06-09"),
    "وش قال الوزير الأسبوع اللي فات": ("2017-06-05", "2017-06-11"),
    "ماذا قال الوزير هذا الأسبوع؟": ("2017-06-12", "2017-06-18"),
    "شو قال الوزير هالأسبوع؟": ("2017-06-12", "2017-06-18"),
    "ماذا قال الوزير الشهر الماضي؟": ("2017-05-01", "2017-05-31"),
    "آش قال الوزير الشهر الفايت؟": ("2017-05-01", "2017-05-31"),
    "ماذا قال الوزير خلال الشهر الجاري؟": ("2017-06-01", "2017-06-30"),
    "ماذا قال الوزير العام الماضي؟": ("2016-01-01", "2016-12-31"),
    "ماذا قال الوزير السنة الفارطة؟": ("2016-01-01", "2016-12-31"),
    "ماذا قال الوزير السنه دي": ("2017-01-01", "2017-12-31"),
    "ماذا قال الوزير قبل أسبوعين؟": ("2017-05-29", "2017-06-04"),
    "ماذا قال الوزير قبل ثلاثة أيام؟": ("2017-06-11", "2017-06-11"),
    "ماذا قال الوزير منذ شهر؟": ("2017-05-01", "2017-05-31"),
    "ماذا قال الوزير في آخر ثلاثة أشهر؟": ("2017-03-14", "2017-06-14"),
    "ماذا قال الوزير يوم الاثنين؟": ("2017-06-12", "2017-06-12"),
    "ماذا قال الوزير الأربعاء الماضي؟": ("2017-06-07", "2017-06-07"),
    "what did he say yesterday?": ("2017-06-13", "2017-06-13"),
    "what did he say last month?": ("2017-05-01", "2017-05-31"),
}  # fmt: skip
NOT_TOLD = [
    *(
        "من قال إن اليوم العالمي للمرأة فرصة؟",
        "كم برميلا في اليوم؟",
        "ماذا تغير حتى اليوم؟",
        "من هو رئيس السنة التحضيرية؟",
    ),
    *("ماذا قال في رأس السنة؟", "من قال إن عدة سنوات ضاعت؟", "كم عمر الطفل سنة؟", "من أخبار اليوم السابع؟"),
]


@pytest.mark.parametrize(("asked", "days"), TOLD.items())
def test_days_told_from_today(asked: str, days: tuple[str, str]) -> None:
    found = relative(read(asked), TODAY)
    assert found is not None
    assert (found.days.since, found.days.until) == tuple(map(dt.date.fromisoformat, days))
    assert found.relative


@pytest.mark.parametrize("asked", NOT_TOLD)
def test_words_that_only_look_so(asked: str) -> None:
    assert relative(read(asked), TODAY) is None


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("وماذا قال في الشهر الموالي؟", "2017-06-01"),
        ("وماذا قال في الشهر التالي؟", "2017-06-01"),
        ("وماذا قال في الشهر الذي قبله؟", "2017-04-01"),
        ("وماذا قال في الشهر السابق؟", "2017-04-01"),
        ("وماذا قال في السنة التي تليها؟", "2018-01-01"),
    ],
)
def test_days_told_from_those_talked_of(asked: str, first: str) -> None:
    found = relative(read(asked), dt.date(2026, 1, 1), month(2017, 5))
    assert found is not None
    assert found.days.since == dt.date.fromisoformat(first)


def test_a_follow_up_reckons_from_its_question() -> None:
    question = understand("وماذا قال في الشهر الموالي؟", ["ماذا قال الوزير في ماي 2017 عن السد؟"], today=TODAY)
    assert (question.since, question.until) == (dt.date(2017, 6, 1), dt.date(2017, 6, 30))


def test_news_of_yesterday_narrow() -> None:
    assert understand("ماذا قال الوزير أمس عن السد؟", today=TODAY).period_hard
