import pytest

from assistant.answering.wider.listing import listing, wants
from tests.assistant.answering.conftest import Asked


@pytest.mark.parametrize(
    "question",
    [
        "من تحدث عن تشققات السد؟",
        "مين اللي اتكلم عن تشققات السد؟",
        "شكون تحدث على تشققات السد؟",
        "من هم الذين تحدثوا عن تشققات السد؟",
    ],
)
def test_each_speaker_comes_once_and_the_wire_once(asked: Asked, question: str) -> None:
    made = listing(asked(question))
    assert made is not None
    assert made.text.startswith("تحدّث عن ذلك في هذه المقالات متحدّثان:")
    assert sorted(one.hit.shown for one in made.told) == ["سامر الحداد", "هالة الدريدي"]
    assert made.text.count("«") == 2


def test_a_stance_leaves_the_others_out(asked: Asked) -> None:
    made = listing(asked("من هم الذين طالبوا بفتح تحقيق في صيانة السد؟"))
    assert made is not None
    assert made.text.startswith("وجدتُ ذلك في أقوال متحدّث واحد:")
    assert [one.hit.statement.stance for one in made.told] == ["demand"]


@pytest.mark.parametrize(
    "question", ["من قال إن السد سليم؟", "من الوزيرة التي تحدثت عن الخبز؟", "من نفى تشققات السد؟", "ماذا قال الحداد؟"]
)
def test_who_said_one_thing_is_no_list(asked: Asked, question: str) -> None:
    assert not wants(asked(question))
    assert listing(asked(question)) is None


def test_nobody_is_listed_for_what_nobody_spoke_of(asked: Asked) -> None:
    assert listing(asked("من تحدث عن الضرائب العقارية؟")) is None
