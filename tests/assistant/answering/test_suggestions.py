from assistant.answering.composing import compose
from assistant.answering.suggestions import MOST, _what_said, statements_cited, suggestions
from assistant.answering.wider.inquiry import Inquiry
from assistant.answering.wider.search import of_articles
from assistant.answering.wider.timeline import timeline
from tests.assistant.answering.conftest import Asked


def suggested(inquiry: Inquiry) -> tuple[str, ...]:
    _, citations = compose(inquiry.question, inquiry.context.rarity, inquiry.ranked[:1])
    return suggestions(inquiry, statements_cited(inquiry, citations))


def test_where_it_was_said_and_who_answered_in_the_gender_of_the_verb(asked: Asked) -> None:
    assert "وأين قالت ذلك؟" in suggested(asked("ماذا أعلنت سلمى الراوي عن الزيت؟"))
    bread = suggested(asked("من قال إن سعر الخبز لن يرتفع؟"))
    assert "ومتى قالت ذلك؟" in bread and "ومن رد عليها؟" in bread
    assert "وأين قالت ذلك؟" not in bread  # no place is told
    assert "ومن رد عليه؟" not in bread


def test_who_is_suggested_has_more_to_tell(asked: Asked) -> None:
    assert "ماذا قالت سلمى الراوي؟" in suggested(asked("من قال إن سعر الخبز لن يرتفع؟"))
    assert not any("الدريدي" in one for one in suggested(asked("من نفى وجود تشققات خطيرة في جسم سد وادي الزيتون؟")))


def test_what_is_asked_already_is_not_suggested(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي؟")
    made = timeline(inquiry)
    assert made is not None
    found = suggestions(inquiry, made.told)
    assert "ماذا قالت سلمى الراوي؟" not in found
    assert "وأين قالت ذلك؟" not in found  # four statements: which one is meant?


def test_after_a_follow_up_nothing_leans_on_it(asked: Asked) -> None:
    found = suggested(asked("وماذا أضافت؟", history=["ماذا قالت سلمى الراوي عن سعر الخبز؟"]))
    assert not any("ذلك" in one or one.startswith("ومن") for one in found)


def test_nothing_leans_on_a_refusal_and_a_person_is_suggested_once(asked: Asked) -> None:
    inquiry = asked("من قال إن سعر الخبز لن يرتفع؟")
    _, citations = compose(inquiry.question, inquiry.context.rarity, inquiry.ranked[:1])
    found = suggestions(inquiry, statements_cited(inquiry, citations), refused=True)
    assert sum("الراوي" in one for one in found) == 1
    assert all(one.startswith("ما") for one in found)


def test_there_are_few_and_each_once(asked: Asked) -> None:
    for question in ("من قال إن سعر الخبز لن يرتفع؟", "ماذا قال عادل السالمي عن المخابز؟", "ما أخبار السد؟"):
        found = suggested(asked(question))
        assert len(found) == len(set(found)) <= MOST


def test_without_a_verb_that_tells_he_or_she_the_question_has_none(asked: Asked) -> None:
    bread = of_articles(asked("من قال إن المخابز تعمل بخسارة؟"), ["bread"])
    owner = next(one for one in bread if "بخسارة" in one.hit.content)  # قائلا
    assert _what_said(owner, [owner]) == "ما تصريحات عادل السالمي؟"
    minister = next(one for one in bread if one.hit.shown == "سلمى الراوي")
    assert _what_said(minister, [minister]) == "ماذا قالت سلمى الراوي؟"
