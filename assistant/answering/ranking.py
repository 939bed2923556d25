"""Which lines answer, best first: a weighted sum of their signals.

The weights are those of a conditional logit (McFadden 1974): the probability that a line is the one that answers, among
the lines of one question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from assistant.answering.lines import Line
from assistant.answering.signals import NAMES, Context, signals
from assistant.answering.weights import weights
from assistant.understanding import Question

if TYPE_CHECKING:
    from assistant.retriever import Hit

PASSAGE: Final = 1.0
"""What a passage's own score counts beside its best line's, when passages are put in order."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A line with its `score`, and the probability (`share`) that it answers if any of the question's lines does."""

    line: Line
    score: float
    share: float


def rank(question: Question, context: Context, hits: Sequence[Hit], lines: Sequence[Line]) -> list[Ranked]:
    """`lines`, those of `hits`, best first."""
    if not lines:
        return []
    return in_order(lines, signals(question, context, hits, lines) @ weights("ranking", NAMES))


def in_order(lines: Sequence[Line], scores: NDArray[np.float64]) -> list[Ranked]:
    """`lines`, at least one, with their `scores` (n,), best first; of the same score in the order given."""
    odds = np.exp(scores - scores.max())
    shares = odds / odds.sum()
    order = np.argsort(-scores, kind="stable")
    return [Ranked(lines[n], float(scores[n]), float(shares[n])) for n in order]


def reordered(hits: Sequence[Hit], ranked: Sequence[Ranked]) -> list[int]:
    """The places of `hits`, those with the best lines first; passages without a line of their own come last."""
    best: dict[int, float] = {}
    for one in ranked:
        best.setdefault(one.line.hit, one.score)
    first = hits[0].rank_score if hits else 0.0
    return sorted(
        range(len(hits)),
        key=lambda place: -(best.get(place, float("-inf")) + PASSAGE * (hits[place].rank_score - first)),
    )
