import numpy as np

from assistant.answering.clauses import runs
from assistant.answering.excerpt import NAMES, excerpt, signals
from assistant.answering.lines import Line, analysed
from assistant.understanding import understand
from index.vocabulary import Article, Span

LONG = (
    "قال وزير الري كمال الدريدي، خلال زيارة إلى سد وادي الزيتون، إن الأمطار الأخيرة رفعت مخزون المياه إلى 43 بالمائة، "
    "مؤكدا أن الري سيعود إلى المزارع في الأسبوع المقبل، وأن الوزارة ستراقب القنوات كل يوم تفاديا للتسرب."
)


def line(text: str) -> Line:
    return Line(Article(f"مقدمة. {text}"), 1, Span(7, 7 + len(text)), 0, 0, analysed(text))


def test_a_line_that_fits_is_told_whole() -> None:
    short = line("قال الوزير إن المخزون كاف.")
    assert excerpt(understand("ماذا قال الوزير؟"), {"وزير": 1.0}, short, 12) == short.span


def test_the_clause_that_is_asked_about_is_told() -> None:
    one = line(LONG)
    question = understand("ماذا أكد الوزير عن الري والمزارع والأسبوع المقبل؟")
    words = excerpt(question, dict.fromkeys(question.words, 2.0), one, 30).of(one.article.text)
    assert "سيعود إلى المزارع في الأسبوع المقبل" in words


def test_each_run_has_its_signals() -> None:
    one = line(LONG)
    found = runs(one, 14)
    table = signals(understand("كم بلغ المخزون؟"), {"مخز": 2.0}, one, found, 14)
    assert table.shape == (len(found), len(NAMES))
    assert np.isfinite(table).all()
    figure = table[:, NAMES.index("figure (fact)")]
    assert [bool(value) for value in figure] == ["43" in run.span.of(one.article.text) for run in found]
