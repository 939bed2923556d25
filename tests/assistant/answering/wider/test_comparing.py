from assistant.answering.wider.comparing import compared, comparison
from tests.assistant.answering.conftest import Asked


def test_two_speakers_side_by_side(asked: Asked) -> None:
    made = comparison(asked("قارن بين تصريحات هالة الدريدي وسامر الحداد حول تشققات السد"))
    assert made is not None and not made.refused
    first, second = made.text.split("سامر الحداد:\n\n")
    assert first.startswith("هالة الدريدي:\n\nالاثنين 10 مارس 2025، نفت: «وجود تشققات خطيرة")
    assert second.startswith("الأحد 9 مارس 2025، أكد: «وجود تشققات خطيرة")
    assert "[1]" in first and "[3]" in second and "[3]" not in first


def test_who_said_nothing_of_it_is_told(asked: Asked) -> None:
    made = comparison(asked("ما الفرق بين موقفي سلمى الراوي وسامر الحداد من سعر الخبز؟"))
    assert made is not None and not made.refused
    assert "لم يُنقل عن سامر الحداد قول في هذا الموضوع في هذه المقالات." in made.text
    assert {one.hit.shown for one in made.told} == {"سلمى الراوي"}


def test_where_neither_did_it_is_refused(asked: Asked) -> None:
    made = comparison(asked("ما الفرق بين موقفي سلمى الراوي وسامر الحداد من الضرائب العقارية؟"))
    assert made is not None and made.refused
    assert made.text.count("لم يُنقل عن") == 2 and made.reason == made.text


def test_a_surname_after_and_is_somebody(asked: Asked) -> None:
    assert [name for name, _ in compared(asked("قارن بين تصريحات عادل السالمي والراوي عن المخابز"))] == [
        "عادل السالمي",
        "سلمى الراوي",
    ]


def test_other_questions_are_not_compared(asked: Asked) -> None:
    assert comparison(asked("ماذا قالت سلمى الراوي عن سعر الخبز؟")) is None
    assert comparison(asked("قارن بين أسعار الخبز والزيت")) is None
