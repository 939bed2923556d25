import re

import pytest

from assistant.answering.wider.timeline import timeline
from tests.assistant.answering.conftest import Asked


@pytest.mark.parametrize(
    "question",
    ["ماذا قالت سلمى الراوي؟", "ما هي تصريحات سلمى الراوي؟", "شنوة قالت سلمى الراوي؟", "إيه تصريحات سلمى الراوي؟"],
)
def test_a_person_and_no_topic_is_a_timeline(asked: Asked, question: str) -> None:
    made = timeline(asked(question))
    assert made is not None
    head, *parts = made.text.split("\n\n")
    assert head == "نُقل عن سلمى الراوي في هذه المقالات 4 أقوال:"
    assert [re.sub("، .*", "", part) for part in parts] == [
        "الاثنين 20 يناير 2025",
        "الأربعاء 2 أبريل 2025",
        "الأربعاء 2 أبريل 2025",
        "الأحد 11 مايو 2025",
    ]
    assert parts[0] == "الاثنين 20 يناير 2025، أعلنت: «توريد الزيت النباتي من الخارج» [1]"


def test_with_a_topic_those_that_meet_it(asked: Asked) -> None:
    made = timeline(asked("كيف تطور موقف سلمى الراوي من سعر الخبز؟"))
    assert made is not None
    assert made.text.startswith("نُقل عن سلمى الراوي في هذا الموضوع قول واحد:")
    assert "سعر الخبز لن يرتفع هذا العام" in made.text


def test_days_narrow_it(asked: Asked) -> None:
    made = timeline(asked("ماذا قالت سلمى الراوي في أفريل 2025؟"))
    assert made is not None
    assert {one.article.id for one in made.told} == {"bread"}


def test_what_asks_for_a_topic_is_no_timeline(asked: Asked) -> None:
    assert timeline(asked("ماذا قالت سلمى الراوي عن سعر الخبز؟")) is None
    assert timeline(asked("من تحدث عن سعر الخبز؟")) is None
    assert timeline(asked("ماذا قال مراد الجويني؟")) is None


def test_what_else_has_nothing_where_all_was_told(asked: Asked) -> None:
    assert timeline(asked("وماذا أضافت؟", history=["ماذا قالت سلمى الراوي؟"])) is None
