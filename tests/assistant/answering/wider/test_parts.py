from assistant.answering.lines import Line, analysed
from assistant.answering.wider.parts import (
    by_whom,
    by_whom_on_day,
    is_she,
    joined,
    on_day,
    shortened,
    told_in_words,
    verb_of,
)
from assistant.answering.wider.search import keys_of, nearest
from assistant.answering.wider.subject import Subject
from assistant.answering.wider.told import Retold, apart
from index.vocabulary import Article, Span
from tests.assistant.answering.conftest import Asked


def statements(asked: Asked, question: str) -> list[Retold]:
    inquiry = asked(question)
    return apart(nearest(inquiry, keys_of(inquiry.question.speakers[0])))


def test_the_day_the_verb_and_the_words(asked: Asked) -> None:
    bread = next(one for one in statements(asked, "ماذا قالت سلمى الراوي عن سعر الخبز؟") if "سعر" in one.hit.content)
    assert on_day(bread) == "الأربعاء 2 أبريل 2025، قالت: "
    assert by_whom(bread) == "قالت سلمى الراوي، وزيرة التجارة: "
    assert by_whom_on_day(bread) == "قالت سلمى الراوي، وزيرة التجارة (الأربعاء 2 أبريل 2025): "


def test_numbers_go_on_and_each_citation_is_its_statement(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي عن سعر الخبز؟")
    told = statements(asked, "ماذا قالت سلمى الراوي عن سعر الخبز؟")[:2]
    first = told_in_words(inquiry, told[:1], on_day, 20, head="أولًا:")
    both = joined(first, "وبعد:", told_in_words(inquiry, told[1:], on_day, 20, first=2))
    assert both.text.startswith("أولًا:\n\n") and "[1]\n\nوبعد:\n\n" in both.text and both.text.endswith("[2]")
    assert [one.statement for one in both.citations] == [one.hit.statement for one in told]
    for one, citation in zip(told, both.citations, strict=True):
        assert citation.quote == one.hit.content


def test_an_outlet_that_copied_is_named(asked: Asked) -> None:
    inquiry = asked("ماذا قال سامر الحداد عن تشققات السد؟")
    told = [one for one in statements(asked, "ماذا قال سامر الحداد عن تشققات السد؟") if "تشققات" in one.hit.content]
    text = told_in_words(inquiry, told, on_day, 20).text
    assert text.count("«") == 1
    assert "(نُشر كذلك في: المرفأ)" in text or "(نُشر كذلك في: الساحل)" in text


def test_a_long_statement_is_told_from_its_beginning_and_says_that_it_was_cut(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي؟")
    (one, *_) = statements(asked, "ماذا قالت سلمى الراوي؟")
    span = shortened(inquiry.subject, one.line(), 3)
    assert span.start == one.hit.statement.content.start
    assert len(span.of(one.article.text).split()) == 3
    assert "»… [1]" in told_in_words(inquiry, [one], on_day, 3).text


def test_the_words_asked_about_are_told_where_the_beginning_is_not() -> None:
    text = "إن الوزارة تتابع الوضع عن قرب، وإن أسعار الزيت ستنخفض قريبا، وإن السكر متوفر في كل المحلات."
    line = Line(Article(text), 0, Span(0, len(text)), 0, 0, analysed(text))
    told = shortened(Subject({"زيت": 1.0}), line, 6).of(text)
    assert told == "وإن أسعار الزيت ستنخفض قريبا،"
    assert shortened(Subject({}), line, 6).of(text) == "إن الوزارة تتابع الوضع عن قرب،"


def test_the_verb_tells_she_from_he(asked: Asked) -> None:
    assert all(is_she(one) for one in statements(asked, "ماذا قالت سلمى الراوي؟"))
    assert not any(is_she(one) for one in statements(asked, "ماذا قال عادل السالمي؟"))


def test_a_participle_is_no_verb_to_begin_with(asked: Asked) -> None:
    one = next(one for one in statements(asked, "ماذا قال عادل السالمي؟") if "بخسارة" in one.hit.content)
    assert verb_of(one) == ""
    assert on_day(one) == "الأربعاء 2 أبريل 2025: "
