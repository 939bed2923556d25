"""The words every part of the project speaks: small frozen types, and nothing that computes.

Offsets are characters (Unicode code points) of :attr:`Article.text` exactly as read; everything shown or cited is a
:class:`Span` of it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run of characters ``[start, end)`` of an article's text.

    Raises ValueError if the run is negative or ends before it starts.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span must satisfy 0 <= start <= end, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """The number of characters that both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Article:
    """One news article, its text exactly as read.

    `id` is the id the source gave, else a hash of title, text and source. `date` is the day of publication; unknown
    fields are empty strings (`date`: None). Raises ValueError for a text without a visible character.
    """

    text: str
    id: str = ""
    title: str = ""
    date: dt.date | None = None
    source: str = ""
    url: str = ""
    author: str = ""
    category: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("an article needs a text")
        if not self.id:
            object.__setattr__(self, "id", "a-" + _digest(self.title, self.text, self.source)[:16])

    @property
    def fingerprint(self) -> str:
        """A hash (32 hexadecimal digits) of everything that is shown, searched or cited: it changes when they do."""
        day = self.date.isoformat() if self.date else ""
        return _digest(self.title, self.text, day, self.source, self.url, self.author, self.category)[:32]


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something that could not be read as an article: where it stands, and why in words a person can act on.

    `place` names the file and, inside it, the line, record or archive member: ``news.jsonl:17``.
    """

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one article, the unit that is embedded and retrieved. `number` counts from 0."""

    article_id: str
    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One reported statement: who said what, and as far as the article tells where, in what, when, and through whom.

    `content` (the words) and `cue` (the word or words that report them) are runs of the article's text and never
    overlap. `mention` is where the speaker stands next to the cue, None where the cue has no subject of its own;
    `speaker` is the fullest name that the article gives, titles off; `kind` is person, organization, anonymous or
    document. `stance` is the group of the cue in index/statements/lexicon/verbs.tsv (a denial is said by ``deny``, its
    content stays unnegated). `type` is direct, indirect or mixed. `place` (an occasion too), `medium` and `via` (who
    relayed it) are the article's words. `said_on` is the calendar day that `said_on_words` give against the article's
    date. `basis` tells how the speaker was found: explicit, inherited (from an earlier cue) or coreference (a partial
    name or a role made full). `confidence` estimates the probability that words and speaker are right.
    """

    article_id: str
    content: Span
    cue: Span
    speaker: str
    kind: str
    stance: str
    type: str
    mention: Span | None = None
    role: str = ""
    organization: str = ""
    place: Span | None = None
    medium: Span | None = None
    said_on: dt.date | None = None
    said_on_words: Span | None = None
    via: str = ""
    basis: str = "explicit"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles a question is asked of; an empty field does not narrow. `since` and `until` are inclusive days.

    An article without a date is left out as soon as a day is given.
    """

    sources: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    articles: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sources or self.since or self.until or self.articles)


EVERYTHING = Filters()
"""No narrowing: the whole corpus."""


@dataclass(frozen=True, slots=True)
class StatementFilters:
    """Which statements are looked for; an empty field does not narrow, and all that are not empty must hold.

    `people` are people's keys in the catalogue (see :mod:`index.people`). Of `places`, `mediums` and `organizations`
    one must have all its words in the statement's. `since` and `until` are inclusive: the day of saying where the
    article tells it, else the article's. `sources` and `articles` are as in :class:`Filters`; `confidence` is the
    least.
    """

    people: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    mediums: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    articles: tuple[str, ...] = ()
    confidence: float = 0.0

    def __bool__(self) -> bool:
        return self != _ALL_STATEMENTS


_ALL_STATEMENTS = StatementFilters()


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of an article, verbatim. Make them with :func:`assistant.citing.cite`, which checks `quote`.

    `statement` is the reported statement that the words support, where they support one.
    """

    article_id: str
    span: Span
    quote: str
    statement: Statement | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Chip:
    """A narrowing that was read out of a question: shown to the reader, who can take it off.

    `kind` is person, outlet or days; `value` what it narrows to (a person's key, an outlet's name, two ISO days with a
    slash between); `shown` says it in the question's or the catalogue's own words. Chips that filter what is searched
    and chips that only rank it look alike: `hard` tells.
    """

    kind: str
    value: str
    shown: str
    hard: bool = True

    @property
    def id(self) -> str:
        """What names it when it is taken off (`without` of :meth:`assistant.assistant.Assistant.ask`)."""
        return f"{self.kind}:{self.value}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of an answer's text that its evidence does not bear out, and why: citation, quote, name or number."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A retrieved passage with its article and how well it matched (`score`: 0 no relation, 1 a sure match).

    `also_in` lists the other articles that carry the same words (one wire story, several outlets).
    """

    article: Article
    passage: Passage
    score: float
    also_in: tuple[Article, ...] = ()

    @property
    def text(self) -> str:
        """The passage's own words."""
        return self.passage.span.of(self.article.text)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the assistant says. In `text`, ``[1]`` points at ``citations[0]``, and so on.

    `evidence` is best first, of a refusal too (the nearest passages). `reason` says in Arabic why it refused.
    `method` names how the text was made: ``extractive``, or a language model's name. `seconds` maps each stage
    (understand, embed, vectors, lexical, rank, answer) to the wall time it took. `kind` is what was asked for (see
    :mod:`assistant.understanding`), `chips` what the question itself narrows the search to. `confidence` (high, fair,
    low; empty of a refusal and of a list of statements) says how often such answers are right: docs/answers.md has the
    table. `notice` tells in
    Arabic what the reader should know of how the answer came about (a language model that failed), `marks` which runs
    of the text verification could not support. `suggestions` are questions that the evidence can answer next.
    """

    question: str
    text: str
    citations: tuple[Citation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    refused: bool = False
    reason: str = ""
    method: str = "extractive"
    seconds: dict[str, float] = field(default_factory=dict, compare=False)
    kind: str = ""
    chips: tuple[Chip, ...] = ()
    confidence: str = ""
    notice: str = ""
    marks: tuple[Mark, ...] = ()
    suggestions: tuple[str, ...] = ()


def _digest(*parts: str) -> str:
    # JSON keeps ("ab", "c") apart from ("a", "bc"); surrogatepass because a broken file may hold lone surrogates.
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
