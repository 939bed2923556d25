"""How questions are understood: kinds against the development set's, and whether a hard period keeps the article.

    python benchmarks/understanding.py [questions.jsonl] [--articles ant.jsonl.gz] [--store STORE] [--all]

Prints a table of kinds, what differs, the periods found, every hard period with whether the article's day lies inside
(all must), and with --store whom the questions name and what a question costs. --all prints each question.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from assistant.understanding import Gazetteer, Question, understand
from index.reading.dates import day
from index.store.catalogue import Catalogue

_GOLD: Final = Path(__file__).parents[2] / "shared" / "gold" / "dev.questions.jsonl"
# Kinds of the set and those of ours that mean them: it has one kind "what" for words, views, reasons and manners.
_AGREE: Final = {
    "who": ("who", "which", "list"),
    "what": ("what", "stance", "why", "how", "which"),
    "where": ("where",),
    "when": ("when",),
    "fact": ("how_many", "which", "who", "where", "what", "list"),
}


def main() -> None:
    """Print the tables."""
    options = _options()
    questions = [json.loads(line) for line in options.questions.read_text(encoding="utf-8").splitlines()]
    catalogue = Catalogue(options.store / "catalogue.sqlite3") if options.store else None
    gazetteer = Gazetteer.of(catalogue) if catalogue else Gazetteer()
    read = [understand(one["question"], one.get("history") or (), gazetteer=gazetteer) for one in questions]
    _kinds(questions, read)
    _periods(questions, read, options.articles)
    if catalogue:
        _people(questions, read)
        _cost(questions, gazetteer)
        catalogue.close()
    if options.all:
        for one, question in zip(questions, read, strict=True):
            _print(one, question)


def _kinds(questions: Sequence[dict[str, Any]], read: Sequence[Question]) -> None:
    table: dict[str, Counter[str]] = {}
    differs = []
    for one, question in zip(questions, read, strict=True):
        kind = one["kind"]
        table.setdefault(kind, Counter())[question.kind] += 1
        if kind in _AGREE and question.kind not in _AGREE[kind]:
            differs.append((kind, question))
    print("| kind of the set | questions | agree | read as |\n|---|---|---|---|")
    for kind, counted in table.items():
        agree = sum(counted[ours] for ours in _AGREE.get(kind, ()))
        share = f"{agree / counted.total():.3f}" if kind in _AGREE else ""
        print(f"| {kind} | {counted.total()} | {share} | {', '.join(f'{k} {n}' for k, n in counted.most_common())} |")
    print("\nWhat differs:")
    for kind, question in differs:
        print(f"  {kind:6} {question.kind}/{question.aspect}: {question.asked}")


def _periods(questions: Sequence[dict[str, Any]], read: Sequence[Question], articles: Path) -> None:
    days = _days(articles) if articles.exists() else {}
    found = sum(bool(question.since or question.until) for question in read)
    hard = [(one, question) for one, question in zip(questions, read, strict=True) if question.filters]
    dated = [(one, question) for one, question in hard if days.get(one.get("article_id", ""))]
    print(f"\nPeriods: {found} of {len(read)} questions name one, {len(hard)} hard, {len(dated)} of these with a day")
    outside = []
    for one, question in dated:
        published, filters = days[one["article_id"]], question.filters
        if (filters.since and published < filters.since) or (filters.until and published > filters.until):
            outside.append(f"  OUTSIDE {published} {filters.since}..{filters.until}: {question.asked}")
    print(f"Hard periods that hold the article's day: {len(dated) - len(outside)} of {len(dated)}", *outside, sep="\n")
    soft = [
        (one, question)
        for one, question in zip(questions, read, strict=True)
        if (question.since or question.until) and not question.period_hard and days.get(one.get("article_id", ""))
    ]
    inside = sum(
        (not q.since or days[one["article_id"]] >= q.since) and (not q.until or days[one["article_id"]] <= q.until)
        for one, q in soft
    )
    print(f"Soft periods that hold it: {inside} of {len(soft)}")


def _days(articles: Path) -> dict[str, Any]:
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        return {one["id"]: day(one.get("date")) for one in map(json.loads, lines)}


def _people(questions: Sequence[dict[str, Any]], read: Sequence[Question]) -> None:
    known = sum(any(one.keys for one in question.people) for question in read)
    speakers = sum(any(one.speaker for one in question.people) for question in read)
    found = sum(any(one.speaker and one.keys for one in question.people) for question in read)
    print(f"\nPeople: {known} of {len(questions)} name somebody known, {speakers} a speaker, {found} a known speaker")


def _cost(questions: Sequence[dict[str, Any]], gazetteer: Gazetteer) -> None:
    spent = []
    for one in questions:
        start = time.perf_counter()
        understand(one["question"], gazetteer=gazetteer)
        spent.append(1000 * (time.perf_counter() - start))
    spent.sort()
    print(
        f"A question: median {spent[len(spent) // 2]:.2f} ms, 95th of a hundred {spent[95 * len(spent) // 100]:.2f} ms"
    )


def _print(one: dict[str, Any], q: Question) -> None:
    people = "; ".join(f"{'*' if p.speaker else ''}{p.words}={p.shown if p.keys else '?'}" for p in q.people)
    print(f"\n{one.get('kind', ''):6} {q.kind}/{q.aspect} {','.join(q.stances)} | {q.asked}")
    print(
        f"   people: {people} | topic: {' '.join(q.topic)} | {q.since or ''}..{q.until or ''}"
        f" {'HARD' if q.period_hard else ''} | places: {', '.join(q.places)} | refers: {q.refers}"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path, nargs="?", default=_GOLD)
    parser.add_argument("--articles", type=Path, default=_GOLD.parents[1] / "data" / "ant.jsonl.gz")
    parser.add_argument("--store", type=Path)
    parser.add_argument("--all", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
