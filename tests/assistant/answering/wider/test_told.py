from assistant.answering.wider.told import Retold, apart, same, trimmed
from index.store.statements import StatementHit
from index.vocabulary import Article, Span, Statement


def said(text: str, content: str, *, speaker: str = "سامر حداد", id_: str = "a") -> Retold:
    start = text.index(content)
    statement = Statement(
        id_, Span(start, start + len(content)), Span(0, 3), speaker, "person", "say", "indirect", confidence=0.9
    )
    return Retold(StatementHit(1, statement, Article(text, id=id_), speaker, speaker))


WIRE = "قال سامر الحداد إن المستشفى الجديد سيفتح أبوابه في الخريف القادم."
CUT = "قال الحداد إن المستشفى الجديد سيفتح أبوابه في الخريف."


def test_a_wire_in_three_outlets_is_one_statement_and_two_copies() -> None:
    whole = said(WIRE, "المستشفى الجديد سيفتح أبوابه في الخريف القادم")
    copies = [
        said(WIRE, "المستشفى الجديد سيفتح أبوابه في الخريف القادم", id_="b"),
        said(CUT, "المستشفى الجديد سيفتح أبوابه في الخريف", id_="c"),
    ]
    (one,) = apart([whole, *copies])
    assert one.article.id == "a"
    assert [article.id for article in one.also_in] == ["b", "c"]


def test_the_same_words_of_another_speaker_are_another_statement() -> None:
    one = said(WIRE, "المستشفى الجديد سيفتح أبوابه")
    other = said(WIRE, "المستشفى الجديد سيفتح أبوابه", speaker="هالة دريدي", id_="b")
    assert not same(one, other)
    assert len(apart([one, other])) == 2


def test_one_long_interview_does_not_fill_an_answer() -> None:
    text = "قال إن الأسعار ثابتة اليوم، وإن القمح متوفر كثيرا، وإن السكر يكفي الجميع."
    every = [said(text, part) for part in ("الأسعار ثابتة اليوم", "القمح متوفر كثيرا", "السكر يكفي الجميع")]
    assert [one.hit.content for one in apart(every, per_article=2)] == ["الأسعار ثابتة اليوم", "القمح متوفر كثيرا"]


def test_blanks_at_the_ends_are_no_words() -> None:
    assert trimmed("قال:  نعم  .", Span(4, 11)) == Span(6, 9)
    assert said("قال  نعم ", " نعم ").line().text == "نعم"
