"""A question as a whole, and in a conversation."""

import datetime as dt

import pytest

from assistant.understanding import Gazetteer, understand
from index.arabic.analyser import tokens

ASKED = "ماذا قال سامر الخطيبي في ماي 2017 عن مخزون السد؟"


def test_a_question_with_all_its_parts(gazetteer: Gazetteer) -> None:
    question = understand(ASKED, gazetteer=gazetteer)
    assert (question.kind, question.aspect, question.stances) == ("what", "said", ())
    assert question.topic == tuple(tokens("مخزون السد"))
    assert (question.since, question.until, question.period_hard) == (dt.date(2017, 5, 1), dt.date(2017, 5, 31), True)
    assert [(chip.kind, chip.shown, chip.hard) for chip in question.chips] == [
        ("person", "سامر الخطيبي", False),
        ("days", "في ماي 2017", True),
    ]
    assert (question.leans, question.base, question.refers, question.search) == (False, "", "", ASKED)


def test_a_chip_taken_off_narrows_no_more_and_its_words_are_topic_again(gazetteer: Gazetteer) -> None:
    person, days = (chip.id for chip in understand(ASKED, gazetteer=gazetteer).chips)
    without_days = understand(ASKED, gazetteer=gazetteer, without=[days])
    assert (without_days.since, without_days.period_hard, bool(without_days.filters)) == (None, False, False)
    assert set(tokens("ماي 2017")) <= set(without_days.topic)
    assert [chip.kind for chip in without_days.chips] == ["person"]
    without_person = understand(ASKED, gazetteer=gazetteer, without=[person])
    assert without_person.people == ()
    assert set(tokens("سامر الخطيبي")) <= set(without_person.topic)


@pytest.mark.parametrize(
    ("asked", "stances"),
    [
        ("من نفى غلق الميناء؟", ("deny",)),
        ("من حذر من العاصفة؟", ("warn",)),
        ("من طالب بإقالة المدرب؟", ("demand",)),
        ("من اتهم الشركة بالتلويث؟", ("accuse",)),
        ("من قال إن السد ممتلئ؟", ()),
        ("من صرح بأن السد ممتلئ؟", ()),
        ("who denied the cracks?", ("deny",)),
        ("كم عدد الضحايا؟", ()),
    ],
)
def test_the_stance_of_the_verb_asked_with(asked: str, stances: tuple[str, ...]) -> None:
    assert understand(asked).stances == stances


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("من أعلن رفع سعر الخبز؟", "رفع سعر الخبز"),
        ("في أي برنامج تحدث سامر الخطيبي عن السد؟", "السد"),
        ("الوزير قال إيه عن المترو؟", "المترو"),
        ("what did Macron say about the port?", "port"),
        ("ما موقف حزب السنابل من القانون؟", "القانون"),
        ("لو سمحت ممكن تقول لي من نفى خبر الاستقالة؟", "خبر الاستقالة"),
    ],
)
def test_the_topic_is_what_is_left(gazetteer: Gazetteer, asked: str, topic: str) -> None:
    assert understand(asked, gazetteer=gazetteer).topic == tuple(tokens(topic))


FOLLOW_UPS = [
    ("وأين قال ذلك؟", "where", "statement"),
    ("ومتى صرح بذلك؟", "when", "statement"),
    ("وفي أي برنامج؟", "where", "statement"),
    ("ولمن أدلى بهذا التصريح؟", "where", "statement"),
    ("قال الكلام ده فين؟", "where", "statement"),
    ("وقتاش قالها؟", "when", "statement"),
    ("ومن رد عليه؟", "who", "answerer"),
    ("ومين رد عليه؟", "who", "answerer"),
    ("وشكون جاوبو؟", "who", "answerer"),
    ("ومن سانده؟", "who", "answerer"),
    ("وماذا أضاف؟", "what", "speaker"),
    ("وشو قال كمان؟", "what", "speaker"),
    ("وماذا قال عن الميناء؟", "what", "speaker"),
    ("وماذا عن الميناء؟", "what", "topic"),
    ("والميناء؟", "what", "topic"),
    ("ولماذا؟", "why", "topic"),
]


@pytest.mark.parametrize(("asked", "kind", "refers"), FOLLOW_UPS)
def test_what_a_follow_up_points_at(gazetteer: Gazetteer, asked: str, kind: str, refers: str) -> None:
    question = understand(asked, [ASKED], gazetteer=gazetteer)
    assert (question.kind, question.refers, question.leans, question.base) == (kind, refers, True, ASKED)
    assert question.search == f"{ASKED} {asked}"


def test_a_follow_up_keeps_speaker_topic_and_days(gazetteer: Gazetteer) -> None:
    where = understand("وأين قال ذلك؟", [ASKED], gazetteer=gazetteer)
    assert [one.shown for one in where.speakers] == ["سامر الخطيبي"]
    assert set(tokens("مخزون السد")) <= set(where.topic)
    assert where.period_hard
    assert [chip.kind for chip in where.chips] == ["person", "days"]


def test_a_new_topic_of_the_same_speaker(gazetteer: Gazetteer) -> None:
    question = understand("وماذا قال عن الميناء؟", [ASKED], gazetteer=gazetteer)
    assert question.topic == tuple(tokens("الميناء"))
    assert [one.shown for one in question.speakers] == ["سامر الخطيبي"]


def test_a_new_speaker_takes_the_place_of_the_old(gazetteer: Gazetteer) -> None:
    question = understand("وماذا قال ماكرون؟", [ASKED], gazetteer=gazetteer)
    assert [one.shown for one in question.speakers] == ["إيمانويل ماكرون"]
    assert set(tokens("مخزون السد")) <= set(question.topic)


def test_whoever_answered_may_have_done_so_later_and_is_none_of_those_named(gazetteer: Gazetteer) -> None:
    question = understand("ومن رد عليه؟", [ASKED], gazetteer=gazetteer)
    assert question.speakers == ()
    assert [one.shown for one in question.people] == ["سامر الخطيبي"]
    assert not question.filters
    assert not any(chip.hard for chip in question.chips)


def test_days_of_its_own_take_the_place_of_the_old(gazetteer: Gazetteer) -> None:
    question = understand("وماذا قال في جوان؟", [ASKED], gazetteer=gazetteer)
    assert (question.since, question.until) == (dt.date(2017, 6, 1), dt.date(2017, 6, 30))
    assert [chip.shown for chip in question.chips if chip.kind == "days"] == ["في جوان"]


def test_nothing_at_all() -> None:
    for asked in ("", "   ", "؟؟", "ـــ", "\u200f"):
        question = understand(asked)
        assert (question.words, question.topic, question.chips) == ((), (), ())


@pytest.mark.parametrize("asked", ["ا" * 5000, "قال " * 2000, "من " * 3000, "2017 " * 500, "👍🏽🤔", "من قال \x00 إن"])
def test_anything_can_be_typed(gazetteer: Gazetteer, asked: str) -> None:
    assert understand(asked, gazetteer=gazetteer, today=dt.date(2017, 1, 1)).asked == asked
