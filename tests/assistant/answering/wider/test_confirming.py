from assistant.answering.wider.confirming import confirmation
from tests.assistant.answering.conftest import Asked


def test_a_denial_that_is_one_is_confirmed(asked: Asked) -> None:
    made = confirmation(asked("هل نفت هالة الدريدي وجود تشققات في السد؟"))
    assert made is not None
    assert made.text.startswith("نعم، نفت هالة الدريدي، المديرة (الاثنين 10 مارس 2025): «وجود تشققات خطيرة")


def test_a_stance_that_nobody_reports_is_told_with_what_is_nearest(asked: Asked) -> None:
    made = confirmation(asked("هل نفى سامر الحداد وجود تشققات في السد؟"))
    assert made is not None and not made.refused
    assert made.text.startswith("لم يُنقل عن سامر الحداد في هذه المقالات نفي لذلك.")
    assert "أكد سامر الحداد" in made.text
    assert not any(part.startswith("لا،") for part in made.text.split("\n\n"))


def test_a_denial_answers_whether_they_said_so_with_its_stance(asked: Asked) -> None:
    made = confirmation(asked("هل قالت هالة الدريدي إن في السد تشققات خطيرة؟"))
    assert made is not None
    assert made.text.startswith("نفت هالة الدريدي")


def test_what_they_never_spoke_of_is_refused_by_name(asked: Asked) -> None:
    made = confirmation(asked("هل أعلنت سلمى الراوي إلغاء الضرائب العقارية؟"))
    assert made is not None and made.refused
    assert made.reason == "لم أجد في هذه المقالات قولًا منقولًا عن سلمى الراوي يجيب عن هذا السؤال."


def test_without_a_speaker_it_is_no_question_of_saying(asked: Asked) -> None:
    assert confirmation(asked("هل ارتفع سعر الخبز؟")) is None
