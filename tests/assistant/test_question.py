import pytest

from assistant.question import leans_back, understand
from index.arabic.analyser import tokens


def test_a_question_is_searched_by_its_words() -> None:
    question = understand("من أعلن رفع سعر الخبز في كانون الثاني؟")
    assert question.search == question.asked
    assert list(question.words) == tokens("أعلن رفع سعر الخبز كانون الثاني")


@pytest.mark.parametrize(
    "asked",
    [
        "وأين قال ذلك؟",
        "ومن رد عليه؟",
        "وماذا أضاف؟",
        "وفي أي برنامج؟",
        "ولمن أدلى بهذا التصريح؟",
        "متى قال ذلك؟",
        "لماذا؟",
    ],
)
def test_a_follow_up_brings_the_question_before_it(asked: str) -> None:
    first = "من قال إن السد لن يجف هذا الصيف؟"
    assert understand(asked, [first]).search == f"{first} {asked}"


def test_a_chain_of_follow_ups_goes_back_to_the_first() -> None:
    first = "من قال إن السد لن يجف هذا الصيف؟"
    assert understand("ومتى؟", ["سؤال آخر عن الميناء المغلق", first, "وأين قال ذلك؟"]).search == f"{first} ومتى؟"


@pytest.mark.parametrize(
    "asked",
    ["من طالب بإقالة مدرب الفريق؟", "ماذا قال وزير النقل عن إضراب الميناء؟", "أين عقد المؤتمر الصحفي لوزيرة الصحة؟"],
)
def test_a_question_of_its_own_leaves_the_conversation_behind(asked: str) -> None:
    assert not leans_back(asked)
    assert understand(asked, ["من قال إن السد لن يجف؟"]).search == asked


def test_a_follow_up_without_a_conversation_is_searched_alone() -> None:
    assert understand("ومن رد عليه؟").search == "ومن رد عليه؟"
