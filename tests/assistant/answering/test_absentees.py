import pytest

from assistant.answering.absentees import name_missing, people_missing
from assistant.answering.lines import analysed
from assistant.understanding import Named, Question

RARITY = dict.fromkeys(analysed("النائب سامر الحداد الوزيرة سلمى الراوي").words, 0.8) | dict.fromkeys(
    analysed("السكان").words, 0.2
)


def question(asked: str, *people: Named) -> Question:
    return Question(asked, asked, analysed(asked).words, people=people)


def named(words: str, *keys: str, speaker: bool) -> Named:
    return Named(keys, words, words, speaker)


def words(text: str) -> set[str]:
    return set(analysed(text).words)


def test_a_speaker_whom_the_article_names_or_does_not() -> None:
    asked = question("ماذا قال سامر الحداد؟", named("سامر الحداد", "حداد", speaker=True))
    assert people_missing(asked, RARITY, words("وطالب سامر الحداد بفتح تحقيق")) == 0.0
    assert people_missing(asked, RARITY, words("وطالب الحداد بفتح تحقيق")) == pytest.approx(0.4)
    assert people_missing(asked, RARITY, words("وطالب النائب بفتح تحقيق")) == pytest.approx(0.8)


def test_common_words_taken_for_a_name_tell_little() -> None:
    asked = question("بماذا نصح السكان؟", named("السكان", speaker=True))
    assert people_missing(asked, RARITY, words("نصحت البلدية الأهالي بالبقاء")) == pytest.approx(0.2)


def test_a_surname_by_the_way_may_be_another_word() -> None:
    known = named("الحداد", "حداد", speaker=False)
    assert people_missing(question("من رد على الحداد؟", known), RARITY, words("رد الوزير")) == 0.0


def test_nobody_is_named() -> None:
    assert people_missing(question("كم سعر الخبز؟"), RARITY, words("سعر الخبز")) == 0.0


def test_a_name_that_was_taken_for_nobody() -> None:
    asked = question("من رد على الوزيرة سلمى الراوي؟")
    assert name_missing(asked, RARITY, words("ردت الوزيرة سلمى الراوي")) == 0.0
    assert name_missing(asked, RARITY, words("رد النقيب")) == pytest.approx(0.8)
    assert name_missing(question("من رد على الوزيرة؟"), RARITY, words("رد النقيب")) == 0.0


def test_whoever_is_known_is_not_looked_for_twice() -> None:
    asked = question("ماذا قالت سلمى الراوي؟", named("سلمى الراوي", "راوي", speaker=True))
    assert name_missing(asked, RARITY, words("رد النقيب")) == 0.0
