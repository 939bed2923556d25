"""An answer as JSON and back: its quotations stay word for word, whatever becomes of the articles.

Articles are not copied. What is kept of a passage is where it stands and what it said; read back, it is evidence again
only if those words still stand there. A citation is kept whatever happened: its words are its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from assistant.conversations.record import Head
from index.vocabulary import Answer, Article, Evidence, Filters, Passage, Span

Lookup = Callable[[str], Article | None]


@dataclass(frozen=True, slots=True)
class KeptPassage:
    """A passage of the evidence as it was: its article's id, place, `words`, score, and the ids of its copies."""

    article: str
    number: int
    span: Span
    words: str
    score: float
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer without its articles' texts: `passages` stand for its evidence. `heads` are of what it cites."""

    answer: Answer
    passages: tuple[KeptPassage, ...]
    heads: dict[str, Head]


def answer_written(answer: Answer, lookup: Lookup) -> str:
    """`answer` as JSON. `lookup` finds the articles of citations that no passage of its evidence holds."""
    passages = tuple(
        KeptPassage(
            one.article.id,
            one.passage.number,
            one.passage.span,
            one.text,
            one.score,
            tuple(copy.id for copy in one.also_in),
        )
        for one in answer.evidence
    )
    kept = KeptAnswer(replace(answer, evidence=()), passages, heads(answer, lookup))
    return _dumped(_answers().dump_python(kept))


def answer_read(text: str, lookup: Lookup) -> tuple[Answer, dict[str, Head]]:
    """The answer that was kept as `text`, and the heads of the articles that it cites as they were then.

    `lookup` finds an article as it is now. Evidence whose words no longer stand where they stood is left out. Raises
    ValueError for what is no kept answer.
    """
    # Not pydantic's own reader of JSON: it refuses lone surrogates, which a damaged article may hold.
    kept = _answers().validate_python(json.loads(text))
    found = cache(lookup)
    evidence = []
    for passage in kept.passages:
        article = found(passage.article)
        if article is not None and passage.span.of(article.text) == passage.words:
            copies = tuple(copy for name in passage.also_in if (copy := found(name)))
            evidence.append(Evidence(article, Passage(article.id, passage.number, passage.span), passage.score, copies))
    return replace(kept.answer, evidence=tuple(evidence)), kept.heads


def heads(answer: Answer, lookup: Lookup) -> dict[str, Head]:
    """The head of each article that `answer` cites, by its id; one that cannot be found has its id alone."""
    known = {one.article.id: one.article for one in answer.evidence}
    named = dict.fromkeys(citation.article_id for citation in answer.citations)
    articles = {name: known.get(name) or lookup(name) for name in named}
    return {name: Head.of(article) if article else Head(name) for name, article in articles.items()}


def filters_written(filters: Filters) -> str:
    """`filters` as JSON."""
    return _dumped(_filters().dump_python(filters))


def filters_read(text: str) -> Filters:
    """The filters kept as `text`. Raises ValueError for what are none."""
    return _filters().validate_python(json.loads(text))


@cache
def _answers() -> TypeAdapter[KeptAnswer]:
    return TypeAdapter(KeptAnswer)


@cache
def _filters() -> TypeAdapter[Filters]:
    return TypeAdapter(Filters)


def _dumped(value: Any) -> str:
    # ASCII alone, since SQLite would refuse a lone surrogate.
    return json.dumps(value, default=lambda day: day.isoformat(), ensure_ascii=True)
