"""What programs send and what they get: one model for each, which is the check, the conversion and the documentation.

The formats are those of the command line's batches (``isnad ask --batch``, ``isnad statements``), with what a program
needs to show them. Offsets count characters (Unicode code points) of an article's text: ``text[start:end]``.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

LONGEST: Final = 2000
"""Characters of a question or of what statements should be about: as much as the chat takes."""
MOST_STATEMENTS: Final = 200
_Text = Annotated[str, Field(max_length=LONGEST)]
_Name = Annotated[str, Field(min_length=1, max_length=300)]
_Names = Annotated[list[_Name], Field(max_length=50)]
Kind = Literal["person", "organization", "anonymous", "document"]
Type = Literal["direct", "indirect", "mixed"]


class _Asked(BaseModel):
    """A request. An unknown field is an error: a filter that was misspelt must not search everything."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    sources: _Names = Field(default=[], description="Only articles of these outlets, named exactly.")
    since: dt.date | None = Field(default=None, description="From this day on (2025-01-31).")
    until: dt.date | None = Field(default=None, description="Up to this day, included.")
    articles: _Names = Field(default=[], description="Only the articles with these ids.")

    @model_validator(mode="after")
    def _days_in_order(self) -> Any:
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"until ({self.until}) is before since ({self.since})")
        return self


class Question(_Asked):
    """A question about the articles, in Arabic."""

    question: str = Field(min_length=1, max_length=LONGEST, description="The question, in Arabic.")
    history: list[_Text] = Field(
        default=[], max_length=20, description="Earlier questions of the conversation, oldest first."
    )
    without: _Names = Field(
        default=[], description="Ids of chips of an earlier answer that are not to narrow this one."
    )


class StatementQuery(_Asked):
    """Which reported statements to look for; what is left out does not narrow, and all that is given must hold."""

    about: _Text = Field(default="", description="What they are about: the nearest come first. Without it, the newest.")
    speakers: _Names = Field(
        default=[], description="By one of these, in any spelling, a part of the name, or Latin letters."
    )
    places: _Names = Field(default=[], description="Said at a place of these words.")
    mediums: _Names = Field(default=[], description="Said in a medium of these words.")
    organizations: _Names = Field(default=[], description="By or for a body of these words.")
    stances: _Names = Field(default=[], description="say, deny, warn, demand, accuse, ...")
    kinds: list[Kind] = Field(default=[], description="By speakers of these kinds.")
    types: list[Type] = Field(default=[], description="Quoted so.")
    confidence: float = Field(default=0.0, ge=0, le=1, description="At least so probably right in words and speaker.")
    limit: int = Field(default=20, ge=1, le=MOST_STATEMENTS, description="At most so many.")


class Place(BaseModel):
    """A run of an article's text."""

    article_id: str
    start: int
    end: int


class CitationReply(Place):
    """Words of an article: `quote` is verbatim ``text[start:end]``. `permalink` opens them in their article."""

    quote: str
    permalink: str
    title: str
    source: str
    date: dt.date | None


class ChipReply(BaseModel):
    """A narrowing that was read out of the question; its `id` in `without` takes it off."""

    id: str
    kind: str
    value: str
    shown: str
    hard: bool


class AnswerReply(BaseModel):
    """An answer, or a refusal (`refused`, with `reason`), with its citations and the passages it was made from."""

    question: str
    answer: str = Field(description="The answer as plain text.")
    marked: str = Field(description="The same, [1] standing where citations[0] is cited.")
    refused: bool
    reason: str
    citations: list[CitationReply]
    retrieved: list[Place] = Field(description="The passages found, the best first.")
    seconds: float
    method: str = Field(description="extractive: the articles' own sentences; else the language model's name.")
    kind: str
    confidence: str = Field(description="high, fair or low; empty of a refusal.")
    notice: str
    chips: list[ChipReply]
    suggestions: list[str]


class StatementReply(Place):
    """A reported statement. `content` is verbatim ``text[start:end]``; `permalink` opens it in its article."""

    content: str
    speaker: str = Field(description="As the article names them.")
    speaker_kind: str
    role: str | None
    organization: str | None
    cue: str = Field(description="The word that reports it.")
    stance: str
    type: str
    place: str | None
    medium: str | None
    said_on: dt.date | None
    via: str | None
    confidence: float
    person: str = Field(description="Who that is across articles.")
    date: dt.date | None = Field(description="The article's.")
    source: str | None
    title: str | None
    permalink: str


class SpeakerMeant(BaseModel):
    """Whom a name that was asked for may mean: all of them were looked for."""

    asked: str
    people: list[str]


class StatementsReply(BaseModel):
    """The statements found."""

    statements: list[StatementReply]
    speakers: list[SpeakerMeant]


class ArticleReply(BaseModel):
    """An article; `text` is ``whole[start:end]`` of its `length` characters."""

    id: str
    title: str
    text: str
    start: int
    end: int
    length: int
    date: dt.date | None
    source: str
    url: str
    author: str
    category: str
    permalink: str


class Failure(BaseModel):
    """Why there is no result: a word to test, and a sentence to read."""

    error: str
    message: str
