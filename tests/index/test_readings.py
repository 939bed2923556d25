from __future__ import annotations

from index.readings import embedded_text, readings
from index.statements import extract
from index.vocabulary import Article, Passage, Span

ARTICLE = Article(
    "قال وزير النقل سامي الخوري إن الجسر سيفتح السبت. وأكدت نقابة السائقين أن الإضراب باق.", id="a", title="الجسر"
)
END = ARTICLE.text.index(".") + 1
PARTS = [(Passage("a", 0, Span(0, END)), "p0"), (Passage("a", 1, Span(END + 1, len(ARTICLE.text))), "p1")]
SAID = [(statement, f"s{number}") for number, statement in enumerate(extract(ARTICLE))]


def words(number: int) -> list[str]:
    reading = readings(ARTICLE, PARTS, SAID)[number]
    return [reading.text[start:end] for start, end in reading.runs]


def test_a_passage_is_read_once_with_what_is_said_in_it() -> None:
    assert [(one.text, one.passage, one.statements) for one in readings(ARTICLE, PARTS, SAID)] == [
        ("الجسر\nقال وزير النقل سامي الخوري إن الجسر سيفتح السبت.", "p0", ("s0",)),
        ("الجسر\nوأكدت نقابة السائقين أن الإضراب باق.", "p1", ("s1",)),
    ]
    assert (words(0), words(1)) == (["الجسر سيفتح السبت"], ["الإضراب باق"])


def test_only_what_holds_a_statement_is_read_where_passages_are_not_due() -> None:
    (reading,) = readings(ARTICLE, PARTS, SAID[1:], passages_due=False)
    assert (reading.passage, reading.statements) == ("", ("s1",))
    assert readings(ARTICLE, PARTS, [], passages_due=False) == []


def test_words_over_two_passages_are_read_where_most_of_them_stand() -> None:
    cut = ARTICLE.text.index("سيفتح")
    parts = [(Passage("a", 0, Span(0, cut)), "p0"), (Passage("a", 1, Span(cut, len(ARTICLE.text))), "p1")]
    first, second = readings(ARTICLE, parts, SAID[:1])
    assert first.runs == ()
    assert [second.text[start:end] for start, end in second.runs] == ["سيفتح السبت"]


def test_the_title_stands_before_the_words_and_a_body_taken_for_one_is_cut() -> None:
    passage = Passage("a", 0, Span(4, 16))
    assert embedded_text(Article("... نفى الوزير ذلك.", title="نفي"), passage) == "نفي\nنفى الوزير ذ"
    assert embedded_text(Article("... نفى الوزير ذلك."), passage) == "نفى الوزير ذ"
    assert len(embedded_text(Article("... نفى الوزير ذلك.", title="ن" * 5000), passage)) == 300 + 1 + 12
