from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from assistant.conversations import Outcome, Shelf
from index.vocabulary import Answer, Citation, Span

QUOTE = "«لن نغلق الميناء قبل انتهاء العاصفة»"


def judged(store_path: Path, *verdicts: str) -> None:
    """A conversation in the store with a question for each verdict, all answered out of the article "port"."""
    from index.store import Store

    with Store(store_path) as store:
        lookup = store.catalogue.article
        article = lookup("port")
        assert article is not None
        start = article.text.index(QUOTE)
        citation = Citation("port", Span(start, start + len(QUOTE)), QUOTE)
        shelf = Shelf(store_path / "desk.sqlite3")
        name = shelf.begin("ماذا قالت الراوي؟", "سلمى")
        for number, verdict in enumerate(verdicts, 1):
            question = f"ماذا قالت الراوي {number}؟"
            answer = Answer(question, f"{QUOTE} [1]", (citation,), kind="what")
            shelf.ask(name, number, question, reader="سلمى")
            shelf.settle(name, number, Outcome.ANSWERED, answer, lookup, "سلمى")
            shelf.judge(name, number, 0, verdict, reader="سلمى")
        shelf.close()


def test_judged_answers_become_questions(filled: Any, store_path: Path, tmp_path: Path) -> None:
    judged(store_path, "right", "wrong", "right")
    out = tmp_path / "questions.jsonl"
    result = filled("feedback", "--out", out)
    assert result.exit_code == 0
    assert result.stderr == "2 questions from 3 judged answers; 1 without a known answer left out (--all)\n"
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [line["question"] for line in lines] == ["ماذا قالت الراوي 1؟", "ماذا قالت الراوي 3؟"]
    assert lines[1]["history"] == ["ماذا قالت الراوي 1؟", "ماذا قالت الراوي 2؟"]
    assert lines[0]["kind"] == "what" and lines[0]["answers"] == [QUOTE] and lines[0]["article_id"] == "port"


def test_they_can_be_asked_again(filled: Any, store_path: Path, tmp_path: Path) -> None:
    judged(store_path, "right")
    out, answers = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    filled("feedback", "--out", out)
    assert filled("ask", "--batch", out, "--out", answers).exit_code == 0
    (question,), (answer,) = (
        [json.loads(line) for line in path.read_text("utf-8").splitlines()] for path in (out, answers)
    )
    assert answer["id"] == question["id"]


def test_all_of_them(filled: Any, store_path: Path) -> None:
    judged(store_path, "wrong")
    result = filled("feedback", "--all")
    assert json.loads(result.stdout)["feedback"]["verdict"] == "wrong"
    assert result.stderr == "1 question from 1 judged answer\n"


def test_a_store_without_conversations(filled: Any) -> None:
    result = filled("feedback")
    assert result.exit_code == 1 and "isnad serve" in result.stderr


def test_conversations_that_cannot_be_read(filled: Any, store_path: Path) -> None:
    (store_path / "desk.sqlite3").write_bytes(b"nothing of the kind" * 100)
    result = filled("feedback")
    assert result.exit_code == 1 and "Move the file away" in result.stderr
