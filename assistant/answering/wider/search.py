"""Finding the statements that a wider answer tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice
from typing import Final

from assistant.answering.wider.inquiry import Inquiry
from assistant.answering.wider.told import Retold
from assistant.understanding.question import Named
from index.store import statements
from index.vocabulary import StatementFilters

_LOOKED_AT: Final = 60  # statements of one search
_LEAST: Final = 3  # analysed words; what is shorter tells too little to stand in an answer
_MOST: Final = 80  # words of a statement; a longer one has run into headlines or another article
_SURE: Final = 0.7  # least confidence that words and speaker are right


def nearest(
    inquiry: Inquiry,
    people: Collection[str] = (),
    *,
    stances: Collection[str] = (),
    least: float = 0.0,
    beside: Collection[str] = (),
    count: int = _LOOKED_AT,
) -> list[Retold]:
    """The statements nearest to the question, best first, that meet its subject by at least `least` (0 to 1).

    Of these `people` (keys in the catalogue) and with these `stances`; of all where they are empty. Without people
    they are found by their words alone: what meets the subject shares them. `beside` are analysed words that put a
    statement first, and are no part of the subject.
    """
    found = statements.find(
        inquiry.store,
        inquiry.narrowed(people, stances),
        vector=inquiry.vector if people else None,
        words=(*(inquiry.subject.words or inquiry.question.words), *beside),
        count=count,
    )
    judged = (Retold(hit, inquiry.subject.met_by(Retold(hit))) for hit in found)
    held = [one for one in judged if one.meets >= least and worth_telling(one)]
    return sorted(held, key=lambda one: -round(one.meets, 1))  # of those that meet it alike the nearest first


def newest(inquiry: Inquiry, people: Collection[str], *, stances: Collection[str] = (), count: int) -> list[Retold]:
    """Their newest statements, newest first."""
    found = statements.in_time(inquiry.store.catalogue, inquiry.narrowed(people, stances), newest_first=True)
    dated = (Retold(hit) for hit in found if hit.statement.said_on or hit.article.date)
    held = list(islice((one for one in dated if worth_telling(one)), count))
    if held:
        return held
    found = statements.in_time(inquiry.store.catalogue, inquiry.narrowed(people, stances))
    return list(islice((one for one in map(Retold, found) if worth_telling(one)), count))


def of_articles(inquiry: Inquiry, articles: Collection[str]) -> list[Retold]:
    """All statements of these articles (their ids), in their order."""
    if not articles:
        return []
    found = statements.in_time(inquiry.store.catalogue, StatementFilters(articles=tuple(articles)))
    return [one for one in map(Retold, found) if worth_telling(one)]


def total(inquiry: Inquiry, people: Collection[str], stances: Collection[str] = ()) -> int:
    """How many statements these people have, of those that pass the filters."""
    return sum(n for _, n in statements.count_by(inquiry.store.catalogue, "type", inquiry.narrowed(people, stances)))


def in_order(told: Iterable[Retold]) -> list[Retold]:
    """By day, those without one last."""
    return sorted(told, key=lambda one: (one.day is None, str(one.day), one.article.id, one.hit.statement.content))


def keys_of(named: Named) -> tuple[str, ...]:
    """Whom a name means: the most quoted of those whom it may mean, however it is written together."""
    if not named.keys:
        return ()
    return tuple(key for key in named.keys if bare(key) == bare(named.keys[0]))


def bare(key: str) -> str:
    """A person's key without blanks and articles: نور الدين and نورالدين are one name."""
    return key.replace(" ", "").replace("ال", "")


def worth_telling(one: Retold) -> bool:
    """Whether a statement is long enough to be understood, short enough to be one, and likely read right."""
    few = len(one.words) >= _LEAST and len(one.hit.content.split()) <= _MOST
    return few and one.hit.statement.confidence >= _SURE
