"""Fitting what answering weighs on development questions: lines, the words of a line, how sure it is, and in words.

Confidence also learns from questions whose own article, with its copies, is taken away: what is left seldom answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

import assistant.answering.weights as held
from assistant.answering import confidence, coverage, excerpt, signals
from assistant.answering.clauses import runs
from assistant.answering.composing import compose
from assistant.answering.ranking import Ranked, rank, reordered
from assistant.answering.signals import Context
from assistant.assistant import CANDIDATES, worth_reading
from benchmarks.development import Array, Asked
from index.vocabulary import Answer, Evidence

RIDGE = {"ranking": 10.0, "excerpt": 5.0, "confidence": 4.0, "in words": 4.0}
ROOM = (40, 20)
"""Words that excerpts are fitted for: about what the best line has, and the second (assistant/answering/room.py)."""
TAKEN_AWAY = 0.2
"""What a question whose article was taken away counts in confidence, beside one that has an answer."""
FALSE_REFUSAL = 0.06
_FIRST = 60  # words of an answer that have to hold what was asked for
Contains = Callable[[str, str], bool]
Weights = dict[str, dict[str, float]]


class using:  # noqa: N801  # used as a function
    """Put these weights in the place of those of the file while the block runs."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def __enter__(self) -> None:
        self._before: Callable[[], Weights] = held._file
        held._file = lambda: self._weights  # type: ignore[assignment]

    def __exit__(self, *_: object) -> None:
        held._file = self._before  # type: ignore[assignment]


def at_hand() -> Weights:
    """The weights of the file for the signals of today; one that it does not know counts nothing yet.

    Questions are asked with these before they are fitted to: a follow-up rests on the answer before it. Where signals
    have changed, fit twice.
    """
    names = {
        **{"ranking": signals.NAMES, "excerpt": excerpt.NAMES},
        **{"confidence": confidence.NAMES, "in words": confidence.IN_WORDS},
    }
    written = held._file()
    return {part: {name: written.get(part, {}).get(name, 0.0) for name in some} for part, some in names.items()}


def fit(asked: Sequence[Asked], contains: Contains) -> Weights:
    """Weights fitted on these questions; `contains` tells whether a text holds an answer."""
    known = [one for one in asked if one.right.any()]
    least = [0.0 if name in coverage.NAMES else None for name in signals.NAMES]
    ranking = logit([o.table for o in known], [o.right for o in known], RIDGE["ranking"], least)
    found = {"ranking": _named(signals.NAMES, ranking)}
    tables, rights = zip(*_runs(known, contains), strict=True)
    found["excerpt"] = _named(excerpt.NAMES, logit(tables, rights, RIDGE["excerpt"]))
    with using({**found, "confidence": dict.fromkeys(confidence.NAMES, 0.0)}):
        facts = list(_facts(asked))
    x = np.array([[fact[name] for name in confidence.NAMES] for fact, _, _ in facts])
    y = np.array([answerable for _, answerable, _ in facts])
    w = _curve(x, y, np.array([weight for _, _, weight in facts]), RIDGE["confidence"])
    # The threshold is one half: the bias is moved until so many answerable questions lie below it.
    w[0] -= float(np.quantile((x @ w)[y], FALSE_REFUSAL))
    found["confidence"] = _named(confidence.NAMES, w)
    with using(found):
        told = [one for one in (_told(one, contains) for one in asked) if one]
    x = np.array([[fact[name] for name in confidence.IN_WORDS] for fact, _ in told])
    y = np.array([right for _, right in told])
    found["in words"] = _named(confidence.IN_WORDS, _curve(x, y, np.ones(len(y)), RIDGE["in words"]))
    return found


def answered(one: Asked) -> Answer:
    """The answer as the assistant would give it, but for the wider ones."""
    hits = one.hits[:CANDIDATES]
    ranked: list[Ranked] = rank(one.question, one.context, hits, one.lines)
    certain = confidence.confidence(one.question, one.context.rarity, hits, ranked, one.corpus)
    evidence = tuple(
        Evidence(hits[p].article, hits[p].passage, 0.0, hits[p].same_words) for p in reordered(hits, ranked)
    )
    if certain < confidence.ENOUGH:
        return Answer(one.question.asked, "", evidence=evidence, refused=True)
    text, citations = compose(one.question, one.context.rarity, ranked)
    word = confidence.in_words(certain, ranked)
    return Answer(one.question.asked, text, citations, evidence, confidence=word)


def _runs(known: Sequence[Asked], contains: Contains) -> Iterator[tuple[Array, NDArray[np.bool_]]]:
    """Signals of the runs of right lines too long for their room, and which of them hold an answer."""
    for one in known:
        line = one.lines[int(np.flatnonzero(one.right)[0])]
        for room in ROOM:
            if line.analysed.length <= room:
                continue
            found = runs(line, room)
            holds = np.array(
                [any(contains(run.span.of(line.article.text), a) for a in one.gold["answers"]) for run in found]
            )
            if holds.any() and not holds.all():
                yield excerpt.signals(one.question, one.context.rarity, line, found, room), holds


def _facts(asked: Sequence[Asked]) -> Iterator[tuple[dict[str, float], bool, float]]:
    """What confidence looks at, whether there is an answer, and what the case counts.

    Those without an answer count as much, together, as those with one.
    """
    share = sum(one.answerable for one in asked) / max(1, sum(not one.answerable for one in asked))
    for one in asked:
        ranked = rank(one.question, one.context, one.hits[:CANDIDATES], one.lines)
        if ranked:
            facts = confidence.signals(one.question, one.context.rarity, one.hits, ranked, one.corpus)
            yield facts, one.answerable, 1.0 if one.answerable else share
        if one.answerable and (less := _without(one)) is not None:
            yield less, False, TAKEN_AWAY


def _told(one: Asked, contains: Contains) -> tuple[dict[str, float], bool] | None:
    """What the word of confidence looks at, and whether the answer is right and cited; None where it is refused."""
    hits = one.hits[:CANDIDATES]
    ranked = rank(one.question, one.context, hits, one.lines)
    sure = confidence.confidence(one.question, one.context.rarity, hits, ranked, one.corpus)
    if sure < confidence.ENOUGH:
        return None
    text, citations = compose(one.question, one.context.rarity, ranked)
    where = {(line.article.id, line.span.start) for line, right in zip(one.lines, one.right, strict=True) if right}
    right = any((cited.article_id, cited.span.start) in where for cited in citations) and any(
        contains(" ".join(text.split()[:_FIRST]), answer) for answer in one.gold["answers"]
    )
    return confidence.reliance(sure, ranked), right


def _without(one: Asked) -> dict[str, float] | None:
    """The facts where the question's own article and its copies are not there; None where nothing is left."""
    kept = [
        place
        for place, hit in enumerate(one.hits)
        if one.own.isdisjoint({hit.article.id, *(copy.id for copy in hit.same_words)})
    ]
    hits = worth_reading(one.question, [one.hits[place] for place in kept])
    places = {old: new for new, old in enumerate(kept[: len(hits)])}
    near = [replace(line, hit=places[line.hit]) for line in one.more if line.hit in places]
    ranked = rank(one.question, Context(one.context.rarity), hits, near)
    return confidence.signals(one.question, one.context.rarity, hits, ranked, one.corpus) if ranked else None


def _named(names: Sequence[str], values: Array) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}


def logit(
    tables: Sequence[Array],
    rights: Sequence[NDArray[np.bool_]],
    ridge: float,
    least: Sequence[float | None] | None = None,
) -> Array:
    """Conditional logit: the weights under which the right rows of each table are likeliest; penalised by `ridge`.

    None is below its `least`. What a line holds of a question must not count against it: writers of development
    questions avoid the words of the sentence that answers, and readers do not.
    """
    from scipy.optimize import minimize

    every = np.vstack(tables)
    spread = np.where(every.std(0) > 1e-9, every.std(0), np.inf)  # a signal that never differs weighs nothing
    scaled = (every - every.mean(0)) / spread
    starts = np.cumsum([0, *(len(table) for table in tables[:-1])])
    place = np.repeat(np.arange(len(tables)), [len(table) for table in tables])
    right = np.concatenate(rights).astype(np.float64)

    def loss(w: Array) -> tuple[float, Array]:
        scores = scaled @ w
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[place])
        whole, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        slope = (odds / whole[place] - odds * right / good[place]) @ scaled
        return float(np.log(whole / good).sum()) + 0.5 * ridge * float(w @ w), slope + ridge * w

    bounds = [(low, None) for low in least] if least else None
    best = minimize(loss, np.zeros(every.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(best.x / spread, np.float64)


def _curve(x: Array, y: NDArray[np.bool_], counted: Array, ridge: float) -> Array:
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
