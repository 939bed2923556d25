"""Which composer a question wants, and what its answer comes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from assistant.answering.confidence import ENOUGH
from assistant.answering.wider.absence import absence, stranger, unsaid
from assistant.answering.wider.comparing import comparison
from assistant.answering.wider.confirming import confirmation
from assistant.answering.wider.counting import number
from assistant.answering.wider.disagreement import disagreement
from assistant.answering.wider.inquiry import Inquiry, Wider
from assistant.answering.wider.listing import listing
from assistant.answering.wider.responses import response
from assistant.answering.wider.timeline import timeline
from index.store import Store, StoreError
from index.vocabulary import Evidence, Passage, Span

Composer = Callable[[Inquiry], Wider | None]
"""Answers the questions that it is for; None to others, before it has searched anything."""
_COMPOSERS: Final[tuple[Composer, ...]] = (*(response, comparison, number, confirmation, timeline, listing, stranger),)


_QUITE_SURE: Final = 0.9
"""From this on a plain answer stands, whatever the statements say."""


def wider(inquiry: Inquiry, *, sure: float) -> Wider | None:
    """The wider answer to a question, or the fuller refusal; None where the plain one is right.

    `sure` is how likely the plain answer is right (0 to 1). Raises StoreInUseError.
    """
    try:
        inquiry.store.check_statements()
    except StoreError:
        return None  # a store made by an older version answers from its passages, as it always did
    composers = (
        *_COMPOSERS,
        *([absence] if sure < ENOUGH else [unsaid, disagreement] if sure < _QUITE_SURE else [disagreement]),
    )
    for composer in composers:
        made = composer(inquiry)
        # That no statement of theirs meets the topic says little where a sentence that answers is one's of them.
        if made and not (composer is comparison and made.refused and sure >= ENOUGH and _is_theirs(inquiry)):
            return made
    return None


def _is_theirs(inquiry: Inquiry) -> bool:
    """Whether somebody whom the question names speaks in the best line."""
    named = {key for one in inquiry.question.people for key in one.keys}
    return any(said.person in named for one in inquiry.ranked[:1] for said in one.line.said)


def evidence(inquiry: Inquiry, made: Wider, found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The passages that `made` cites, in its order, then those of `found` that it does not."""
    cited: list[Evidence] = []
    for one in made.told:
        held = next((other for other in (*cited, *found) if _holds(other, one.article.id, one.line().span.start)), None)
        if held is None:
            passage = _passage(inquiry.store, one.article.id, one.line().span.start)
            held = Evidence(one.article, passage, one.meets, one.also_in) if passage else None
        if held and held not in cited:
            cited.append(held)
    return (*cited, *(one for one in found if one not in cited))


def _holds(one: Evidence, article: str, place: int) -> bool:
    return one.article.id == article and one.passage.span.start <= place < one.passage.span.end


def _passage(store: Store, article: str, place: int) -> Passage | None:
    """The passage of an article (its id) that holds the character at `place`."""
    sql = """SELECT p.number, p.start, p."end" FROM passages p JOIN articles a ON a.key = p.article
             WHERE a.id = ? AND p.start <= ? AND p."end" > ? ORDER BY p.number LIMIT 1"""
    rows = store.catalogue.rows(sql, (article, place, place))
    return Passage(article, rows[0][0], Span(rows[0][1], rows[0][2])) if rows else None
