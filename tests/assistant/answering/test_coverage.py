import numpy as np
import pytest

from assistant.answering.coverage import NAMES, coverage, matches
from tests.assistant.answering.conftest import Asked


def test_words_and_their_forms() -> None:
    table = matches(["مخزون", "2025", "سد"], ["مخزن", "2026", "سد", "قمح"])
    assert table.shape == (3, 4)
    assert 0.72 <= table[0, 0] < 1.0  # a form of it
    assert table[1, 1] == 0.0  # another year is another one
    assert table[2, 2] == 1.0
    assert table[0, 3] == 0.0


def test_nothing_to_compare() -> None:
    assert matches([], ["سد"]).shape == (0, 1)
    assert matches(["سد"], []).shape == (1, 0)


def test_a_line_that_holds_the_question_covers_it(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي عن مخزون القمح؟")
    lines = [one.line for one in inquiry.ranked]
    table = coverage(inquiry.question, inquiry.context.rarity, lines)
    assert table.shape == (len(lines), len(NAMES))
    assert np.all((table >= 0) & (table <= 1 + 1e-9))
    found = dict(zip(NAMES, table.T, strict=True))
    best = int(np.argmax(found["topic"]))
    assert "مخزون القمح" in lines[best].text
    assert found["topic"][best] == pytest.approx(1.0)
    assert np.all(found["soft coverage"] >= found["coverage"] - 1e-9)
    assert np.all(found["article coverage"] >= found["coverage"] - 1e-9)


def test_a_word_in_every_line_tells_none_apart(asked: Asked) -> None:
    inquiry = asked("ماذا قالت الراوي عن القمح؟")
    lines = [one.line for one in inquiry.ranked if one.line.article.id == "bread"]
    table = coverage(inquiry.question, inquiry.context.rarity, lines)
    here = table[:, NAMES.index("rare here")]
    assert "القمح" in lines[int(np.argmax(here))].text
