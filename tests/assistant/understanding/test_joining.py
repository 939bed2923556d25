"""Conversations: what later questions take over from earlier ones."""

from assistant.understanding import Gazetteer, Question, understand
from index.arabic.analyser import tokens

FIRST = "ماذا قال سامر الخطيبي في ماي 2017 عن مخزون السد؟"


def last(gazetteer: Gazetteer, *asked: str) -> Question:
    return understand(asked[-1], asked[:-1], gazetteer=gazetteer)


def speakers(question: Question) -> list[str]:
    return [one.shown for one in question.speakers]


def test_a_follow_up_leans_on_what_those_between_brought(gazetteer: Gazetteer) -> None:
    question = last(gazetteer, FIRST, "وماذا قال عن الميناء؟", "وأين قال ذلك؟")
    assert question.topic == tuple(tokens("الميناء"))
    assert speakers(question) == ["سامر الخطيبي"]
    assert question.base == FIRST
    assert question.search == f"{FIRST} وماذا قال عن الميناء؟ وأين قال ذلك؟"


def test_what_brought_nothing_is_left_out(gazetteer: Gazetteer) -> None:
    assert last(gazetteer, FIRST, "وأين قال ذلك؟", "شكرا", "ومتى؟").search == f"{FIRST} ومتى؟"


def test_the_same_asked_of_another(gazetteer: Gazetteer) -> None:
    for asked, shown in [
        ("وماكرون؟", "إيمانويل ماكرون"),
        ("وماذا عن ماكرون؟", "إيمانويل ماكرون"),
        ("طيب ووزير النقل؟", "وزير النقل"),
        ("والوزير؟", "الوزير"),
        ("والوزير ماذا قال؟", "الوزير"),
    ]:
        question = last(gazetteer, FIRST, asked)
        assert (question.kind, question.aspect) == ("what", "said")
        assert speakers(question) == [shown]
        assert set(tokens("مخزون السد")) <= set(question.topic)


def test_another_topic_of_the_same_kind(gazetteer: Gazetteer) -> None:
    question = last(gazetteer, "متى افتتح الجسر؟", "والميناء؟")
    assert (question.kind, question.aspect, question.topic) == ("when", "happened", tuple(tokens("الميناء")))


def test_whoever_else(gazetteer: Gazetteer) -> None:
    question = last(gazetteer, "من نفى غلق الميناء؟", "ومن أيضا؟")
    assert (question.kind, question.aspect) == ("who", "said")
    assert set(tokens("غلق الميناء")) <= set(question.topic)


def test_a_chip_taken_off_stays_off_in_a_follow_up(gazetteer: Gazetteer) -> None:
    days = next(chip for chip in understand(FIRST, gazetteer=gazetteer).chips if chip.kind == "days")
    question = understand("وأين قال ذلك؟", [FIRST], gazetteer=gazetteer, without=[days.id])
    assert not question.filters
    assert [chip.kind for chip in question.chips] == ["person"]
