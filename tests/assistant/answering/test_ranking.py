import pytest

from assistant.answering.ranking import rank, reordered
from tests.assistant.answering.conftest import Asked


def test_the_line_that_answers_comes_first_and_shares_add_up(asked: Asked) -> None:
    inquiry = asked("كم شهرا يكفي مخزون القمح؟")
    assert "مخزون القمح" in inquiry.ranked[0].line.text
    assert sum(one.share for one in inquiry.ranked) == pytest.approx(1.0)
    scores = [one.score for one in inquiry.ranked]
    assert scores == sorted(scores, reverse=True)


def test_nothing_found_ranks_nothing(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي عن مخزون القمح؟")
    assert rank(inquiry.question, inquiry.context, (), ()) == []
    assert reordered((), ()) == []


def test_passages_follow_their_best_lines(asked: Asked) -> None:
    inquiry = asked("كم شهرا يكفي مخزون القمح؟")
    order = reordered(inquiry.hits, inquiry.ranked)
    assert sorted(order) == list(range(len(inquiry.hits)))
    assert inquiry.hits[order[0]].article.id == "bread"
    assert reordered(inquiry.hits, ())[0] == 0  # without lines as they were retrieved
