"""Days of the calendar that questions name."""

import datetime as dt

import pytest

from assistant.understanding import understand
from assistant.understanding.periods import explicit
from assistant.understanding.typed import read

NAMED = {
    # a month and a year, in the names of five regions
    "من قال في ماي 2017 إن الجسر آمن؟": ("2017-05-01", "2017-05-31"),
    "ماذا أعلنت الشركة في كانون الثاني 2016؟": ("2016-01-01", "2016-01-31"),
    "متى تحدث الوزير في غشت 2015 عن السد؟": ("2015-08-01", "2015-08-31"),
    "من انتقد القرار في شتنبر من سنة 2018": ("2018-09-01", "2018-09-30"),
    "ماذا قال المدرب بفيفري 2017؟": ("2017-02-01", "2017-02-28"),
    "ماذا قال المدير في شباط/فبراير 2016؟": ("2016-02-01", "2016-02-29"),
    "كم عدد الضحايا في شهر تشرين الأول عام 2014؟": ("2014-10-01", "2014-10-31"),
    "what did he say in May 2017?": ("2017-05-01", "2017-05-31"),
    "what did he say in september 2016": ("2016-09-01", "2016-09-30"),
    # a year
    "من نفى الخبر سنة 2016؟": ("2016-01-01", "2016-12-31"),
    "من نفى الخبر عام ٢٠١٦؟": ("2016-01-01", "2016-12-31"),
    "من نفى الخبر بعام 2016؟": ("2016-01-01", "2016-12-31"),
    "ماذا قال محسن عن رئاسيات 2019؟": ("2019-01-01", "2019-12-31"),
    "who denied it in 2016?": ("2016-01-01", "2016-12-31"),
    # a day
    "ماذا حدث يوم 14 جانفي 2011؟": ("2011-01-14", "2011-01-14"),
    "ماذا حدث في 3 من تموز سنة 2013؟": ("2013-07-03", "2013-07-03"),
    "ماذا حدث في ٧ أكتوبر ٢٠٢٣": ("2023-10-07", "2023-10-07"),
    "ماذا قال الوزير بتاريخ 20/01/2017؟": ("2017-01-20", "2017-01-20"),
    "ماذا قال الوزير في 2017-01-20؟": ("2017-01-20", "2017-01-20"),
    "what was said on May 14, 2017?": ("2017-05-14", "2017-05-14"),
    # parts of a month and of a year
    "من أضرب أواخر أفريل 2016؟": ("2016-04-21", "2016-04-30"),
    "من أضرب في منتصف ماي 2017؟": ("2017-05-11", "2017-05-20"),
    "من أضرب في أوائل شهر جوان 2015": ("2015-06-01", "2015-06-10"),
    "من طلب القرض أواخر 2016": ("2016-09-01", "2016-12-31"),
    "من طلب القرض مطلع سنة 2017": ("2017-01-01", "2017-04-30"),
    "من طلب القرض في النصف الثاني من 2016؟": ("2016-07-01", "2016-12-31"),
    "كم بلغ النمو في الربع الأول من عام 2018؟": ("2018-01-01", "2018-03-31"),
    "ماذا صرح في صيف 2016؟": ("2016-06-01", "2016-08-31"),
    "ماذا صرح شتاء 2016": ("2016-12-01", "2017-02-28"),
    # ranges
    "ماذا قال الوزير بين 2014 و2016؟": ("2014-01-01", "2016-12-31"),
    "ماذا قال الوزير ما بين جانفي 2015 ومارس 2015؟": ("2015-01-01", "2015-03-31"),
    "ماذا قال الوزير من 2014 إلى 2016؟": ("2014-01-01", "2016-12-31"),
    "كيف تطور الموقف منذ 2014 حتى 2016؟": ("2014-01-01", "2016-12-31"),
    "ماذا قال الوزير منذ جانفي 2015؟": ("2015-01-01", None),
    "ماذا قال الوزير قبل سنة 2015؟": (None, "2014-12-31"),
    "ماذا قال الوزير بعد 2015؟": ("2016-01-01", None),
    "كم عدد الواصلين حتى ماي 2017؟": (None, "2017-05-31"),
    "what did he say between 2014 and 2016?": ("2014-01-01", "2016-12-31"),
    # Hijri, and Hijri months of a Gregorian year
    "ماذا قال المفتي في رمضان 1438؟": ("2017-05-27", "2017-06-24"),
    "ماذا قال المفتي يوم 15 رمضان 1438 هـ؟": ("2017-06-10", "2017-06-10"),
    "ماذا قال المفتي سنة 1438 هـ؟": ("2016-10-02", "2017-09-20"),
    "ماذا قال المفتي في رمضان 2017؟": ("2017-05-27", "2017-06-24"),
    "من خطب في ذي الحجة 1437؟": ("2016-09-02", "2016-10-01"),
}
NONE = [
    *("كم بلغ سعر البرميل؟", "ماذا حدث يوم 14 جانفي؟", "من أنقذ 484 مهاجرا؟"),
    *("ماذا قال الوزير في رمضان؟", "من صوت على الفصل 49؟", "ماذا مارس الضغط؟", "ماذا قال الوزير عن الربيع العربي؟"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "days"), NAMED.items())
def test_days_that_are_named(asked: str, days: tuple[str | None, str | None]) -> None:
    found = explicit(read(asked))
    assert found is not None
    since, until = (dt.date.fromisoformat(day) if day else None for day in days)
    assert (found.days.since, found.days.until) == (since, until)


@pytest.mark.parametrize("asked", NONE)
def test_no_days_are_named(asked: str) -> None:
    assert explicit(read(asked)) is None


def test_of_an_impossible_day_the_month_is_left() -> None:
    found = explicit(read("ماذا حدث في 31 نوفمبر 2016؟"))
    assert found is not None
    assert (found.days.since, found.days.until) == (dt.date(2016, 11, 1), dt.date(2016, 11, 30))


def test_a_month_without_a_year_is_of_the_year_talked_of() -> None:
    found = explicit(read("وماذا قال في جوان؟"), 2016)
    assert found is not None
    assert found.days.since == dt.date(2016, 6, 1)


HARD = [
    *("من قال في ماي 2017 إن الجسر آمن؟", "من صرح سنة 2016 بأن السد ممتلئ؟", "ماذا قال سامر الخطيب في ماي 2017؟"),
    *("ماذا قال سامر الخطيب في ماي 2017 عن السد؟", "في ماي 2017، ماذا قال الوزير عن السد؟"),
    "من أعلن يوم 3 ماي 2017 غلق الميناء؟",
    *("ما موقف سامر الخطيب سنة 2016 من القانون؟", "أي حزب دعا سنة 2014 إلى المقاطعة؟"),
    "شو حكى النائب في آب 2016 عن المرفأ؟",
    *("ماذا قالت مقالات ماي 2017 عن السد؟", "who denied in May 2017 the cracks?"),
]  # fmt: skip
SOFT = [
    *("ماذا قال الوزير عن رئاسيات 2019؟", "ماذا قال الوزير عن نتائج 2015؟", "ماذا قال الوزير عن أحداث 14 جانفي 2011؟"),
    *("من غادر البلاد في 14 جانفي 2011؟", "من اغتال النائب في فيفري 2013؟", "ما موقف الحزب من انتخابات 2014؟"),
    *("ماذا قال الوزير عن الثورة في 2011؟", "من قال إن المصنع سيغلق سنة 2020؟", "من اتهم المدير بسرقة أموال سنة 2010؟"),
    *("كيف سيؤثر قانون مالية 2016 على القطاع؟", "من أعلن ترشحه لرئاسيات 2019؟", "متى ينتهي عقد اللاعب، صيف 2018؟"),
    *("ماذا قال الوزير بعد أحداث 2011 عن السد؟", "who won the election in 2014?"),
]  # fmt: skip


@pytest.mark.parametrize("asked", HARD)
def test_days_of_saying_narrow(asked: str) -> None:
    question = understand(asked)
    assert question.period_hard
    assert question.filters.since is not None or question.filters.until is not None


@pytest.mark.parametrize("asked", SOFT)
def test_days_that_may_belong_to_the_topic_do_not(asked: str) -> None:
    question = understand(asked)
    assert question.since is not None or question.until is not None
    assert not question.period_hard
    assert not question.filters


def test_a_report_may_be_printed_a_week_after_what_it_reports() -> None:
    filters = understand("من قال في ماي 2017 إن الجسر آمن؟").filters
    assert (filters.since, filters.until) == (dt.date(2017, 4, 30), dt.date(2017, 6, 7))
