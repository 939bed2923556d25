"""Facts about a line that tell whether it answers a question, as numbers for :mod:`assistant.answering.ranking`.

What of the question's words a line holds is :mod:`assistant.answering.coverage`'s; here is the rest.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from assistant.answering.coverage import NAMES as SHARES
from assistant.answering.coverage import Matrix, coverage
from assistant.answering.lines import Line, analysed
from assistant.answering.telling import DAY, FIGURE, SCENE
from assistant.understanding import Question
from index.vocabulary import Article, Span

if TYPE_CHECKING:
    from assistant.retriever import Hit

PLAIN: Final = (
    "passage score",
    "cosine",
    "soft coverage",
    "coverage with the line before",
    "coverage with the title",
    "topic",
    "contrast",
    "own words",
    "topic in the statement",
    "length",
    "fragment",
    "place in the passage",
    "lede",
    "statement",
    "cue",
    "statement cosine",
    "named speaker",
    "other speaker",
    "names",
    "stance",
    "article coverage",
    "in the period",
    "outside the period",
    "same article",
    "same speaker",
    "goes on",
    "told before",
    "told before (what)",
)
BY_KIND: Final = (
    *("digits", "day", "scene", "statement", "cue", "named speaker", "topic in the statement", "contrast", "lede"),
    "other speaker",
)
GROUPS: Final = ("who", "what", "where", "when", "fact")
"""Kinds of questions that want the same of a line."""
NAMES: Final = (*PLAIN, *(f"{name} ({group})" for group in GROUPS for name in BY_KIND))
"""What the columns of :func:`signals` mean; the last ones count for one group of kinds each."""

_GROUP: Final = {"who": "who", "where": "where", "when": "when", "how_many": "fact", "which": "fact"}
# A report is printed some days after what it reports, and dated before it at most one.
_BEFORE: Final = dt.timedelta(days=1)
_AFTER: Final = dt.timedelta(days=7)
_NEAR: Final = 400.0  # characters: two or three sentences
_FRAGMENT: Final = 5  # words; a shorter line is a byline or a subhead
_FACTS: Final = (
    *("passage score", "cosine", "length", "fragment", "place in the passage", "lede", "statement", "cue"),
    *("statement cosine", "named speaker", "other speaker", "names", "stance", "in the period", "outside the period"),
    *("same article", "same speaker", "goes on", "told before", "told before (what)", "digits", "day", "scene"),
)
"""What :func:`_facts` tells, in its order."""
_EVERY: Final = (*_FACTS, *SHARES, "topic in the statement")
_PLAIN: Final = [_EVERY.index(name) for name in PLAIN]
_BY_KIND: Final = [_EVERY.index(name) for name in BY_KIND]
_NOWHERE: Final = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Told:
    """What the answer to the earlier question rests on: its words (`span`) and who said them (their key, or "").

    `articles` are the ids of their article and of its copies, first the one that `span` is of. `refused` tells that the
    earlier question had no answer.
    """

    articles: tuple[str, ...] = ()
    span: Span = _NOWHERE
    person: str = ""
    refused: bool = False


NOTHING: Final = Told()
"""Nothing was told before, or the question does not lean on it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the question: the `rarity` of its words, and what was `told` before."""

    rarity: Mapping[str, float]
    told: Told = NOTHING


def group(question: Question) -> str:
    """Which of :data:`GROUPS` the question's kind belongs to."""
    return _GROUP.get(question.kind, "what")


def signals(question: Question, context: Context, hits: Sequence[Hit], lines: Sequence[Line]) -> Matrix:
    """The signals (n, len(NAMES)) of `lines`, the lines of `hits`; neither is empty."""
    shares = coverage(question, context.rarity, hits, lines)
    people = frozenset(key for one in question.speakers for key in one.keys)
    named = [frozenset(analysed(one.words).words) for one in question.people]
    facts = [_facts(question, context.told, hits[0], hits[line.hit], line, people, named) for line in lines]
    topic = shares[:, SHARES.index("topic")] * [bool(line.said) for line in lines]
    every = np.column_stack([np.array(facts, np.float64), shares, topic])
    table = np.zeros((len(lines), len(NAMES)))
    table[:, : len(PLAIN)] = every[:, _PLAIN]
    start = len(PLAIN) + GROUPS.index(group(question)) * len(BY_KIND)
    table[:, start : start + len(BY_KIND)] = every[:, _BY_KIND]
    return table


def _facts(
    question: Question,
    told: Told,
    first: Hit,
    hit: Hit,
    line: Line,
    people: frozenset[str],
    named: Sequence[frozenset[str]],
) -> tuple[float, ...]:
    """The signals of one line, of `hit`, that are no matter of counting words; `first` is the best hit.

    `people` are the speakers asked about (their keys), `named` the analysed words of each name in the question.
    """
    said, words, told_of = line.said, line.analysed, line.analysed.tells
    speaks = any(one.person in people for one in said) if people else False
    period = _period(question, line.article)
    again = line.article.id in told.articles[:1] and bool(line.span.overlap(told.span))
    further = group(question) == "what"
    return (
        hit.rank_score - first.rank_score,
        hit.cosine,
        math.log(max(1, words.length)),
        words.length < _FRAGMENT,
        line.number,
        hit.passage.number == 0 and line.number == 0,
        bool(said),
        any(one.statement.cue.overlap(line.span) for one in said),
        max((one.cosine for one in said), default=hit.cosine),
        speaks,
        bool(people and said and not speaks),
        max((len(name.intersection(words.words)) / len(name) for name in named if name), default=0.0),
        bool(question.stances) and any(one.statement.stance in question.stances for one in said),
        period is True,
        period is False,
        line.article.id in told.articles,
        bool(told.person) and any(one.person == told.person for one in said),
        _goes_on(told, line),
        again and not further,
        again and further,
        bool(told_of & FIGURE),
        bool(told_of & DAY),
        bool(told_of & SCENE) or any(one.statement.place or one.statement.medium for one in said),
    )


def _goes_on(told: Told, line: Line) -> float:
    """1 for a line that follows what was told at once, less the farther below it stands; 0 elsewhere."""
    below = line.span.start - told.span.end
    return math.exp(-below / _NEAR) if line.article.id in told.articles[:1] and below >= 0 else 0.0


def _period(question: Question, article: Article) -> bool | None:
    """Whether the article is of the days that the question names; None where it names none, or the article has none."""
    if article.date is None or not (question.since or question.until):
        return None
    day = article.date
    return (question.since is None or day >= question.since - _BEFORE) and (
        question.until is None or day <= question.until + _AFTER
    )
