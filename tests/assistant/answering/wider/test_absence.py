from assistant.answering.wider.absence import absence, stranger, unknown_speaker, unsaid
from tests.assistant.answering.conftest import Asked


def test_a_known_speaker_is_named_and_what_is_nearest_is_cited(asked: Asked) -> None:
    made = absence(asked("ماذا قالت سلمى الراوي عن الضرائب العقارية؟"))
    assert made is not None and made.refused
    reason, nearest, *parts = made.text.split("\n\n")
    assert reason == made.reason == "لم أجد في هذه المقالات قولًا منقولًا عن سلمى الراوي يجيب عن هذا السؤال."
    assert nearest == "أقرب ما ورد من أقوال سلمى الراوي:"
    assert len(parts) == len(made.citations) == 2
    assert {one.hit.shown for one in made.told} == {"سلمى الراوي"}


def test_a_speaker_whom_no_article_names(asked: Asked) -> None:
    inquiry = asked("ماذا قال مراد الجويني عن سعر الخبز؟")
    assert unknown_speaker(inquiry) == "مراد الجويني"
    made = stranger(inquiry)
    assert made is not None and made.refused
    assert made.text == "لم أجد في هذه المقالات قولًا لمتحدّث باسم مراد الجويني."


def test_a_description_is_no_unknown_name(asked: Asked) -> None:
    assert unknown_speaker(asked("ماذا قال أصحاب المخابز عن سعر الخبز؟")) == ""
    assert stranger(asked("ماذا قالت سلمى الراوي عن سعر الخبز؟")) is None


def test_that_nobody_said_so_tells_how_much_was_searched(asked: Asked) -> None:
    made = absence(asked("من قال إن القمر سيصبح محافظة؟"))
    assert made is not None and made.refused
    assert made.text == "بحثتُ في الأقوال المنقولة في هذه المقالات (12) فلم أجد من قال هذا."


def test_a_question_that_asks_for_no_words_gets_the_plain_refusal(asked: Asked) -> None:
    assert absence(asked("كم بلغ ثمن التذكرة؟")) is None


def test_who_said_what_no_statement_has_a_part_of_is_refused(asked: Asked) -> None:
    made = unsaid(asked("من قال إن البلاد ستنضم إلى منظمة حلف الأطلسي؟"))
    assert made is not None and made.refused
    assert unsaid(asked("من قال إن سعر الخبز لن يرتفع هذا العام؟")) is None
    assert unsaid(asked("ماذا قالت سلمى الراوي عن حلف الأطلسي؟")) is None
