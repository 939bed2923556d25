"""Facts about a line that tell whether it answers a question, as numbers for :mod:`assistant.answering.ranking`.

What of the question's words a line holds is :mod:`assistant.answering.coverage`'s; here is the rest.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from assistant.answering.coverage import NAMES as SHARES
from assistant.answering.coverage import Matrix, coverage
from assistant.answering.lines import Line, analysed
from assistant.answering.telling import DAY, SCENE, TITLE
from assistant.understanding import Question
from index.vocabulary import Article, Span

if TYPE_CHECKING:
    from assistant.retriever import Hit

PLAIN: Final = (
    "article cosine",
    "soft coverage",
    "coverage with the line before",
    "coverage with the title",
    "topic",
    "rare here",
    "own words",
    "topic in the statement",
    "length",
    "place in the passage",
    "lede",
    "quotation",
    "statement",
    "cue",
    "statement cosine",
    "named speaker",
    "other speaker",
    "stance",
    "article coverage",
    "days away",
    "same article",
    "goes on",
)
BY_KIND: Final = (
    *("amount", "day", "scene", "title", "statement", "cue", "named speaker", "topic in the statement", "lede"),
    *("other speaker", "depth"),
)
GROUPS: Final = ("who", "what", "where", "when", "fact")
"""Kinds of questions that want the same of a line."""
NAMES: Final = (*PLAIN, *(f"{name} ({group})" for group in GROUPS for name in BY_KIND))
"""What the columns of :func:`signals` mean; the last ones count for one group of kinds each."""

_GROUP: Final = {"who": "who", "where": "where", "when": "when", "how_many": "fact", "which": "fact"}
_NEAR: Final = 400.0  # characters: two or three sentences
_QUOTED: Final = re.compile('[«“"]')
_FACTS: Final = (
    *("length", "place in the passage", "lede", "quotation", "statement", "cue", "statement cosine", "named speaker"),
    *("other speaker", "stance", "days away", "same article", "goes on", "amount", "day", "scene", "title", "depth"),
)
"""What :func:`_facts` tells, in its order."""
_EVERY: Final = (*_FACTS, *SHARES, "topic in the statement", "article cosine")
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
    shares = coverage(question, context.rarity, lines)
    people = frozenset(key for one in question.speakers for key in one.keys)
    asked = analysed(question.asked).amounts
    facts = [_facts(question, context.told, hits[line.hit], line, people, asked) for line in lines]
    topic = shares[:, SHARES.index("topic")] * [bool(line.said) for line in lines]
    nearest: dict[int, float] = {}
    for line in lines:
        nearest[line.article_key] = max(nearest.get(line.article_key, -1.0), hits[line.hit].cosine)
    cosine = [nearest[line.article_key] for line in lines]
    every = np.column_stack([np.array(facts, np.float64), shares, topic, cosine])
    table = np.zeros((len(lines), len(NAMES)))
    table[:, : len(PLAIN)] = every[:, _PLAIN]
    start = len(PLAIN) + GROUPS.index(group(question)) * len(BY_KIND)
    table[:, start : start + len(BY_KIND)] = every[:, _BY_KIND]
    return table


def _facts(
    question: Question, told: Told, hit: Hit, line: Line, people: frozenset[str], amounts: frozenset[str]
) -> tuple[float, ...]:
    """The signals of one line, of `hit`, that are no matter of counting words.

    `people` are the speakers asked about (their keys), `amounts` the figures of the question.
    """
    said, words, told_of = line.said, line.analysed, line.analysed.tells
    speaks = any(one.person in people for one in said) if people else False
    return (
        math.log(max(1, words.length)),
        line.number,
        hit.passage.number == 0 and line.number == 0,
        bool(_QUOTED.search(line.text)),
        bool(said),
        any(one.statement.basis == "explicit" and one.statement.cue.overlap(line.span) for one in said),
        max((one.cosine for one in said), default=hit.cosine),
        speaks,
        bool(people and said and not speaks),
        bool(question.stances) and any(one.statement.stance in question.stances for one in said),
        _days_away(question, line.article),
        line.article.id in told.articles,
        _goes_on(told, line),
        bool(words.amounts - amounts),
        bool(told_of & DAY),
        bool(told_of & SCENE) or any(one.statement.place or one.statement.medium for one in said),
        bool(told_of & TITLE),
        math.log1p(line.span.start),
    )


def _goes_on(told: Told, line: Line) -> float:
    """1 for a line that follows what was told at once, less the farther below it stands; 0 elsewhere."""
    below = line.span.start - told.span.end
    return math.exp(-below / _NEAR) if line.article.id in told.articles[:1] and below >= 0 else 0.0


def _days_away(question: Question, article: Article) -> float:
    """How far outside the days that the question names the article's is: the logarithm of the days, 0 within them."""
    day = article.date
    if day is None:
        return 0.0
    early = (question.since - day).days if question.since else 0
    late = (day - question.until).days if question.until else 0
    return math.log1p(max(early, late, 0))
