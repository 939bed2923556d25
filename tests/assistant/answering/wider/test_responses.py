from assistant.answering.wider.responses import response
from tests.assistant.answering.conftest import Asked


def test_who_answered_in_the_same_article(asked: Asked) -> None:
    made = response(asked("ومن رد عليها؟", history=["ماذا قالت سلمى الراوي عن سعر الخبز؟"]))
    assert made is not None
    head, first, *_ = made.text.split("\n\n")
    assert head == "في الردّ على سلمى الراوي:"
    assert "عادل السالمي" in first and "«المخابز تعمل بخسارة" in first


def test_whoever_was_found_by_the_question_before_is_answered(asked: Asked) -> None:
    made = response(asked("ومن رد عليه؟", history=["من أكد وجود تشققات خطيرة في جسم سد وادي الزيتون؟"]))
    assert made is not None
    assert made.told[0].hit.shown == "هالة الدريدي"
    assert all(one.hit.shown != "سامر الحداد" for one in made.told)


def test_no_support_is_said_to_be_none(asked: Asked) -> None:
    made = response(asked("ومن سانده؟", history=["من أكد وجود تشققات خطيرة في جسم سد وادي الزيتون؟"]))
    assert made is not None
    assert made.text.startswith("لم أجد تأييدًا صريحًا")


def test_without_a_conversation_there_is_nobody_to_answer(asked: Asked) -> None:
    assert response(asked("ومن رد عليه؟")) is None
    assert response(asked("من رد على سلمى الراوي؟")) is None
