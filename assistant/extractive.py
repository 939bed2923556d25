"""An answer made of the articles' own sentences: those of the best passages that share most with the question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.citing import cite
from assistant.confidence import coverage
from assistant.retriever import Hit
from assistant.understanding import Question
from index.arabic.analyser import tokens
from index.arabic.normal import clean, fold
from index.arabic.sentences import sentences
from index.vocabulary import Article, Citation, Span

_PASSAGES: Final = 3  # best ones that sentences are taken from
_MOST: Final = 2  # sentences of an answer
_FEWEST: Final = 4  # words of a sentence that can answer: a byline or a subhead cannot
_WORDS: Final = 60  # a second sentence is added only while the answer stays this short
_CLOSE: Final = 0.4  # of the best sentence's score, from which a second one is worth reading
_LATER: Final = 0.25  # what a passage further down loses for each place
_KIND: Final = 0.15  # what a sentence gains that holds the kind of thing asked for

_NUMBERED: Final = re.compile(r"\[(?=\d+\])")

_REPORTS = "قال|اكد|اعلن|صرح|اوضح|افاد|ذكر|اضاف|كشف|دعا|نفي|اعتبر|طالب|حذر|شدد"
_DAYS = "امس|اليوم|غدا|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|الاسبوع|الشهر"
# Folded. What a question asks for, and what a sentence that gives it is likely to hold.
_ASKED_AND_HELD: Final = tuple(
    (re.compile(asked), re.compile(held))
    for asked, held in (
        (r"\b[وفبل]?(?:من|مين|شكون|اي جهه|اي مسؤول)\b", rf"\b[وف]?(?:{_REPORTS})ت?\b"),
        (r"\b[وف]?(?:متي|امتي|وقتاش)\b", rf"\d|\b(?:{_DAYS})\b"),
        (r"\b[وفب]?كم\b", r"\d|\b(?:مليون|مليار|الف|مايه|عشر|ثلاث|اربع|خمس)"),
        (r"\b[وف]?(?:اين|وين|فين)\b", r"\b(?:في|خلال|بمدينه|بمقر|لدي|علي هامش)\b"),
    )
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a retrieved passage, and how well it answers."""

    article: Article
    span: Span
    score: float


def compose(question: Question, rarity: Mapping[str, float], hits: Sequence[Hit]) -> tuple[str, tuple[Citation, ...]]:
    """The answer's text, each sentence followed by the number of its citation, and the citations.

    `rarity` weighs the question's words (see `index.store.words.rarity`); `hits` are best first and not empty.
    """
    chosen = _choose(_scored(question, rarity, hits[:_PASSAGES]))
    text = "\n\n".join(f"{_one_line(s.span.of(s.article.text))} [{n}]" for n, s in enumerate(chosen, start=1))
    return text, tuple(cite(sentence.article, sentence.span) for sentence in chosen)


def _scored(question: Question, rarity: Mapping[str, float], hits: Sequence[Hit]) -> list[Sentence]:
    """The sentences of `hits`, best first; very short ones last."""
    asked = fold(clean(question.asked))
    wanted = [held for kind, held in _ASKED_AND_HELD if kind.search(asked)]
    found = []
    for place, hit in enumerate(hits):
        text, start = hit.article.text, hit.passage.span.start
        for inside in sentences(hit.passage.span.of(text)):
            span = Span(start + inside.start, start + inside.end)
            words = span.of(text)
            score = coverage(rarity, frozenset(tokens(words))) - _LATER * place
            score += _KIND * any(held.search(fold(clean(words))) for held in wanted)
            found.append(Sentence(hit.article, span, score))
    return sorted(found, key=lambda sentence: (_length(sentence) < _FEWEST, -sentence.score))


def _choose(ranked: Sequence[Sentence]) -> list[Sentence]:
    best = ranked[0]
    chosen, length = [best], _length(best)
    for sentence in ranked[1:]:
        words = _length(sentence)
        if len(chosen) == _MOST or sentence.score < _CLOSE * best.score:
            break
        if length + words <= _WORDS:
            chosen.append(sentence)
            length += words
    return chosen


def _length(sentence: Sentence) -> int:
    return len(sentence.span.of(sentence.article.text).split())


def _one_line(text: str) -> str:
    # An article's own "[1]" must not pass for one of ours: an invisible word joiner tells them apart.
    return _NUMBERED.sub("[\u2060", " ".join(text.split()))
