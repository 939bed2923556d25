"""Fit what answering weighs (lines, excerpts, confidence) on development questions; say what that is worth on others.

    python -m benchmarks.weights STORE QUESTIONS.jsonl ARTICLES.jsonl[.gz] SCORING [--write]

STORE holds ARTICLES, which the questions ask about; SCORING is the folder of ``score_answers.py``. Everything is fitted
on nine tenths of the articles (a question goes with its article) and asked of the last tenth, whole answers included;
then on all, and --write puts that into assistant/answering/weights.json. JSON on stdout.

Confidence also learns from questions whose own article, with its copies, is taken away: what is left seldom answers.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import assistant.answering.weights as held
from assistant.answering import confidence, excerpt, signals
from assistant.answering.composing import ROOM, compose
from assistant.answering.lines import Line, lines
from assistant.answering.ranking import Ranked, rank, reordered
from assistant.answering.signals import Context, group
from assistant.assistant import CANDIDATES, READ, Assistant
from assistant.command.batch import record
from assistant.retriever import Hit
from assistant.understanding import Question
from index.store import Store
from index.vocabulary import Answer, Evidence

FOLDS = 10
RIDGE = {"ranking": 10.0, "excerpt": 5.0}
TAKEN_AWAY = 0.2
"""What a question whose article was taken away counts in confidence, beside one that has an answer."""
UNANSWERABLE = 16.0
FALSE_REFUSAL = 0.04
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Asked:
    """A development question as the assistant sees it, with all that does not depend on weights."""

    gold: dict[str, Any]
    question: Question
    context: Context
    hits: list[Hit]
    lines: list[Line]
    more: list[Line]
    table: Array
    right: NDArray[np.bool_]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("store", "questions", "articles", "scoring"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--answers", type=Path, help="keep the answers to unseen questions, one a line")
    options = parser.parse_args()
    sys.path.insert(0, str(options.scoring))
    from arabic_match import contains  # type: ignore[import-not-found]
    from score_answers import read, score  # type: ignore[import-not-found]

    gold, articles = read(options.questions), read(options.articles)
    texts = {article["id"]: article["text"] for article in articles}
    with Store(options.store, must_exist=True) as store:
        assistant = Assistant(store)
        asked = [_asked(assistant, one, texts) for one in gold]
        corpus = assistant.corpus()
    fold = _folds(asked)
    told: list[dict[str, Any]] = []
    sure: dict[str, str] = {}
    for number in range(FOLDS):
        part = [one for one, its in zip(asked, fold, strict=True) if its != number]
        with _weights(_fit(part, texts, contains, corpus)):
            for one, its in zip(asked, fold, strict=True):
                if its == number:
                    answer = _answered(one, corpus)
                    told.append({"id": one.gold["id"], **record(answer)})
                    sure[one.gold["id"]] = answer.confidence
    unseen = score(gold, told, articles)
    if options.answers:
        options.answers.write_text(
            "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in told), encoding="utf-8"
        )
    fitted = _fit(asked, texts, contains, corpus)
    with _weights(fitted):
        again = [{"id": one.gold["id"], **record(_answered(one, corpus))} for one in asked]
    reliability = _reliability(gold, told, sure, lambda one, answer: score([one], [answer], articles)["both"] > 0)
    found = {"unseen": unseen, "fitted": score(gold, again, articles), "reliability": reliability}
    print(json.dumps(found, ensure_ascii=False, indent=1))
    if options.write:
        path = Path(held.__file__).with_name("weights.json")
        path.write_text(json.dumps(fitted, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _reliability(
    gold: Sequence[dict[str, Any]],
    told: Sequence[dict[str, Any]],
    sure: dict[str, str],
    right: Callable[[dict[str, Any], dict[str, Any]], bool],
) -> dict[str, dict[str, float]]:
    """For each word of confidence: how many answers got it, and which share of them was right and cited."""
    found: dict[str, list[bool]] = {"high": [], "fair": [], "low": []}
    answers = {one["id"]: one for one in told}
    for one in gold:
        answer = answers[one["id"]]
        if not answer["refused"]:
            answerable = one["kind"] != "unanswerable"
            found[sure[one["id"]]].append(answerable and right(one, answer))
    return {
        word: {"answers": len(some), "right and cited": round(sum(some) / max(1, len(some)), 3)}
        for word, some in found.items()
    }


def _asked(assistant: Assistant, gold: dict[str, Any], texts: dict[str, str]) -> Asked:
    found = assistant.search(gold["question"], history=gold.get("history") or (), count=2 * CANDIDATES)
    more = lines(assistant.store, found.hits, assistant.store.embedder.question(found.question.search))
    near = [line for line in more if line.hit < READ]
    table = signals.signals(found.question, found.context, found.hits[:READ], near) if near else np.zeros((0, 0))
    right = np.array([_right(gold, texts, line, found.hits[line.hit]) for line in near], bool)
    return Asked(gold, found.question, found.context, list(found.hits), near, more, table, right)


def _right(gold: dict[str, Any], texts: dict[str, str], line: Line, hit: Hit) -> bool:
    if gold["kind"] == "unanswerable":
        return False
    own = gold["article_id"]
    if own not in {line.article.id, *(one.id for one in hit.same_words)} and texts.get(own) != line.article.text:
        return False
    start, end = gold["evidence"]
    shared = min(line.span.end, end) - max(line.span.start, start)
    return bool(shared > 0 and (shared >= (end - start) / 2 or shared == len(line.span)))


def _folds(asked: Sequence[Asked], seed: int = 0) -> list[int]:
    groups = sorted({one.gold.get("article_id") or one.gold["id"] for one in asked})
    order = np.random.default_rng(seed).permutation(len(groups)) % FOLDS
    place = dict(zip(groups, order.tolist(), strict=True))
    return [place[one.gold.get("article_id") or one.gold["id"]] for one in asked]


class _weights:  # noqa: N801  # used as a function
    """Put these weights in the place of those of the file while the block runs."""

    def __init__(self, weights: dict[str, dict[str, float]]) -> None:
        self._weights = weights

    def __enter__(self) -> None:
        self._before: Callable[[], dict[str, dict[str, float]]] = held._file
        held._file = lambda: self._weights  # type: ignore[assignment]

    def __exit__(self, *_: object) -> None:
        held._file = self._before  # type: ignore[assignment]


def _fit(
    asked: Sequence[Asked],
    texts: dict[str, str],
    contains: Callable[[str, str], bool],
    corpus: confidence.Corpus,
) -> dict[str, dict[str, float]]:
    """Weights fitted on these questions."""
    known = [one for one in asked if one.right.any()]
    found = {
        "ranking": _named(signals.NAMES, _logit([o.table for o in known], [o.right for o in known], RIDGE["ranking"]))
    }
    tables, rights = zip(*_runs(known, contains), strict=True)
    found["excerpt"] = _named(excerpt.NAMES, _logit(tables, rights, RIDGE["excerpt"]))
    with _weights({**found, "confidence": dict.fromkeys(confidence.NAMES, 0.0)}):
        facts = list(_facts(asked, texts, corpus))
    x = np.array([[fact[name] for name in confidence.NAMES] for fact, _, _ in facts])
    y = np.array([answerable for _, answerable, _ in facts])
    counted = np.array([weight for _, _, weight in facts])
    w = _curve(x, y, counted)
    certain = x @ w
    # The threshold is one half: the bias is moved until so many answerable questions lie below it.
    w[0] -= float(np.quantile(certain[y], FALSE_REFUSAL))
    found["confidence"] = _named(confidence.NAMES, w)
    return found


def _runs(known: Sequence[Asked], contains: Callable[[str, str], bool]) -> Iterator[tuple[Array, NDArray[np.bool_]]]:
    """Signals of the runs of right lines too long for their room, and which of them hold an answer."""
    for one in known:
        line = one.lines[int(np.flatnonzero(one.right)[0])]
        for room in ROOM[group(one.question)][:2]:
            if line.analysed.length <= room:
                continue
            found = excerpt.runs(line, room)
            holds = np.array(
                [any(contains(run.span.of(line.article.text), a) for a in one.gold["answers"]) for run in found]
            )
            if holds.any() and not holds.all():
                yield excerpt.signals(one.question, one.context.rarity, line, found, room), holds


def _facts(
    asked: Sequence[Asked], texts: dict[str, str], corpus: confidence.Corpus
) -> Iterator[tuple[dict[str, float], bool, float]]:
    """What confidence looks at, whether there is an answer, and what the case counts."""
    for one in asked:
        answerable = one.gold["kind"] != "unanswerable"
        ranked = rank(one.question, one.context, one.hits[:CANDIDATES], one.lines)
        if ranked:
            facts = confidence.signals(one.question, one.context.rarity, one.hits, ranked, corpus)
            yield facts, answerable, 1.0 if answerable else UNANSWERABLE
        if answerable and (less := _without(one, texts, corpus)) is not None:
            yield less, False, TAKEN_AWAY


def _without(one: Asked, texts: dict[str, str], corpus: confidence.Corpus) -> dict[str, float] | None:
    """The facts where the question's own article and its copies are not there; None where nothing is left."""
    own = one.gold["article_id"]
    kept = [
        place
        for place, hit in enumerate(one.hits)
        if own not in {hit.article.id, *(o.id for o in hit.same_words)} and texts.get(own) != hit.article.text
    ][:READ]
    places = {old: new for new, old in enumerate(kept)}
    near = [replace(line, hit=places[line.hit]) for line in one.more if line.hit in places]
    hits = [one.hits[place] for place in kept]
    ranked = rank(one.question, Context(one.context.rarity), hits, near)
    return confidence.signals(one.question, one.context.rarity, hits, ranked, corpus) if ranked else None


def _answered(one: Asked, corpus: confidence.Corpus) -> Answer:
    """The answer as the assistant would give it."""
    hits = one.hits[:CANDIDATES]
    ranked: list[Ranked] = rank(one.question, one.context, hits, one.lines)
    certain = confidence.confidence(one.question, one.context.rarity, hits, ranked, corpus)
    evidence = tuple(
        Evidence(hits[p].article, hits[p].passage, 0.0, hits[p].same_words) for p in reordered(hits, ranked)
    )
    if certain < confidence.ENOUGH:
        return Answer(one.question.asked, "", evidence=evidence, refused=True)
    text, citations = compose(one.question, one.context.rarity, ranked)
    word = confidence.in_words(certain, ranked)
    return Answer(one.question.asked, text, citations, evidence, confidence=word)


def _named(names: Sequence[str], values: Array) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}


def _logit(tables: Sequence[Array], rights: Sequence[NDArray[np.bool_]], ridge: float) -> Array:
    """Conditional logit: the weights under which the right rows of each table are likeliest; penalised by `ridge`."""
    from scipy.optimize import minimize

    every = np.vstack(tables)
    spread = np.where(every.std(0) > 1e-9, every.std(0), np.inf)  # a signal that never differs weighs nothing
    scaled = [(table - every.mean(0)) / spread for table in tables]

    def loss(w: Array) -> tuple[float, Array]:
        total, slope = 0.5 * ridge * float(w @ w), ridge * w
        for table, right in zip(scaled, rights, strict=True):
            scores = table @ w
            odds = np.exp(scores - scores.max())
            total += float(np.log(odds.sum()) - np.log(odds[right].sum()))
            slope = slope + odds @ table / odds.sum() - odds[right] @ table[right] / odds[right].sum()
        return total, slope

    best = minimize(loss, np.zeros(every.shape[1]), jac=True, method="L-BFGS-B")
    return np.asarray(best.x / spread, np.float64)


def _curve(x: Array, y: NDArray[np.bool_], counted: Array, ridge: float = 4.0) -> Array:
    """Logistic regression on standardised columns (the first is constant), each row counted so much."""
    from scipy.optimize import minimize

    mean, spread = x[:, 1:].mean(0), np.where(x[:, 1:].std(0) > 1e-9, x[:, 1:].std(0), np.inf)
    z = np.c_[np.ones(len(x)), (x[:, 1:] - mean) / spread]
    sign = np.where(y, 1.0, -1.0)

    def loss(w: Array) -> tuple[float, Array]:
        margin = sign * (z @ w)
        total = float(counted @ np.logaddexp(0, -margin)) + 0.5 * ridge * float(w[1:] @ w[1:])
        slope = -(z.T @ (counted * sign / (1 + np.exp(margin)))) + ridge * np.r_[0.0, w[1:]]
        return total, slope

    w = minimize(loss, np.zeros(z.shape[1]), jac=True, method="L-BFGS-B").x
    weights = w[1:] / spread
    return np.asarray(np.r_[w[0] - float(weights @ mean), weights], np.float64)


if __name__ == "__main__":
    main()
