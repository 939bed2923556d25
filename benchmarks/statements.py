"""How well reported statements are found, and how fast.

    python benchmarks/statements.py GOLD.jsonl ARTICLES.jsonl[.gz] SCORING_FOLDER [--speed-articles 1500]

GOLD has one annotated article a line, ARTICLES the articles themselves, SCORING_FOLDER the scorer
(score_statements.py). Prints JSON: the scorer's figures for all annotated articles and for their two halves (by a
hash of the article's id: the rules were written with one half read, the other unread), how well the confidence tells
right statements from wrong ones, and megabytes of text (UTF-8) and statements a second of one processor, timed on
articles that are not annotated.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import importlib
import json
import sys
import time
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import click

from index.statements import as_record, extract
from index.vocabulary import Article

BINS = (0.0, 0.75, 0.85, 1.0)


def records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def article(record: dict[str, Any]) -> Article:
    day = dt.date.fromisoformat(record["date"]) if record.get("date") else None
    return Article(text=record["text"], id=record["id"], title=record.get("title", ""), date=day)


def half(article_id: str) -> str:
    """``A`` or ``B``, by the first byte of the SHA-256 of the article's id."""
    return "AB"[hashlib.sha256(article_id.encode()).digest()[0] % 2]


def quality(gold: list[dict[str, Any]], predicted: list[dict[str, Any]], scorer: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in ("all", "A", "B"):
        chosen = [a for a in gold if name in ("all", half(a["article_id"]))]
        ids = {a["article_id"] for a in chosen}
        figures = scorer.score(chosen, [p for p in predicted if p["article_id"] in ids])
        found[name] = {key: round(value, 3) if isinstance(value, float) else value for key, value in figures.items()}
    return found


def calibration(gold: list[dict[str, Any]], predicted: list[dict[str, Any]], scorer: Any) -> list[dict[str, Any]]:
    """For bins of confidence: how many statements, their mean confidence, and how many are right (words and.

    Speaker).
    """
    rows: list[tuple[float, bool]] = []
    for annotated in gold:
        for record in (p for p in predicted if p["article_id"] == annotated["article_id"]):
            right = scorer.score([annotated], [record])["strict_f1"] > 0
            rows.append((record["confidence"], right))
    bins = []
    for low, high in pairwise(BINS):
        inside = [(confidence, right) for confidence, right in rows if low <= confidence < high]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            bins.append({"from": low, "to": high, "statements": len(inside), "mean": round(mean, 3)})
            bins[-1]["right"] = round(sum(right for _, right in inside) / len(inside), 3)
    return bins


def speed(articles: list[Article], rounds: int = 3) -> dict[str, Any]:
    size = sum(len(a.text.encode()) for a in articles)
    extract(articles[0])  # the lexicon is loaded with the first
    best, count = float("inf"), 0
    for _ in range(rounds):
        start = time.process_time()
        count = sum(len(extract(a)) for a in articles)
        best = min(best, time.process_time() - start)
    return {
        "articles": len(articles),
        "megabytes": round(size / 1e6, 2),
        "megabytes_per_second": round(size / 1e6 / best, 2),
        "statements_per_second": round(count / best),
    }


@click.command()
@click.argument("gold_path", metavar="GOLD", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("articles_path", metavar="ARTICLES", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("scoring", metavar="SCORING_FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--speed-articles", default=1500, show_default=True)
def main(gold_path: Path, articles_path: Path, scoring: Path, speed_articles: int) -> None:
    sys.path.insert(0, str(scoring))
    scorer = importlib.import_module("score_statements")
    gold = list(records(gold_path))
    wanted = {a["article_id"] for a in gold}
    annotated = [article(r) for r in records(articles_path) if r["id"] in wanted]
    if missing := wanted - {a.id for a in annotated}:
        raise click.ClickException(f"{articles_path} lacks {len(missing)} annotated articles, such as {min(missing)}")
    predicted = [as_record(a, s) for a in annotated for s in extract(a)]
    others = islice((article(r) for r in records(articles_path) if r["id"] not in wanted), speed_articles)
    result = {
        "quality": quality(gold, predicted, scorer),
        "confidence": calibration(gold, predicted, scorer),
        "speed": speed(list(others)),
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
