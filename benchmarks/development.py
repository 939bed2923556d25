"""Development questions: files of them, and each as the assistant sees it.

A question: ``{"id", "question", "kind": who|what|where|when|fact|followup|unanswerable, "answers", "article_id",
"evidence": [start, end], "history"?}``. An answer is a string, or ``[start, end)`` in the article's text: questions of
our own on articles that are not ours (benchmarks/asked/ant.jsonl) hold no words of these.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.answering import confidence, signals
from assistant.answering.lines import Line, lines
from assistant.answering.signals import Context
from assistant.assistant import CANDIDATES, Assistant, worth_reading
from assistant.retriever import Hit
from assistant.understanding import Question

Array = NDArray[np.float64]
Gold = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """A development question as the assistant sees it, with all that does not depend on weights.

    `own` are the ids of the article that answers and of those with the very same text. `lines` are those of the
    passages read, `more` those of twice as many; `table` (n, signals) and `right` (n,) are of `lines`.
    """

    gold: Gold
    question: Question
    context: Context
    hits: list[Hit]
    lines: list[Line]
    more: list[Line]
    table: Array
    right: NDArray[np.bool_]
    own: frozenset[str]
    corpus: confidence.Corpus

    @property
    def answerable(self) -> bool:
        """Whether some article answers."""
        return bool(self.gold["kind"] != "unanswerable")


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a file of JSON lines, compressed or not."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def resolved(questions: Sequence[Gold], articles: Sequence[Mapping[str, Any]]) -> list[Gold]:
    """`questions` with their answers as strings. Raises ValueError for one on an article that is not there."""
    texts = {article["id"]: article["text"] for article in articles}
    found = []
    for one in questions:
        if one["kind"] != "unanswerable" and one["article_id"] not in texts:
            raise ValueError(f"{one['id']} asks about {one['article_id']}, which is not among the articles")
        text = texts.get(one.get("article_id", ""), "")
        found.append({**one, "answers": [a if isinstance(a, str) else text[a[0] : a[1]] for a in one["answers"]]})
    return found


def asked_of(assistant: Assistant, questions: Sequence[Gold], articles: Sequence[Mapping[str, Any]]) -> list[Asked]:
    """`questions`, their answers as strings, asked of an assistant over `articles`."""
    same: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        same[article["text"]].append(article["id"])
    texts = {article["id"]: article["text"] for article in articles}
    return [_asked(assistant, one, frozenset(same[texts.get(one.get("article_id", ""), "")])) for one in questions]


def _asked(assistant: Assistant, gold: Gold, own: frozenset[str]) -> Asked:
    found = assistant.search(gold["question"], history=gold.get("history") or (), count=2 * CANDIDATES)
    asked, hits = found.question, found.hits
    more = lines(assistant.store, hits, assistant.store.embedder.question(asked.search)) if hits else []
    worth = worth_reading(asked, hits)
    near = [line for line in more if line.hit < len(worth)]
    table = signals.signals(asked, found.context, worth, near) if near else np.zeros((0, len(signals.NAMES)))
    right = np.array([_right(gold, own, line, hits[line.hit]) for line in near], bool)
    return Asked(gold, asked, found.context, list(hits), near, more, table, right, own, assistant.corpus())


def _right(gold: Gold, own: frozenset[str], line: Line, hit: Hit) -> bool:
    """Whether a line holds the evidence, in its article or in a copy."""
    if own.isdisjoint({line.article.id, *(one.id for one in hit.same_words)}):
        return False
    start, end = gold["evidence"]
    shared = min(line.span.end, end) - max(line.span.start, start)
    return bool(shared > 0 and (shared >= (end - start) / 2 or shared == len(line.span)))
