from dataclasses import replace

from assistant.answering.composing import choose, compose, lead_of, spoken
from assistant.answering.wider.inquiry import Inquiry
from index.vocabulary import Citation
from tests.assistant.answering.conftest import Asked


def composed(inquiry: Inquiry) -> tuple[str, tuple[Citation, ...]]:
    return compose(inquiry.question, inquiry.context.rarity, inquiry.ranked)


def test_who_is_answered_with_words_that_name_the_speaker_first(asked: Asked) -> None:
    text, citations = composed(asked("من قال إن سعر الخبز لن يرتفع؟"))
    assert text.startswith("«قالت وزيرة التجارة سلمى الراوي، الأربعاء، إن سعر الخبز لن يرتفع هذا العام.» [1]")
    assert citations[0].statement is not None and citations[0].statement.speaker == "سلمى الراوي"


def test_what_is_answered_with_the_words(asked: Asked) -> None:
    text, _ = composed(asked("ما الذي يكفي ستة أشهر من مخزون القمح؟"))
    assert "مخزون القمح يكفي ستة أشهر" in text.split("[1]")[0]


def test_when_is_answered_with_the_day(asked: Asked) -> None:
    text, _ = composed(asked("متى قالت سلمى الراوي إن سعر الخبز لن يرتفع؟"))
    assert text.startswith("الأربعاء 2 أبريل 2025: ")


def test_a_day_is_told_once_of_lines_that_follow_each_other(asked: Asked) -> None:
    inquiry = asked("متى تحدثت سلمى الراوي عن سعر الخبز ومخزون القمح؟")
    bread = [replace(one, share=0.4) for one in inquiry.ranked if one.line.article.id == "bread"][:2]
    text, _ = compose(inquiry.question, inquiry.context.rarity, bread)
    assert len(bread) == 2 and text.count("2 أبريل 2025: ") == 1


def test_a_speaker_whom_the_words_name_is_not_named_before_them(asked: Asked) -> None:
    inquiry = asked("ماذا قالت الراوي عن مخزون القمح؟")
    wheat = [one for one in inquiry.ranked if "مخزون القمح" in one.line.text]
    text, _ = compose(inquiry.question, inquiry.context.rarity, wheat)
    assert "«وأوضحت الراوي أن مخزون القمح يكفي ستة أشهر.»" in text
    assert "الراوي: «وأوضحت الراوي" not in text


def test_where_is_answered_with_the_place_and_cites_it(asked: Asked) -> None:
    inquiry = asked("أين أعلنت سلمى الراوي توريد الزيت النباتي؟")
    text, citations = composed(inquiry)
    assert text.startswith("في مؤتمر صحفي بالعاصمة: ")
    assert any("في مؤتمر صحفي بالعاصمة" in one.quote for one in citations)


def test_each_part_has_its_number_and_each_citation_its_words(asked: Asked) -> None:
    for question in ("من أكد وجود تشققات في السد؟", "ماذا قال عادل السالمي عن المخابز؟", "كم شهرا يكفي القمح؟"):
        inquiry = asked(question)
        text, citations = composed(inquiry)
        articles = {hit.article.id: hit.article for hit in inquiry.hits}
        for number, citation in enumerate(citations, start=1):
            assert f"[{number}]" in text
            assert citation.span.of(articles[citation.article_id].text) == citation.quote
        assert f"[{len(citations) + 1}]" not in text


def test_a_line_that_says_what_another_did_is_not_told_again(asked: Asked) -> None:
    inquiry = asked("من أكد وجود تشققات خطيرة في جسم سد وادي الزيتون؟")
    told = [one.line.text for one in choose(inquiry.ranked)]
    assert len(told) == len(set(told)) <= 3


def test_other_questions_have_no_lead_and_a_line_without_statements_no_speaker(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟")
    line = inquiry.ranked[0].line
    said = spoken(line, line.span)
    assert lead_of(inquiry.question, line.article, said) == ("", None)
    assert said is not None and said.shown == "سلمى الراوي"
    assert spoken(line, type(line.span)(0, 0)) is None
