"""How sure it is that the articles answer a question, and when to refuse.

A logistic curve over facts that compare across questions: how near the best statements are, how much of the topic
stands in the article of the best line, and what of the question is not there: a place, a person, the rarest words. A
question about what nobody said names such things; one that is only worded otherwise lacks verbs and adjectives.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from assistant.answering.coverage import alike
from assistant.answering.lines import analysed
from assistant.answering.ranking import Ranked
from assistant.answering.weights import weights
from assistant.answering.whereabouts import place_missing
from assistant.understanding import Question
from index.arabic.analyser import day_tokens
from index.vocabulary import Article

if TYPE_CHECKING:
    from assistant.retriever import Hit

NAMES: Final = (
    *("bias", "statement cosine", "topic in the article", "place missing", "person missing", "pair missing"),
    *("rarest missing", "second rarest missing", "outside the period", "speaker named", "share of the best"),
)
ENOUGH: Final = 0.5
"""Below this an answer is refused."""
HIGH: Final = 0.65
FAIR: Final = 0.35
"""From these on confidence is called high, and fair: docs/answers.md says how often such answers are right."""
_LINES: Final = 3  # best lines that are looked at together
_DATE: Final = re.compile(r"(?:19|20)\d\d|شهر\d\d")


@dataclass(frozen=True, slots=True)
class Corpus:
    """What must be known of all articles: the rarity of the `rarest` word.

    Rarities are taken as shares of it, since they grow with the corpus.
    """

    rarest: float = 10.0


def confidence(
    question: Question, rarity: Mapping[str, float], hits: Sequence[Hit], ranked: Sequence[Ranked], corpus: Corpus
) -> float:
    """How likely the best of `ranked` lines answers (0 to 1); 0 without any."""
    if not ranked:
        return 0.0
    found = signals(question, rarity, hits, ranked, corpus)
    odds = float(weights("confidence", NAMES) @ [found[name] for name in NAMES])
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, odds))))


def in_words(sure: float, ranked: Sequence[Ranked]) -> str:
    """high, fair or low: how likely the best line is the one that answers, if the articles answer (`sure`) at all."""
    sure *= ranked[0].share if ranked else 0.0
    return "high" if sure >= HIGH else "fair" if sure >= FAIR else "low"


def signals(
    question: Question, rarity: Mapping[str, float], hits: Sequence[Hit], ranked: Sequence[Ranked], corpus: Corpus
) -> dict[str, float]:
    """The facts of :data:`NAMES`, by name. `ranked` are best first and not empty."""
    rarity = {word: weight / corpus.rarest for word, weight in rarity.items()}
    best = ranked[0]
    article = best.line.article
    held = [*_words(article)]
    known = [one for one in question.people if one.keys]
    names = {word for one in known for word in analysed(one.words).words}
    # Whoever the catalogue does not know is a part of what is asked about.
    others = [word for one in question.people if not one.keys for word in analysed(one.words).words]
    topic = [
        word
        for word in dict.fromkeys((*question.topic, *others))
        if word in rarity and word not in names and not _DATE.fullmatch(word)
    ]
    weight = np.array([rarity[word] for word in topic])
    whole = float(weight.sum()) or 1.0
    in_article = alike(topic, held)
    missing = sorted(weight * (1 - in_article), reverse=True)
    lacking = {word for word, there in zip(topic, in_article, strict=True) if not there}
    pairs = [min(rarity[a], rarity[b]) for a, b in pairwise(topic) if a in lacking and b in lacking]
    persons = [one for one in known if one.speaker or len(analysed(one.words).words) > 1]
    near = max(hits[one.line.hit].cosine for one in ranked[:_LINES])
    period = article.date is not None and (
        (question.since is not None and article.date < question.since)
        or (question.until is not None and article.date > question.until)
    )
    return {
        "bias": 1.0,
        "statement cosine": max((said.cosine for one in ranked[:_LINES] for said in one.line.said), default=near),
        "topic in the article": float(weight @ in_article) / whole,
        "place missing": place_missing(question, rarity, held),
        "person missing": max((_lack(one.words, held) for one in persons), default=0.0),
        "pair missing": max(pairs, default=0.0),
        "rarest missing": float(missing[0]) if missing else 0.0,
        "second rarest missing": float(missing[1]) if len(missing) > 1 else 0.0,
        "outside the period": float(period),
        "speaker named": float(any(one.keys for one in question.speakers)),
        "share of the best": best.share,
    }


def _words(article: Article) -> set[str]:
    return {*analysed(article.title).words, *analysed(article.text).words, *day_tokens(article.date)}


def _lack(name: str, held: Sequence[str]) -> float:
    """The share of a name's words that are not there."""
    there = alike(analysed(name).words, held)
    return float((there == 0).mean()) if len(there) else 0.0
