"""Who answered what somebody said, or stood by it: the statements of others in the same articles and on the subject."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from assistant.answering.lines import analysed
from assistant.answering.wider.conflict import conflict
from assistant.answering.wider.inquiry import Inquiry, Wider
from assistant.answering.wider.parts import by_whom, told_in_words
from assistant.answering.wider.search import bare, keys_of, nearest, of_articles
from assistant.answering.wider.subject import ENOUGH
from assistant.answering.wider.told import Retold, apart
from assistant.understanding import understand
from index.arabic.normal import clean, fold
from index.vocabulary import Span
from prompts import template

_MOST: Final = 3
_ROOM: Final = 30  # words of each
_BEFORE: Final = 140  # characters before a statement in which the article tells what it answers
_AFTER: Final = 60  # days in which what is said of the same is still an answer
_EXPLICIT: Final = 4.0
"""Score from which a statement is called an answer; below, it is told as what others said."""
_ANSWERS: Final = re.compile(
    r"\b[وف]?(?:رد|ردا|ردت|ردوا|يرد|ترد|الرد|ردها|رده|عقب|عقبت|تعقيب\w*|تعليق\w*|علق\w?|جواب\w*|اجاب\w*)\b"
)
_SUPPORTS: Final = re.compile(
    r"\b[وفبل]?(?:ايد\w*|تاييد\w*|مويد\w*|ساند\w*|مساند\w*|دعم\w*|يدعم|تدعم|تضامن\w*|متضامن\w*|رحب\w*|ترحيب\w*|ثمن\w*|دافع\w*"
    r"|تمسك\w*|نوه\w*|اشاد\w*)\b"
)
_ASKS_SUPPORT: Final = re.compile(r"\b[وف]?(?:ساند|ايد|دعم|وافق|تضامن|ناصر|دافع|شجع|رحب|ثمن)\w*")
_REBUTS: Final = {"deny": 3.0, "answer": 4.0, "accuse": 1.5, "stress": 0.5, "warn": 0.5, "explain": 0.5}
_BACKS: Final = {"praise": 3.0, "commit": 1.0, "stress": 0.5}


def response(inquiry: Inquiry) -> Wider | None:
    """Who answered, or supported, the speaker of the question before; None where that is not asked or nobody did."""
    asked = inquiry.question
    if asked.refers != "answerer":
        return None
    supports = bool(_ASKS_SUPPORT.search(fold(clean(asked.asked))))
    first, own = _answered(inquiry)
    if not first:
        return None
    here = of_articles(inquiry, inquiry.context.told.articles)
    surname = analysed(first).words[-1:]
    elsewhere = nearest(inquiry, least=ENOUGH, beside=surname) if inquiry.subject else []
    answered = [one for one in (*here, *elsewhere) if bare(one.hit.speaker) in own]
    scored: list[tuple[float, Retold]] = []
    for place, one in enumerate((*here, *elsewhere)):
        if bare(one.hit.speaker) not in own and one.hit.statement.kind != "document":
            score = _score(one, answered, first, supports, in_article=place < len(here))
            scored.append((score + inquiry.subject.met_by(one), one))
    ranked = sorted(scored, key=lambda pair: -pair[0])
    found = [one for score, one in ranked if score >= _EXPLICIT]
    chosen = _one_each(apart(found or [one for _, one in ranked]))[:_MOST]
    if not chosen:
        return None
    kind = "support" if supports else "response"
    head = template(f"{kind}_found" if found else f"{kind}_none").fill(name=first)
    return told_in_words(inquiry, chosen, by_whom, _ROOM, head=head)


def _answered(inquiry: Inquiry) -> tuple[str, frozenset[str]]:
    """The speaker of the question before, as shown, and their bare keys: whom it names, else whom its answer cites."""
    before = understand(inquiry.question.base, gazetteer=inquiry.names)
    if named := next((one for one in before.speakers if one.keys), None):
        return named.shown, frozenset(map(bare, keys_of(named)))
    if person := inquiry.context.told.person:
        return inquiry.names.shown(person), frozenset([bare(person)])
    named = next((one for one in before.people if one.keys), None)
    return (named.shown, frozenset(map(bare, keys_of(named)))) if named else ("", frozenset())


def _score(one: Retold, answered: list[Retold], name: str, supports: bool, *, in_article: bool) -> float:
    statement, text = one.hit.statement, one.article.text
    around = Span(max(0, min(statement.cue.start, statement.content.start) - _BEFORE), statement.content.end)
    told = fold(clean(around.of(text)))
    surname = analysed(name).words[-1:]
    named = bool(surname) and surname[0] in analysed(around.of(text)).words
    if supports:
        score = _BACKS.get(statement.stance, 0.0) + 2.0 * bool(_SUPPORTS.search(told))
    else:
        score = _REBUTS.get(statement.stance, 0.0) + (2.0 if named else 0.5) * bool(_ANSWERS.search(told))
        score += 3.0 * any(conflict(one, other) for other in answered)
    days = [(one.day - other.day).days for other in answered if one.day and other.day]
    earlier = bool(days) and max(days) < 0
    apart_in_time = bool(days) and min(map(abs, days)) > _AFTER
    return score + 1.5 * named + 1.0 * in_article - 2.0 * earlier - 2.0 * apart_in_time


def _one_each(told: Collection[Retold]) -> list[Retold]:
    """The first statement of each speaker."""
    first: dict[str, Retold] = {}
    for one in told:
        first.setdefault(one.hit.speaker, one)
    return list(first.values())
