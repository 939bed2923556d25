"""What a wider answer is composed from, and what it comes to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from assistant.answering.ranking import Ranked
from assistant.answering.signals import Context
from assistant.answering.wider.subject import Subject, subject
from assistant.answering.wider.told import Retold
from assistant.understanding import Question
from assistant.understanding.gazetteer import Gazetteer
from index.store.statements import StatementHit
from index.vocabulary import EVERYTHING, Answer, Citation, Evidence, Filters, StatementFilters

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.retriever import Hit
    from index.store import Store

_LINES: Final = 12  # best lines whose statements are around


@dataclass(frozen=True)
class Inquiry:
    """A question with what was found for it: its `vector` (d,), the passages, their lines ranked.

    `filters` are the reader's and the question's together, `names` those of the catalogue.
    """

    store: Store
    question: Question
    context: Context
    names: Gazetteer
    vector: NDArray[np.float32]
    hits: Sequence[Hit] = ()
    ranked: Sequence[Ranked] = ()
    filters: Filters = EVERYTHING

    @cached_property
    def subject(self) -> Subject:
        """What is asked about."""
        return subject(self.question, self.context.rarity)

    @cached_property
    def around(self) -> tuple[Retold, ...]:
        """The statements of the best lines, in their order: whose speakers a reader may go on to."""
        return tuple(
            Retold(StatementHit(0, said.statement, one.line.article, said.person, said.shown))
            for one in self.ranked[:_LINES]
            for said in one.line.said
        )

    def narrowed(self, people: Collection[str] = (), stances: Collection[str] = ()) -> StatementFilters:
        """The filters as those of statements, of these people and stances."""
        own, asked = self.filters, self.question
        since, until = own.since, own.until
        if asked.period_hard:  # the days themselves: the filters leave time for a report to be printed
            since = max((day for day in (since, asked.since) if day), default=None)
            until = min((day for day in (until, asked.until) if day), default=None)
        return StatementFilters(
            people=tuple(people),
            stances=tuple(stances),
            sources=own.sources,
            since=since,
            until=until,
            articles=own.articles,
        )


@dataclass(frozen=True, slots=True)
class Wider:
    """An answer composed of statements: its text, its citations, and the statement of each, in order.

    A `refused` one says in `text` what was not found, and may cite what is nearest; `reason` is its first sentence.
    """

    text: str
    citations: tuple[Citation, ...]
    told: tuple[Retold, ...]
    refused: bool = False
    reason: str = ""

    def answer(self, question: str, evidence: tuple[Evidence, ...]) -> Answer:
        """This as an answer to `question`, with its evidence.

        It has no confidence: the curve is fitted to answers that choose one statement, and says nothing of these.
        """
        return Answer(question, self.text, self.citations, evidence, refused=self.refused, reason=self.reason)
