"""How sure it is that the articles answer a question, and when to refuse.

A logistic curve over facts that compare across questions: how near the best statements are, whether one article stands
out, and what of the question is not there: a person, a place, a year, a denial, the rarest words, the last one. A
question about what nobody said names such things, or somebody whose words are on other matters; one that is only worded
otherwise lacks verbs and adjectives.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from assistant.answering.absentees import name_missing, people_missing
from assistant.answering.coverage import alike
from assistant.answering.lines import Line, analysed
from assistant.answering.ranking import Ranked
from assistant.answering.weights import weights
from assistant.answering.whereabouts import place_missing
from assistant.understanding import Question
from index.arabic.analyser import day_tokens
from index.vocabulary import Article

if TYPE_CHECKING:
    from assistant.retriever import Hit

NAMES: Final = (
    *("bias", "statement cosine", "named missing", "name missing", "year missing", "in the period"),
    *("said by others", "stance missing", "reply missing", "rarest missing", "pair missing", "last missing"),
    *("weight of the topic", "spread over articles"),
)
ENOUGH: Final = 0.5
"""Below this an answer is refused."""
IN_WORDS: Final = ("bias", "odds", "share of the best", "length of the best")
"""What :func:`in_words` weighs."""
HIGH: Final = 0.8
FAIR: Final = 0.6
"""From these chances to be right on confidence is called high, and fair."""
_SUREST: Final = 6.0  # odds (as a logarithm) above which nothing gets surer
_LINES: Final = 3  # best lines that are looked at together
_PLACE: Final = 3.0  # a place counts in full from a third of the rarest word's rarity: but for the paper's own country
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_REPLIES: Final = frozenset(("deny", "answer"))
"""Stances that a made-up premise likes to lend to people; what is announced or explained may just be said."""
_DATE: Final = re.compile(rf"{_YEAR.pattern}|شهر\d\d")


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
    return _chance(float(weights("confidence", NAMES) @ [found[name] for name in NAMES]))


def in_words(sure: float, ranked: Sequence[Ranked]) -> str:
    """high, fair or low: how likely what is told of `ranked` lines is right, where the articles are `sure` to answer.

    Of a long line it may be the wrong clauses.
    """
    if not ranked:
        return "low"
    found = reliance(sure, ranked)
    chance = _chance(float(weights("in words", IN_WORDS) @ [found[name] for name in IN_WORDS]))
    return "high" if chance >= HIGH else "fair" if chance >= FAIR else "low"


def reliance(sure: float, ranked: Sequence[Ranked]) -> dict[str, float]:
    """The facts of :data:`IN_WORDS`, by name. `ranked` are best first and not empty."""
    odds = math.log(sure / (1 - sure)) if 0 < sure < 1 else math.copysign(_SUREST, sure - 0.5)
    return {
        "bias": 1.0,
        "odds": max(-_SUREST, min(_SUREST, odds)),
        "share of the best": math.log(max(ranked[0].share, 1e-6)),
        "length of the best": math.log(max(1, ranked[0].line.analysed.length)),
    }


def signals(
    question: Question, rarity: Mapping[str, float], hits: Sequence[Hit], ranked: Sequence[Ranked], corpus: Corpus
) -> dict[str, float]:
    """The facts of :data:`NAMES`, by name. `ranked` are best first and not empty."""
    rarity = {word: weight / corpus.rarest for word, weight in rarity.items()}
    best = ranked[0].line
    held = _words(best.article, [one.line for one in ranked])
    topic = _topic(question, rarity)
    weight = np.array([rarity[word] for word in topic])
    there = alike(topic, held)
    missing = weight * (1 - there)
    pairs = [min(weight[n], weight[n + 1]) for n in range(len(topic) - 1) if not there[n] and not there[n + 1]]
    near = max(hits[one.line.hit].cosine for one in ranked[:_LINES])
    named = max(people_missing(question, rarity, held), min(1.0, _PLACE * place_missing(question, rarity, held)))
    return {
        "bias": 1.0,
        "statement cosine": max((said.cosine for one in ranked[:_LINES] for said in one.line.said), default=near),
        "named missing": named,
        "name missing": name_missing(question, rarity, held),
        "year missing": float(any(year not in held for year in _years(question))),
        "in the period": float(_in_period(question, best.article)),
        "said by others": _said_by_others(question, dict(zip(topic, weight.tolist(), strict=True)), ranked),
        "stance missing": float(
            bool(question.stances) and not any(one.statement.stance in question.stances for one in best.said)
        ),
        "reply missing": float(_reply_missing(question, ranked)),
        "rarest missing": float(missing.max(initial=0.0)),
        "pair missing": float(max(pairs, default=0.0)),
        "last missing": _last_missing(question, dict(zip(topic, missing.tolist(), strict=True))),
        "weight of the topic": float(weight.sum()),
        "spread over articles": _spread(ranked),
    }


def _topic(question: Question, rarity: Mapping[str, float]) -> list[str]:
    """What is asked about, in its analysed words, each once, without names that the catalogue knows and without dates.

    Whoever the catalogue does not know is a part of it.
    """
    known = {word for one in question.people if one.keys for word in analysed(one.words).words}
    others = [word for one in question.people if not one.keys for word in analysed(one.words).words]
    return [
        word
        for word in dict.fromkeys((*question.topic, *others))
        if word in rarity and word not in known and not _DATE.fullmatch(word)
    ]


def _chance(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, odds))))


def _words(article: Article, lines: Sequence[Line]) -> set[str]:
    """The analysed words of an article; those of its `lines` are analysed already."""
    own = sorted((line for line in lines if line.article.id == article.id), key=lambda line: line.span)
    rest, place = "", 0
    for line in own:
        rest += article.text[place : line.span.start] + " "
        place = max(place, line.span.end)
    texts = (article.title, rest + article.text[place:])
    return {word for words in (line.analysed.words for line in own) for word in words}.union(
        *(analysed(text).words for text in texts if text.strip()), day_tokens(article.date)
    )


def _years(question: Question) -> list[str]:
    return [word for word in analysed(question.asked).words if _YEAR.fullmatch(word)]


def _in_period(question: Question, article: Article) -> bool:
    """Whether the article is of the days that the question names, if it names any."""
    day = article.date
    return (
        day is not None
        and (question.since is not None or question.until is not None)
        and (question.since is None or day >= question.since)
        and (question.until is None or day <= question.until)
    )


def _reply_missing(question: Question, ranked: Sequence[Ranked]) -> bool:
    """Whether a denial or an answer is asked for that no line of the best article gives."""
    sought = _REPLIES.intersection(question.stances)
    if not sought:
        return False
    article = ranked[0].line.article_key
    return not any(
        said.statement.stance in sought for one in ranked if one.line.article_key == article for said in one.line.said
    )


def _last_missing(question: Question, missing: Mapping[str, float]) -> float:
    """How far the last word of the topic, in the order it is asked in, is `missing`.

    A question ends with what narrows it: where it was, after what, of whom. A premise that is made up is mostly true
    but for that.
    """
    return next((missing[word] for word in reversed(analysed(question.asked).words) if word in missing), 0.0)


def _said_by_others(question: Question, weight: Mapping[str, float], ranked: Sequence[Ranked]) -> float:
    """The share of the topic that the line which has most of it has more than any that a speaker asked about says."""
    speakers = {key for one in question.speakers for key in one.keys}
    if not speakers:
        return 0.0
    theirs = most = 0.0
    for one in ranked:
        has = sum(weight[word] for word in weight.keys() & one.line.analysed.words)
        most = max(most, has)
        if has > theirs and any(said.person in speakers for said in one.line.said):
            theirs = has
    return (most - theirs) / (sum(weight.values()) or 1.0)


def _spread(ranked: Sequence[Ranked]) -> float:
    """The entropy of the articles' chances to have the line that answers."""
    chances: dict[int, float] = defaultdict(float)
    for one in ranked:
        chances[one.line.article_key] += one.share
    return -sum(chance * math.log(chance) for chance in chances.values() if chance > 0)
