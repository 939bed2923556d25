"""Facts about a line that tell whether it answers a question, as numbers for :mod:`assistant.answering.ranking`.

Words count by their rarity. Soft coverage lets a word match another form of it (بلغ, يبلغ), as far as their letters
agree (normalised indel similarity: rapidfuzz).
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from assistant.answering.lines import Line, analysed
from assistant.understanding import Question
from index.vocabulary import Article, Span

if TYPE_CHECKING:
    from assistant.retriever import Hit

Matrix = NDArray[np.float64]

PLAIN: Final = (
    "passage score",
    "cosine",
    "coverage",
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
_ALIKE: Final = 72.0  # per cent of letters in common, in order, from which two words may be forms of one
# A report is printed some days after what it reports, and dated before it at most one.
_BEFORE: Final = dt.timedelta(days=1)
_AFTER: Final = dt.timedelta(days=7)
_NEAR: Final = 400.0  # characters: two or three sentences
_FRAGMENT: Final = 5  # words; a shorter line is a byline or a subhead
_DIGITS: Final = re.compile(
    r"\d|\b(?:مليون|مليار|الف|الاف|مايه|عشر\w*|ثلاث\w*|اربع\w*|خمس\w*|ست\w?|سبع\w*|ثمان\w*|تسع\w*|اثن\w*)\b"
)
_DAY: Final = re.compile(
    r"\d|\b(?:امس|اليوم|غدا|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|الاسبوع|الشهر|سنه|عام)\b"
)
_SCENE: Final = re.compile(
    r"\b(?:خلال|لدي|علي هامش|اثر|عقب|ضيف\w?|برنامج|اذاعه|قناه|صحيفه|جريده|موقع|صفحت\w+|بيان|بلاغ|موتمر|ندوه|لقاء"
    r"|اجتماع|جلسه|حوار|تصريح\w?|بمدينه|بمقر|مقر|قصر|فندق|مستشفي)\b"
)


_NOWHERE: Final = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Told:
    """What the answer to the earlier question rests on: its words (`span`) and who said them (their key, or "").

    `articles` are the ids of their article and of its copies, first the one that `span` is of.
    """

    articles: tuple[str, ...] = ()
    span: Span = _NOWHERE
    person: str = ""


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
    """The signals (n, len(NAMES)) of `lines`, the lines of `hits`, which are not empty."""
    words = list(context.rarity)
    weight = np.array([context.rarity[word] for word in words])
    met = sorted(
        {word for line in lines for word in line.analysed.words} | {w for h in hits for w in _title(h.article)}
    )
    place = {word: number for number, word in enumerate(met)}
    alike = matches(words, met)
    exact = (alike == 1.0).astype(np.float64)
    topic = _share(weight, np.array([word in set(question.topic) for word in words]))
    own = _share(weight, np.isin(words, analysed(question.asked).words))
    every = _share(weight, np.ones(len(words), bool))

    def held(table: Matrix, inside: Collection[str]) -> Matrix:
        columns = [place[word] for word in inside if word in place]
        return np.asarray(table[:, columns].max(axis=1)) if columns else np.zeros(len(words))

    of_line = [held(exact, line.analysed.words) for line in lines]
    soft = [held(alike, line.analysed.words) for line in lines]
    titles = {hit.article_key: held(exact, _title(hit.article)) for hit in hits}
    by_article: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        by_article.setdefault(line.article_key, []).append(number)
    articles = {
        key: np.maximum(titles[key], np.max([of_line[n] for n in numbers], axis=0))
        for key, numbers in by_article.items()
    }
    rare_here = {
        key: np.log((len(numbers) + 1) / (np.sum([of_line[n] for n in numbers], axis=0) + 0.5)).clip(0)
        for key, numbers in by_article.items()
    }
    best = hits[0].rank_score
    people = {key for one in question.speakers for key in one.keys}
    named = [set(analysed(one.words).words) for one in question.people]
    told, further = context.told, group(question) == "what"
    rows = []
    for number, line in enumerate(lines):
        hit, here = hits[line.hit], of_line[number]
        before = of_line[number - 1] if number and lines[number - 1].hit == line.hit else np.zeros(len(words))
        contrast = weight * rare_here[line.article_key] * articles[line.article_key]
        spoken = [held(alike, analysed(one.statement.content.of(line.article.text)).words) for one in line.said]
        speaks = any(one.person in people for one in line.said)
        period = _period(question, line.article)
        again = line.article.id in told.articles[:1] and bool(line.span.overlap(told.span))
        found = {
            "passage score": hit.rank_score - best,
            "cosine": hit.cosine,
            "coverage": every @ here,
            "soft coverage": every @ soft[number],
            "coverage with the line before": every @ np.maximum(here, before),
            "coverage with the title": every @ np.maximum(here, titles[line.article_key]),
            "topic": topic @ soft[number],
            "contrast": (contrast @ here) / (contrast.sum() or 1.0),
            "own words": own @ here,
            "topic in the statement": max((topic @ one for one in spoken), default=0.0),
            "length": math.log(max(1, line.analysed.length)),
            "fragment": line.analysed.length < _FRAGMENT,
            "place in the passage": line.number,
            "lede": hit.passage.number == 0 and line.number == 0,
            "statement": bool(line.said),
            "cue": any(one.statement.cue.overlap(line.span) for one in line.said),
            "statement cosine": max((one.cosine for one in line.said), default=hit.cosine),
            "named speaker": speaks,
            "other speaker": bool(people and line.said and not speaks),
            "names": max(
                (len(name.intersection(line.analysed.words)) / len(name) for name in named if name), default=0.0
            ),
            "stance": any(one.statement.stance in question.stances for one in line.said),
            "article coverage": every @ articles[line.article_key],
            "in the period": period is True,
            "outside the period": period is False,
            "same article": line.article.id in told.articles,
            "same speaker": bool(told.person) and any(one.person == told.person for one in line.said),
            "goes on": _goes_on(told, line),
            "told before": again and not further,
            "told before (what)": again and further,
            "digits": bool(_DIGITS.search(line.analysed.folded)),
            "day": bool(_DAY.search(line.analysed.folded)),
            "scene": bool(_SCENE.search(line.analysed.folded))
            or any(one.statement.place or one.statement.medium for one in line.said),
        }
        rows.append([float(found[name]) for name in PLAIN] + [float(found[name]) for name in BY_KIND])
    table = np.array(rows).reshape(len(lines), len(PLAIN) + len(BY_KIND))
    special = [table[:, len(PLAIN) :] * (group(question) == one) for one in GROUPS]
    return np.hstack([table[:, : len(PLAIN)], *special])


def matches(words: Sequence[str], others: Sequence[str], alike: float = _ALIKE) -> Matrix:
    """How far each of `words` (rows) may be a form of each of `others` (columns): 1 the same word, 0 another one.

    Those that agree in fewer letters than `alike` (per cent) are others.
    """
    if not words or not others:
        return np.zeros((len(words), len(others)))
    table = process.cdist(words, others, scorer=fuzz.ratio, score_cutoff=alike, dtype=np.float32)
    # Figures, and months, are the same or they are not.
    rigid = np.array([any(letter.isdigit() for letter in word) for word in words])
    found = np.asarray(table, np.float64) / 100
    return np.asarray(np.where(rigid[:, None] & (found < 1.0), 0.0, found), np.float64)


def _share(weight: Matrix, chosen: NDArray[np.bool_]) -> Matrix:
    counted = weight * chosen
    return np.asarray(counted / (counted.sum() or 1.0), np.float64)


def _title(article: Article) -> tuple[str, ...]:
    return analysed(article.title).words


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
