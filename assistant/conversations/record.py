"""What is kept of a conversation: frozen records, and nothing that reads or writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from index.vocabulary import EVERYTHING, Answer, Article, Citation, Filters

ON_ANSWER = ("right", "wrong", "wrong_refusal")
"""What a reader may say of an answer; one of them at a time."""
ON_SOURCE = ("wrong_speaker", "not_relevant")
"""What a reader may say of one of its sources; each by itself."""


class Outcome(StrEnum):
    """How far a question got. One that is still `asked` when a conversation is read was cut off by a crash."""

    ASKED = "asked"
    ANSWERED = "answered"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Head:
    """An article without its text: enough to say what a quotation was taken from when the article is gone."""

    id: str
    title: str = ""
    date: dt.date | None = None
    source: str = ""
    url: str = ""
    author: str = ""
    category: str = ""

    @classmethod
    def of(cls, article: Article) -> Head:
        """The head of `article`."""
        return cls(
            article.id, article.title, article.date, article.source, article.url, article.author, article.category
        )


@dataclass(frozen=True, slots=True)
class Feedback:
    """A reader's judgement of an answer (`source` 0, see `ON_ANSWER`) or of its citation `source` (`ON_SOURCE`).

    `note` is the right answer in the reader's words, where one was given.
    """

    source: int
    verdict: str
    note: str = ""
    given: dt.datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what became of it. `number` counts from 1 in its conversation.

    `filters` are the reader's own, `without` the ids of the chips taken off. `answer` is None until there is one.
    `heads` gives the article of each citation by its id, as it was when it was cited.
    """

    number: int
    question: str
    filters: Filters = EVERYTHING
    without: tuple[str, ...] = ()
    asked: dt.datetime | None = field(default=None, compare=False)
    outcome: Outcome = Outcome.ASKED
    answer: Answer | None = None
    heads: Mapping[str, Head] = field(default_factory=dict)
    feedback: tuple[Feedback, ...] = ()

    def said_of(self, source: int) -> tuple[str, ...]:
        """The verdicts on citation `source`, or on the answer (0)."""
        return tuple(one.verdict for one in self.feedback if one.source == source)

    def head(self, citation: Citation) -> Head:
        """Where `citation` was taken from."""
        return self.heads.get(citation.article_id) or Head(citation.article_id)


@dataclass(frozen=True, slots=True)
class Summary:
    """A conversation in a list. Times are UTC; `turns` counts its questions."""

    id: str
    title: str
    created: dt.datetime
    changed: dt.datetime
    turns: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """A whole conversation, its turns in order. `id` is the part of its address that names it."""

    id: str
    title: str
    created: dt.datetime
    changed: dt.datetime
    turns: tuple[Turn, ...] = ()
