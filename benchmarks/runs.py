"""Which vector finds a statement: that of its words by themselves, or of its words as read within their passage.

    python -m benchmarks.runs ARTICLES.jsonl[.gz] QUESTIONS.jsonl [--every 12]

Statements of the articles that the questions are about and of every n-th other one; questions of the kinds who and what
that stand on their own, where a statement overlaps the evidence. Recall of that statement among all, by cosine alone,
and the seconds that the vectors took. JSON on stdout.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedder import load
from index.embedder.bundled import OnnxEmbedder
from index.passages import split
from index.reading import read
from index.readings import embedded_text
from index.statements import extract
from index.vocabulary import Article, Passage, Statement

SHARES = (0.25, 0.5, 1.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--every", type=int, default=12)
    options = parser.parse_args()
    asked = [json.loads(line) for line in options.questions.read_text(encoding="utf-8").splitlines()]
    asked = [q for q in asked if q["kind"] in ("who", "what") and not q.get("history")]
    about = {q["article_id"] for q in asked}
    articles = [
        item
        for number, item in enumerate(read([options.articles]))
        if isinstance(item, Article) and (item.id in about or number % options.every == 0)
    ]
    print(json.dumps(measure(articles, asked), indent=1))


def measure(articles: list[Article], asked: list[dict[str, Any]]) -> dict[str, Any]:
    embedder = load()
    assert isinstance(embedder, OnnxEmbedder), "only the bundled model under ONNX Runtime reads runs"
    placed: list[tuple[Article, Passage, list[Statement]]] = []
    for article in articles:
        passages = split(article, embedder.token_count)
        homes: dict[int, list[Statement]] = {}
        for statement in extract(article):
            home = max(passages, key=lambda p, s=statement: p.span.overlap(s.content))  # type: ignore[misc]
            homes.setdefault(home.number, []).append(statement)
        placed += [(article, passages[number], said) for number, said in homes.items()]
    statements = [(article, one) for article, _, said in placed for one in said]
    start = time.perf_counter()
    alone = embedder.passages([f"{one.speaker}: {one.content.of(article.text)}" for article, one in statements])
    took_alone = time.perf_counter() - start
    texts = [embedded_text(article, passage) for article, passage, _ in placed]
    runs = [
        [(_within(a, p, text, s.content.start), _within(a, p, text, s.content.end)) for s in said]
        for (a, p, said), text in zip(placed, texts, strict=True)
    ]
    start = time.perf_counter()
    whole, parts = embedder.passages_and_runs(texts, runs)
    took = time.perf_counter() - start
    pooled, around = np.concatenate(parts), np.repeat(whole, [len(part) for part in parts], axis=0)
    questions = np.stack([embedder.question(q["question"]) for q in asked])
    ways = {"by themselves, with the speaker": alone, "the passage": around, "within the passage": pooled}
    ways |= {f"within the passage, plus {share} of it": pooled + share * around for share in SHARES}
    ways["by themselves, plus 0.5 of the passage"] = alone + 0.5 * around
    found = {name: _found(vectors, questions, statements, asked) for name, vectors in ways.items()}
    return {
        "statements": len(statements),
        "passages": len(texts),
        "seconds": {"by themselves": round(took_alone, 1), "passages and the statements in them": round(took, 1)},
        "found": found,
        "load_average": os.getloadavg()[0],
    }


def _within(article: Article, passage: Passage, text: str, place: int) -> int:
    """A place of the article as one of what is embedded for its passage."""
    words = passage.span.of(article.text)
    return len(text) - len(words) + min(max(place - passage.span.start, 0), len(words))


def _found(
    vectors: NDArray[np.float32],
    questions: NDArray[np.float32],
    statements: list[tuple[Article, Statement]],
    asked: list[dict[str, Any]],
) -> dict[str, float]:
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    ranks = []
    for question, vector in zip(asked, questions, strict=True):
        start, end = question["evidence"]
        right = np.array(
            [
                article.id == question["article_id"]
                and min(one.content.end, end) - max(one.content.start, start)
                >= 0.3 * min(len(one.content), end - start)
                for article, one in statements
            ]
        )
        if right.any():
            cosines = unit @ vector
            # Of vectors that are the same, as those of one passage are in one way, the wrong ones count as nearer.
            ranks.append(1 + int((cosines[~right] >= cosines[right].max()).sum()))
    found = np.array(ranks)
    figures = {
        "r1": (found == 1).mean(),
        "r5": (found <= 5).mean(),
        "r10": (found <= 10).mean(),
        "mrr": (1 / found).mean(),
    }
    return {"questions": len(found), **{name: round(float(figure), 3) for name, figure in figures.items()}}


if __name__ == "__main__":
    main()
