"""Fit what answering weighs (lines, excerpts, confidence) on development questions; say what that is worth on others.

    python -m benchmarks.weights SCORING --of STORE QUESTIONS.jsonl ARTICLES.jsonl[.gz] [--of ...] [--write]

Each STORE holds its ARTICLES, which its QUESTIONS ask about; SCORING is the folder of ``score_answers.py``. Everything
is fitted on nine tenths of the articles (a question goes with its article) and asked of the last tenth, whole answers
included; then on all, and --write puts that into assistant/answering/weights.json. JSON on stdout.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

import assistant.answering.weights as held
from assistant.assistant import Assistant
from assistant.command.batch import record
from benchmarks.development import Asked, Gold, asked_of, read, resolved
from benchmarks.fitting import answered, at_hand, fit, using
from index.store import Store
from index.vocabulary import Answer

FOLDS = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scoring", type=Path)
    parser.add_argument("--of", action="append", nargs=3, type=Path, metavar=("STORE", "QUESTIONS", "ARTICLES"))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--answers", type=Path, help="keep the answers to unseen questions, one a line")
    options = parser.parse_args()
    sys.path.insert(0, str(options.scoring))
    from arabic_match import contains  # type: ignore[import-not-found]
    from score_answers import score  # type: ignore[import-not-found]

    if not options.of:
        parser.error("--of: which questions, of which articles?")
    sets: list[tuple[Path, list[Asked], list[dict[str, Any]]]] = []
    for store, path, told in options.of:
        articles = read(told)
        with Store(store, must_exist=True) as opened, using(at_hand()):
            sets.append((path, asked_of(Assistant(opened), resolved(read(path), articles), articles), articles))
    every = [one for _, asked, _ in sets for one in asked]
    unseen = unseen_answers(every, lambda part: fit(part, contains))
    fitted = fit(every, contains)
    with using(fitted):
        again = {one.gold["id"]: answered(one) for one in every}
    found: dict[str, Any] = {}
    for path, asked, articles in sets:
        gold = [one.gold for one in asked]
        found[path.name] = {
            "unseen": score(gold, recorded(gold, unseen), articles),
            "fitted": score(gold, recorded(gold, again), articles),
            "reliability": reliability(gold, unseen, partial(_is_right, score, articles)),
        }
    print(json.dumps(found, ensure_ascii=False, indent=1))
    if options.answers:
        said = recorded([one.gold for one in every], unseen)
        lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in said)
        options.answers.write_text("".join(lines), encoding="utf-8")
    if options.write:
        path = Path(held.__file__).with_name("weights.json")
        path.write_text(json.dumps(fitted, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def unseen_answers(
    asked: Sequence[Asked], fitted: Callable[[list[Asked]], dict[str, dict[str, float]]]
) -> dict[str, Answer]:
    """The answer to each question (by its id) with weights `fitted` without the tenth of the articles it is on."""
    fold = folds(asked)
    told: dict[str, Answer] = {}
    for number in range(FOLDS):
        with using(fitted([one for one, its in zip(asked, fold, strict=True) if its != number])):
            told |= {one.gold["id"]: answered(one) for one, its in zip(asked, fold, strict=True) if its == number}
    return told


def recorded(gold: Sequence[Gold], told: dict[str, Answer]) -> list[dict[str, Any]]:
    """The answers as the scorer reads them."""
    return [{"id": one["id"], **record(told[one["id"]])} for one in gold]


def reliability(
    gold: Sequence[Gold], told: dict[str, Answer], right: Callable[[Gold, dict[str, Any]], bool]
) -> dict[str, dict[str, float]]:
    """For each word of confidence: how many answers got it, and which share of them was right and cited."""
    found: dict[str, list[bool]] = {"high": [], "fair": [], "low": []}
    for one, said in zip(gold, recorded(gold, told), strict=True):
        if not said["refused"]:
            good = one["kind"] != "unanswerable" and right(one, said)
            found[told[one["id"]].confidence].append(good)
    return {
        word: {"answers": len(some), "right and cited": round(sum(some) / max(1, len(some)), 3)}
        for word, some in found.items()
    }


def _is_right(
    score: Callable[..., dict[str, Any]], articles: Sequence[dict[str, Any]], one: Gold, said: dict[str, Any]
) -> bool:
    return bool(score([one], [said], articles)["both"] > 0)


def folds(asked: Sequence[Asked], seed: int = 0) -> list[int]:
    """The tenth that each question is in, with all questions on its article."""
    groups = sorted({_group(one) for one in asked})
    order = np.random.default_rng(seed).permutation(len(groups)) % FOLDS
    place = dict(zip(groups, order.tolist(), strict=True))
    return [place[_group(one)] for one in asked]


def _group(one: Asked) -> str:
    return str(one.gold.get("article_id") or one.gold["id"])


if __name__ == "__main__":
    main()
