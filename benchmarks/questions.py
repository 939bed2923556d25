"""Ask a file of questions and score the answers: how good, and how long each stage takes.

    python -m benchmarks.questions STORE QUESTIONS.jsonl ARTICLES.jsonl[.gz] SCORING [--answers FILE]

SCORING is the folder of ``score_answers.py``. JSON on stdout; --answers keeps the answers, one a line.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from assistant.assistant import Assistant
from assistant.command.batch import record
from benchmarks.development import read, resolved
from index.store import Store

NEIGHBOURS = 100
"""Passages that the least search asks for."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("store", "questions", "articles", "scoring"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--answers", type=Path)
    options = parser.parse_args()
    sys.path.insert(0, str(options.scoring))
    from score_answers import score  # type: ignore[import-not-found]

    articles = read(options.articles)
    questions = resolved(read(options.questions), articles)
    with Store(options.store, must_exist=True) as store:
        assistant = Assistant(store)
        assistant.prepare()
        told, stages = ask(assistant, store, questions)
    if options.answers:
        lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in told)
        options.answers.write_text("".join(lines), encoding="utf-8")
    quality = score(questions, told, articles)
    print(
        json.dumps({"quality": quality, "milliseconds": timing(stages), "load_average": os.getloadavg()[0]}, indent=1)
    )


def ask(
    assistant: Assistant, store: Store, questions: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, float]]]:
    """The answers in the batch format, and the seconds of each stage of each; the first question is asked twice.

    What a follow-up leans on is asked before it, and not counted. `needed` is what a question costs at least, its
    embedding and the search of the vectors, done once more by themselves right after it: within an answer they overlap
    with other work.
    """
    assistant.ask(questions[0]["question"])
    told, stages = [], []
    for question in questions:
        history = question.get("history") or ()
        for number, earlier in enumerate(history):  # as the reader did, who has read those answers
            assistant.ask(earlier, history=history[:number])
        start = time.perf_counter()
        answer = assistant.ask(question["question"], history=history)
        whole = time.perf_counter() - start
        told.append({"id": question["id"], **record(answer), "seconds": whole})
        start = time.perf_counter()
        vector = store.embedder.question(question["question"])
        store.vectors.nearest(vector, NEIGHBOURS)
        stages.append({**answer.seconds, "whole": whole, "needed": time.perf_counter() - start})
    return told, stages


def timing(stages: list[dict[str, float]]) -> dict[str, Any]:
    """Median and 95th percentile of each stage in milliseconds, and how many times the least needed the whole takes."""
    needed = np.array([one["needed"] for one in stages])
    whole = np.array([one["whole"] for one in stages])
    table = {name: np.array([one.get(name, 0.0) for one in stages]) * 1000 for name in stages[0]}
    return {
        **{
            name: {"p50": round(float(np.median(ms)), 1), "p95": round(float(np.quantile(ms, 0.95)), 1)}
            for name, ms in table.items()
        },
        "whole_over_embedding_and_vectors": round(float(np.median(whole / needed)), 2),
    }


if __name__ == "__main__":
    main()
