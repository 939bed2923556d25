from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.generated.evidence import Source
from assistant.generated.reply import Reply
from assistant.generated.verification import Verified, verify
from index.statements.extract import extract
from index.vocabulary import Span
from tests.assistant.generated.scripted import PORT, UNION

SOURCES = {
    "K7QF": Source("K7QF", PORT, Span(0, len(PORT.text))),
    "M2XP": Source("M2XP", UNION, Span(0, len(UNION.text)), extract(UNION)[0]),
}
ARTICLES = {PORT.id: PORT, UNION.id: UNION}


def verified(written: str) -> Verified:
    reply = Reply(SOURCES)
    reply.feed(written)
    reply.close()
    return verify(reply.text, reply.pointers, SOURCES)


def keeps_the_contract(found: Verified) -> None:
    for one in found.citations:
        assert one.span.of(ARTICLES[one.article_id].text) == one.quote != ""
    pointed = {int(number) for number in re.findall(r"\[(\d+)\]", found.text)}
    assert pointed == set(range(1, len(found.citations) + 1))
    cited = [" ".join(ARTICLES[one.article_id].text.split()) for one in found.citations]
    for quote in re.finditer("«([^«»]+)»", found.text):
        inside = any(mark.span.start <= quote.start() and quote.end() <= mark.span.end for mark in found.marks)
        assert inside or any(quote[1] in text for text in cited), quote[0]
    for mark in found.marks:
        assert 0 <= mark.span.start < mark.span.end <= len(found.text)


def test_a_statements_key_cites_it_with_its_record() -> None:
    found = verified("نفى نقيب البحارة كمال الدريدي توقف العمل في الميناء [M2XP].")
    (citation,) = found.citations
    assert citation.quote == "نفى نقيب البحّارة كمال الدريدي توقف العمل في الميناء."
    assert citation.statement == extract(UNION)[0]
    assert (found.supported, found.marks) == (True, ())


def test_two_sentences_of_one_passage_are_two_citations() -> None:
    found = verified("غادرت 12 سفينة صباح الأحد [M2XP]. ونفى النقيب الدريدي توقف العمل في الميناء [M2XP].")
    assert found.text.endswith("في الميناء [2].")
    assert [one.quote.split()[0] for one in found.citations] == ["وأضاف", "نفى"]


def test_one_sentence_cited_twice_is_one_citation() -> None:
    found = verified("غادرت 12 سفينة صباح الأحد [M2XP]. وأضاف الدريدي أن 12 سفينة غادرت [M2XP].")
    assert found.text == "غادرت 12 سفينة صباح الأحد [1]. وأضاف الدريدي أن 12 سفينة غادرت [1]."
    assert len(found.citations) == 1


def test_two_sources_of_a_sentence() -> None:
    found = verified("أكدت الراوي أن الحركة في الميناء مستمرة ونفى الدريدي توقف العمل [K7QF][M2XP].")
    assert found.text.endswith("[1][2].")
    assert found.marks == ()


def test_a_name_counts_only_if_the_cited_source_has_it() -> None:
    found = verified("نفت مديرة الميناء سلمى الراوي توقف العمل في الميناء [M2XP].")
    assert [(mark.span.of(found.text), mark.why) for mark in found.marks] == [("مديرة الميناء سلمى الراوي", "name")]


def test_the_words_of_one_given_to_another() -> None:
    sources = {"K7QF": Source("K7QF", UNION, SOURCES["M2XP"].span, said=tuple(extract(UNION)))}
    reply = "نفى الوزير كمال الدريدي توقف العمل في الميناء. وقالت الوزيرة سلمى الراوي إن 12 سفينة غادرت صباح الأحد."
    found = verify(reply, [(46, "K7QF"), (len(reply), "K7QF")], sources)
    assert [(mark.span.of(found.text), mark.why) for mark in found.marks] == [("الوزيرة سلمى الراوي", "name")]


def test_a_false_quotation_inside_an_unsupported_sentence_is_marked_with_it() -> None:
    found = verified("قالت الحكومة: «رفع الأسعار حتمي» في بيان لها.")
    assert [(mark.span.of(found.text), mark.why) for mark in found.marks] == [
        ("قالت الحكومة: «رفع الأسعار حتمي» في بيان لها.", "citation")
    ]
    assert not found.supported


@pytest.mark.parametrize(
    ("written", "supported"),
    [
        ("", False),
        ("نعم [K7QF].", False),  # cites, but none of its words are the source's
        ("نفى كمال الدريدي توقف العمل في الميناء [M2XP].", True),
        ("نفى سامي الدريدي توقف العمل في الميناء [M2XP].", False),
        ("نفى الدريدي توقف العمل في الميناء [M2XP]. وتراجعت أسعار القمح العالمية.", True),
        ("نفى الدريدي توقف العمل [M2XP]. وتراجعت أسعار القمح العالمية. وارتفعت أسعار النفط كثيرا.", False),
    ],
)
def test_what_may_be_shown_as_an_answer(written: str, supported: bool) -> None:
    found = verified(written)
    keeps_the_contract(found)
    assert found.supported == supported


MARKS = [" ", " ", ". ", "\n", ": ", "«", "»", '"', "“", "”", "…", "...", "[", "]", "- "]
KEYS = ["[K7QF]", "[M2XP]", "[ZZZZ]", "[1]"]
TRUE = ["لن نغلق الميناء", "لن نُغلق الميناء، قبل", "انتهاء العاصفة", "نفى نقيب البحارة", "كمال الدريدي", "٤٣ سفينة"]
FALSE = ["سنغلق الميناء", "نبيل", "57", "وأضاف الدريدي أن 12 سفينة", "قالت سلمى الراوي", "الحركة مستمرة رغم العاصفة"]
PIECES = st.sampled_from([*MARKS, *KEYS, *TRUE, *FALSE])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_whatever_is_written_the_contract_holds(written: str) -> None:
    keeps_the_contract(verified(written))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("قالت الراوي: «لن نغلق الميناء\n[K7QF].", "قالت الراوي: «لن نُغلق الميناء»\n[1]."),
        ("قالت «شيئا آخر تماما\nثم» قالت الراوي: «لن نغلق الميناء» [K7QF].", "قالت شيئا آخر تماما\nثم قالت الراوي"),
    ],
)
def test_a_mark_left_open_opens_nothing_else(written: str, text: str) -> None:
    found = verified(written)
    keeps_the_contract(found)
    assert found.text.startswith(text)


@pytest.mark.parametrize("written", ["«« » ", "«»", "« « » »", "قال «« »", "“ « » ”"])
def test_marks_around_nothing_go_with_those_inside_them(written: str) -> None:
    found = verified(written)
    keeps_the_contract(found)
    assert "«" not in found.text and "»" not in found.text


@pytest.mark.parametrize(
    "written", ['««انتهاء العاصفة\n"انتهاء العاصفة»', '"« ستغلق المدينة" كلها »', "«“ ستغلق » المدينة”"]
)
def test_marks_of_two_kinds_that_cross_pair_with_nothing(written: str) -> None:
    keeps_the_contract(verified(written))
