"""The words of a long line that answer: a run of whole clauses, no longer than there is room for.

News sentences run to fifty words and more; the words asked for stand in one or two of their clauses. Each run that fits
is weighed by what it holds (conditional logit, as in :mod:`assistant.answering.ranking`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.answering.clauses import Run, runs
from assistant.answering.lines import Line, read_words
from assistant.answering.signals import GROUPS, group
from assistant.answering.telling import DAY, FIGURE, REASON, SCENE
from assistant.answering.weights import weights
from assistant.understanding import Question
from index.arabic.analyser import words_of
from index.arabic.normal import clean, fold
from index.vocabulary import Span

PLAIN: Final = (
    *("coverage", "share of the line's", "length", "filled", "new words", "begins the line", "ends the line"),
    *("begins a statement", "in a statement", "cue", "torn quotation"),
)
BY_KIND: Final = (
    *("begins the line", "begins a statement", "in a statement", "cue", "coverage", "ends the line", "figure", "day"),
    *("scene", "reason"),
)
_EVERY: Final = (*PLAIN, "figure", "day", "scene", "reason")
_BY_KIND: Final = [_EVERY.index(name) for name in BY_KIND]
NAMES: Final = (*PLAIN, *(f"{name} ({one})" for one in GROUPS for name in BY_KIND))
"""What the columns of :func:`signals` mean; the last ones count for one group of kinds each."""

_FILLED: Final = 0.6  # of the room
_OPENING: Final = re.compile("[«“]")
_CLOSING: Final = re.compile("[»”]")


def excerpt(question: Question, rarity: Mapping[str, float], line: Line, room: int) -> Span:
    """The words of `line` that answer, at most `room` of them: the whole line where it fits."""
    if line.analysed.length <= room:
        return line.span
    found = runs(line, room)
    scores = signals(question, rarity, line, found, room) @ weights("excerpt", NAMES)
    return found[int(np.argmax(scores))].span


def signals(
    question: Question, rarity: Mapping[str, float], line: Line, found: Sequence[Run], room: int
) -> NDArray[np.float64]:
    """The signals (n, len(NAMES)) of the runs `found` of `line`."""
    whole = sum(rarity.values()) or 1.0
    in_line = sum(weight for word, weight in rarity.items() if word in line.analysed.words) / whole or 1.0
    last = max((run.last for run in found), default=0)
    # Each clause that stands in a run is a run by itself as well.
    clauses = {run.first: _clause(run.span.of(line.article.text)) for run in found if run.first == run.last}
    rows = []
    for run in found:
        span = run.span
        held = _joined([clauses[n] for n in range(run.first, run.last + 1)])
        coverage = sum(weight for word, weight in rarity.items() if word in held.words) / whole
        rows.append(
            (
                coverage,
                coverage / in_line,
                held.length / room,
                held.length >= _FILLED * room,
                len(held.words - rarity.keys()) / 20,
                run.first == 0,
                run.last == last,
                any(abs(span.start - one.statement.content.start) < 4 for one in line.said),
                max((one.statement.content.overlap(span) / len(span) for one in line.said), default=0.0),
                any(span.start - 2 <= one.statement.cue.start < span.end for one in line.said),
                held.opened != held.closed or held.straight % 2,
                bool(held.tells & FIGURE),
                bool(held.tells & DAY),
                bool(held.tells & SCENE),
                bool(held.tells & REASON),
            )
        )
    table = np.zeros((len(found), len(NAMES)))
    every = np.array(rows, np.float64).reshape(len(found), len(_EVERY))
    table[:, : len(PLAIN)] = every[:, : len(PLAIN)]
    start = len(PLAIN) + GROUPS.index(group(question)) * len(BY_KIND)
    table[:, start : start + len(BY_KIND)] = every[:, _BY_KIND]
    return table


@dataclass(frozen=True, slots=True)
class _Clause:
    """What a run holds: its analysed words, what they tell, how many words, and its quotation marks."""

    words: frozenset[str]
    tells: int
    length: int
    opened: int
    closed: int
    straight: int


def _clause(text: str) -> _Clause:
    words = words_of(fold(clean(text)))
    marks = [len(_OPENING.findall(text)), len(_CLOSING.findall(text)), text.count('"')]
    told, tokens = read_words(words)
    return _Clause(frozenset(tokens), told, len(text.split()), *marks)


def _joined(clauses: Sequence[_Clause]) -> _Clause:
    if len(clauses) == 1:
        return clauses[0]
    return _Clause(
        frozenset().union(*(one.words for one in clauses)),
        reduce(or_, (one.tells for one in clauses)),
        *(sum(getattr(one, name) for one in clauses) for name in ("length", "opened", "closed", "straight")),
    )
