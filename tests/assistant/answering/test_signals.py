import numpy as np
import pytest

from assistant.answering.signals import GROUPS, NAMES, group, signals
from assistant.understanding import understand
from tests.assistant.answering.conftest import Asked


def column(name: str) -> int:
    return NAMES.index(name)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("من أعلن إضراب المخابز؟", "who"),
        ("ماذا قالت الوزيرة؟", "what"),
        ("أين عقد المؤتمر؟", "where"),
        ("متى أعلن الإضراب؟", "when"),
        ("كم شهرا يكفي القمح؟", "fact"),
    ],
)
def test_kinds_that_want_the_same(question: str, expected: str) -> None:
    assert group(understand(question)) == expected
    assert expected in GROUPS


def test_each_signal_tells_of_its_line(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي عن مخزون القمح؟")
    lines = [one.line for one in inquiry.ranked]
    table = signals(inquiry.question, inquiry.context, inquiry.hits, lines)
    assert table.shape == (len(lines), len(NAMES))
    assert np.isfinite(table).all()
    for row, line in zip(table, lines, strict=True):
        speaks = any(said.shown == "سلمى الراوي" for said in line.said)
        assert row[column("named speaker")] == speaks
        assert row[column("named speaker (what)")] == speaks
        assert row[column("named speaker (who)")] == 0.0
        assert row[column("statement")] == bool(line.said)
        assert row[column("place in the passage")] == line.number
        assert row[column("other speaker")] == (bool(line.said) and not speaks)


def test_amounts_and_days_are_seen_where_they_stand(asked: Asked) -> None:
    inquiry = asked("كم شهرا يكفي مخزون القمح؟")
    lines = [one.line for one in inquiry.ranked]
    table = signals(inquiry.question, inquiry.context, inquiry.hits, lines)
    wheat = next(n for n, line in enumerate(lines) if "ستة أشهر" in line.text)
    assert table[wheat, column("amount (fact)")] == 1.0
    bread = next(n for n, line in enumerate(lines) if "الأربعاء" in line.text)
    assert table[bread, column("day (when)")] == 0.0  # nobody asks when
    inquiry = asked("متى قالت سلمى الراوي إن سعر الخبز لن يرتفع؟")
    lines = [one.line for one in inquiry.ranked]
    table = signals(inquiry.question, inquiry.context, inquiry.hits, lines)
    assert table[next(n for n, one in enumerate(lines) if "الأربعاء" in one.text), column("day (when)")] == 1.0


def test_a_figure_of_the_question_is_no_answer_to_it(asked: Asked) -> None:
    inquiry = asked("كم طنا من القمح في المخزون الذي يكفي ستة أشهر؟")
    lines = [one.line for one in inquiry.ranked]
    table = signals(inquiry.question, inquiry.context, inquiry.hits, lines)
    wheat = next(n for n, line in enumerate(lines) if "ستة أشهر" in line.text)
    assert table[wheat, column("amount (fact)")] == 0.0


def test_articles_of_the_days_asked_for(asked: Asked) -> None:
    inquiry = asked("ماذا قيل عن الخبز في أفريل 2025؟")
    lines = [one.line for one in inquiry.ranked]
    table = signals(inquiry.question, inquiry.context, inquiry.hits, lines)
    for row, line in zip(table, lines, strict=True):
        assert (row[column("days away")] == 0.0) == (line.article.id == "bread")


def test_lines_of_one_article_share_its_best_cosine(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي عن مخزون القمح؟")
    lines = [one.line for one in inquiry.ranked]
    table = signals(inquiry.question, inquiry.context, inquiry.hits, lines)
    for row, line in zip(table, lines, strict=True):
        best = max(inquiry.hits[one.hit].cosine for one in lines if one.article_key == line.article_key)
        assert row[column("article cosine")] == pytest.approx(best)


def test_a_follow_up_knows_the_article_told_before(asked: Asked) -> None:
    inquiry = asked("وماذا أضافت؟", history=["ماذا قالت سلمى الراوي عن سعر الخبز؟"])
    lines = [one.line for one in inquiry.ranked]
    table = signals(inquiry.question, inquiry.context, inquiry.hits, lines)
    same = {line.article.id for row, line in zip(table, lines, strict=True) if row[column("same article")]}
    assert same == {"bread"}
