from __future__ import annotations

import datetime as dt

from assistant.sources.reading import reading, supported
from index.store.statements import StatementHit
from index.vocabulary import Article, Citation, Span, Statement

TEXT = (
    "أكدت مديرة الميناء سلمى الراوي أن الحركة مستمرة. ونفى مصدر أمني إغلاق الأرصفة. وأضافت الراوي: «لن نغلق الميناء»."
)
ARTICLE = Article(TEXT, id="م/1", date=dt.date(2017, 1, 20))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def hit(
    cue: str, content: str, speaker: str, *, role: str = "", kind: str = "person", stance: str = "say"
) -> StatementHit:
    said = Statement(ARTICLE.id, span(content), span(cue), speaker, kind, stance, "indirect", role=role)
    return StatementHit(1, said, ARTICLE, f"key {speaker}", f"{speaker} (المعروف)")


FIRST = hit("أكدت", "الحركة مستمرة", "سلمى الراوي", stance="stress")
DENIAL = hit("ونفى", "إغلاق الأرصفة", "مصدر أمني", kind="anonymous", stance="deny")
LAST = hit("وأضافت", "لن نغلق الميناء", "سلمى الراوي", role="مديرة الميناء", stance="add")


def test_statements_in_the_order_of_the_text_and_each_with_its_voice() -> None:
    read = reading(ARTICLE, [LAST, DENIAL, FIRST])
    assert [one.stance for one in read.statements] == ["stress", "deny", "add"]
    assert [(voice.number, voice.name, voice.role, voice.statements) for voice in read.voices] == [
        (0, "سلمى الراوي (المعروف)", "مديرة الميناء", (0, 2)),
        (1, "مصدر أمني (المعروف)", "", (1,)),
    ]
    assert read.voice(1).kind == "anonymous" and read.voice(2).number == 0


def test_statements_of_another_article_or_past_the_end_are_left_out() -> None:
    other = Article("نص قصير.", id="غيره")
    assert reading(other, [FIRST]).statements == ()
    assert reading(Article("نص قصير.", id=ARTICLE.id), [FIRST, LAST]).statements == ()


def test_what_is_cited_encloses_statements_and_the_longer_statement_the_shorter() -> None:
    cited, also = span("ونفى مصدر أمني إغلاق الأرصفة."), span("سلمى الراوي أن الحركة")
    marks = reading(ARTICLE, [FIRST, DENIAL]).highlights(cited, [also, cited])
    assert [(mark.kind, mark.number) for mark in marks] == [
        ("cited", 0), ("also", 0), ("content", 0), ("content", 1), ("cue", 0), ("cue", 1)
    ]  # fmt: skip
    assert marks[0].span == cited and marks[3].span.of(TEXT) == "إغلاق الأرصفة"


def test_a_citation_supports_the_statement_it_names_or_else_shares_most_words_with() -> None:
    statements = [one.statement for one in (FIRST, DENIAL, LAST)]
    words = span("الأرصفة. وأضافت الراوي: «لن نغلق الميناء»")
    citation = Citation(ARTICLE.id, words, words.of(TEXT))
    assert supported(citation, statements) == LAST.statement
    named = Citation(ARTICLE.id, words, words.of(TEXT), DENIAL.statement)
    assert supported(named, statements) == DENIAL.statement
    assert supported(Citation(ARTICLE.id, span("مديرة"), "مديرة"), statements) is None
    assert supported(Citation("غيره", words, words.of(TEXT)), statements) is None
