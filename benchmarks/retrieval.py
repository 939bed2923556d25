"""Which passages are found for development questions: ours beside words alone, vectors alone and the tutorial pipeline.

    python -m benchmarks.retrieval STORE QUESTIONS.jsonl ARTICLES.jsonl[.gz] SCORING [--tutorial FOLDER]

STORE holds ARTICLES, SCORING is the folder of ``score_answers.py``. The tutorial pipeline embeds the articles anew in
FOLDER, which takes minutes, unless they are there already (with the encoder that is fastest here, whose vectors have a
cosine of .9996 with float32's); without --tutorial it is left out. JSON on stdout. Needs
the extra `bench` for the tutorial pipeline.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.retriever import retrieve
from assistant.understanding import Question, understand
from index.embedder import load
from index.reading import read
from index.store import Store
from index.store.neighbours import neighbours
from index.vocabulary import Article, Passage

_COUNT = 10
Place = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("store", "questions", "articles", "scoring"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--tutorial", type=Path)
    options = parser.parse_args()
    sys.path.insert(0, str(options.scoring))
    from score_answers import read as lines  # type: ignore[import-not-found]
    from score_answers import score

    questions, articles = lines(options.questions), lines(options.articles)
    told = {}
    with Store(options.store, must_exist=True) as store:
        for name, find in {**finders(store), **_tutorial(options.tutorial, options.articles)}.items():
            answers = [
                {"id": q["id"], "answer": "", "refused": False, "citations": [], "retrieved": find(_understood(q))}
                for q in questions
            ]
            scores = score(questions, answers, articles)
            told[name] = {figure: round(scores[figure], 3) for figure in ("recall@1", "recall@5", "recall@10")}
    print(json.dumps(told, indent=1))


def finders(store: Store) -> dict[str, Callable[[Question], list[Place]]]:
    """The ways to find passages in `store`, by name."""

    def ours(question: Question) -> list[Place]:
        return [_place(hit.passage) for hit in retrieve(store, question, count=_COUNT)]

    def by_keys(keys: list[int]) -> list[Place]:
        found = store.catalogue.found(keys[:_COUNT])
        return [_place(found[key].passage) for key in keys[:_COUNT]]

    def words(question: Question) -> list[Place]:
        return by_keys([key for key, _ in store.words.passages_with(question.words, _COUNT)])

    def vectors(question: Question) -> list[Place]:
        return by_keys(list(neighbours(store, store.embedder.question(question.search), _COUNT)))

    return {"ours": ours, "words alone (BM25)": words, "vectors alone": vectors}


def _tutorial(folder: Path | None, articles: Path) -> dict[str, Callable[[Question], list[Place]]]:
    if folder is None:
        return {}
    from benchmarks.tutorial import Tutorial

    made = not folder.exists()
    pipeline = Tutorial(folder, load().model)
    if made:
        pipeline.add([item for item in read([articles]) if isinstance(item, Article)])

    def find(question: Question) -> list[Place]:
        chunks = pipeline.find(question.search, _COUNT)
        return [{"article_id": chunk.article_id, "start": chunk.start, "end": chunk.end} for chunk in chunks]

    return {"tutorial": find}


def _understood(question: dict[str, Any]) -> Question:
    return understand(question["question"], question.get("history") or ())


def _place(passage: Passage) -> Place:
    return {"article_id": passage.article_id, "start": passage.span.start, "end": passage.span.end}


if __name__ == "__main__":
    main()
