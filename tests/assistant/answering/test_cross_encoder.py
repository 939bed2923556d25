import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from assistant.answering import cross_encoder
from assistant.answering.cross_encoder import LINES, Reranker, RerankerError, load, standardised
from assistant.answering.lines import Line, analysed
from assistant.answering.ranking import Ranked
from assistant.assistant import Assistant
from index.vocabulary import Article, Span
from tests.assistant.answering.conftest import Asked

Scorer = Callable[[tuple[str, str]], float]


class Scripted:
    """Stands in for a CrossEncoder: scores each pair by a function, and keeps what it was given."""

    def __init__(self, score: Scorer) -> None:
        self.score = score
        self.seen: list[tuple[str, str]] = []

    def predict(self, pairs: Sequence[tuple[str, str]], *, activation_fn: Any, **options: Any) -> np.ndarray:
        assert options["batch_size"] > 0 and not options["show_progress_bar"]
        self.seen += pairs
        return np.array([activation_fn(self.score(pair)) for pair in pairs], np.float32)


def reranker(score: Scorer, weight: float = 1.0) -> tuple[Reranker, Scripted]:
    model = Scripted(score)
    return Reranker("scripted", model, weight), model  # type: ignore[arg-type]


def ranked(*texts: str, title: str = "عن السد") -> list[Ranked]:
    """Lines of one article with these words, whose scores fall by one each."""
    article = Article("\n".join(texts), id="a", title=title)
    found, start = [], 0
    for number, text in enumerate(texts):
        line = Line(article, 1, Span(start, start + len(text)), 0, number, analysed(text))
        found.append(Ranked(line, float(-number), 1 / len(texts)))
        start += len(text) + 1
    return found


def test_question_and_line_with_its_title_are_read_together_without_vowel_signs() -> None:
    ours, model = reranker(lambda pair: 0.0)
    ours.reranked("مَن نفى التشققات؟", ranked("نفت الإدارةُ التشقـقات.", "وقالت إن السد سليم."))
    assert model.seen == [
        ("من نفى التشققات؟", "عن السد\nنفت الإدارة التشققات."),
        ("من نفى التشققات؟", "عن السد\nوقالت إن السد سليم."),
    ]


def test_its_opinion_is_standardised_weighed_and_added() -> None:
    lines = ranked("أول", "ثان", "ثالث")
    ours, _ = reranker(lambda pair: {"أول": -40.0, "ثان": 80.0, "ثالث": -40.0}[pair[1].split("\n")[1]], weight=2.0)
    again = ours.reranked("؟", lines)
    added = 2.0 * np.array([-1, 2, -1]) / np.sqrt(2)
    assert [one.line.text for one in again] == ["ثان", "أول", "ثالث"]
    assert [one.score for one in again] == pytest.approx([-1 + added[1], 0 + added[0], -2 + added[2]])
    assert sum(one.share for one in again) == pytest.approx(1.0)
    assert again[0].share > again[1].share > again[2].share


def test_without_weight_everything_stays() -> None:
    lines = ranked("أول", "ثان", "ثالث")
    ours, _ = reranker(lambda pair: float(len(pair[1])), weight=0.0)
    assert [(one.line, one.score) for one in ours.reranked("؟", lines)] == [(one.line, one.score) for one in lines]


def test_only_the_best_lines_are_read_and_the_rest_cannot_gain_by_it() -> None:
    lines = ranked(*(f"السطر {number}" for number in range(LINES + 5)))
    ours, model = reranker(lambda pair: float(pair[1].endswith(" 3")), weight=100.0)
    again = ours.reranked("؟", lines)
    assert len(model.seen) == LINES
    assert len(again) == len(lines)
    assert again[0].line.text == "السطر 3"
    assert [one.line for one in again[-5:]] == [one.line for one in lines[-5:]]


@pytest.mark.parametrize("scores", [[0.5, 0.5, 0.5], [1.0, float("nan"), 2.0], [1.0, float("inf"), 2.0], [3.0]])
def test_scores_that_tell_nothing_add_nothing(scores: list[float]) -> None:
    assert standardised(np.array(scores)).tolist() == [0.0] * len(scores)


def test_nothing_found_asks_nothing() -> None:
    ours, model = reranker(lambda pair: 0.0)
    assert ours.reranked("؟", []) == []
    assert model.seen == []


def test_the_assistant_answers_with_the_line_that_it_prefers(assistant: Assistant, asked: Asked) -> None:
    question = "ماذا قالت سلمى الراوي عن سعر الخبز؟"
    assert "لن يرتفع" in asked(question).ranked[0].line.text
    preferring, model = reranker(lambda pair: float("مخزون القمح" in pair[1]), weight=50.0)
    other = Assistant(assistant.store, reranker=preferring)
    found = other.search(question)
    assert "مخزون القمح" in other._ranked(found)[0].line.text
    assert {first for first, _ in model.seen} == {found.question.search}


@pytest.mark.parametrize("name", ["", "  ", "none", "None"])
def test_no_name_is_no_reranker(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISNAD_RERANKER", name)
    assert load() is None
    assert load(name) is None


def test_unset_it_imports_nothing() -> None:
    code = (
        "import sys, assistant.assistant; from assistant.answering.cross_encoder import load; assert load() is None; "
        "print([name for name in ('torch', 'sentence_transformers', 'transformers') if name in sys.modules])"
    )
    environment = {key: value for key, value in os.environ.items() if key != "ISNAD_RERANKER"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["./لا-شيء", "/no/such/folder", "~/no/such/folder"])
def test_a_folder_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(RerankerError, match="no such folder; set ISNAD_RERANKER") as raised:
        load(name)
    assert name in str(raised.value) and "\n" not in str(raised.value)


@pytest.mark.parametrize("text", ["كثير", "-1", "nan", "1e9"])
def test_a_weight_that_is_none_says_so_before_anything_is_loaded(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISNAD_RERANKER_WEIGHT", text)
    monkeypatch.setattr(cross_encoder, "_loaded", lambda name: pytest.fail("loaded"))
    with pytest.raises(RerankerError, match=r"ISNAD_RERANKER_WEIGHT=.* from 0 to 100"):
        load("some/model")


def test_weight_and_name_come_from_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISNAD_RERANKER", "some/model")
    monkeypatch.setenv("ISNAD_RERANKER_WEIGHT", "0.5")
    monkeypatch.setattr(cross_encoder, "_loaded", lambda name: Scripted(lambda pair: 1.0))
    found = load()
    assert found and (found.name, found.weight) == ("some/model", 0.5)


def test_what_cannot_score_is_met_when_it_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(pair: tuple[str, str]) -> float:
        raise KeyError("token_type_ids\nand more")

    monkeypatch.setattr(cross_encoder, "_loaded", lambda name: Scripted(broken))
    with pytest.raises(
        RerankerError, match=r"cannot load the cross-encoder 'some/model'.*unset ISNAD_RERANKER"
    ) as raised:
        load("some/model")
    assert "\n" not in str(raised.value)
    monkeypatch.setattr(cross_encoder, "_loaded", lambda name: Scripted(lambda pair: float("nan")))
    with pytest.raises(RerankerError, match="nan"):
        load("some/model")
