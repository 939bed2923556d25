"""Whether a statement passes filters where there is no catalogue to ask: names are compared as they are written."""

from __future__ import annotations

from functools import lru_cache

from index.arabic.analyser import tokens
from index.people.facets import Facets, facets
from index.people.finding import latin_cost, may_mean
from index.people.keys import words
from index.people.latin import is_latin
from index.vocabulary import Article, Statement, StatementFilters


def passes(article: Article, statement: Statement, filters: StatementFilters, speakers: tuple[str, ...] = ()) -> bool:
    """Whether a statement of `article` passes `filters` and is said by one of `speakers` (names as typed; any if none).

    `filters.people`, which are keys of a catalogue, are not looked at.
    """
    plain = (
        (statement.kind, filters.kinds),
        (statement.stance, filters.stances),
        (statement.type, filters.types),
        (article.source, filters.sources),
        (article.id, filters.articles),
    )
    if any(wanted and value not in wanted for value, wanted in plain) or statement.confidence < filters.confidence:
        return False
    if speakers and not any(_may_mean(name, statement.speaker) for name in speakers):
        return False
    if not (filters.places or filters.mediums or filters.organizations or filters.since or filters.until):
        return True
    return _passes(facets(article, statement), filters)


def _passes(filed: Facets, filters: StatementFilters) -> bool:
    if filters.since and (filed.day is None or filed.day < filters.since):
        return False
    if filters.until and (filed.day is None or filed.day > filters.until):
        return False
    phrases = (
        (filed.place_words, filters.places),
        (filed.medium_words, filters.mediums),
        (filed.organization_words, filters.organizations),
    )
    return all(not wanted or any(_holds(held, phrase) for phrase in wanted) for held, wanted in phrases)


def _holds(held: str, phrase: str) -> bool:
    wanted = tokens(phrase)
    return bool(wanted) and all(f" {word} " in held for word in wanted)


@lru_cache(maxsize=1 << 14)
def _may_mean(name: str, speaker: str) -> bool:
    if is_latin(name):
        return latin_cost(name, words(speaker)) is not None
    return may_mean(words(name), words(speaker))
