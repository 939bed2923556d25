"""What programs ask of the archive: questions, statements, articles. One object behind HTTP, Gradio and MCP.

Work runs on threads of its own, so many at once and no more; who waits too long is told so, and beyond a queue all are.
"""

from __future__ import annotations

import asyncio
import difflib
import logging
import re
import threading
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from assistant.api.callers import NOBODY, Caller, Rates
from assistant.api.failures import RequestError, bad
from assistant.api.models import (
    AnswerReply,
    ArticleReply,
    ChipReply,
    CitationReply,
    Place,
    Question,
    SpeakerMeant,
    StatementQuery,
    StatementReply,
    StatementsReply,
)
from assistant.page.escaping import article_path
from index.vocabulary import Answer, Article, Citation, Filters, Span, StatementFilters

if TYPE_CHECKING:
    from index.people.finding import PersonFound
    from index.store.statements import StatementHit

T = TypeVar("T")
_POINTER: Final = re.compile(r"\s*\[\d+\]")
_log = logging.getLogger(__name__)


class Archive(Protocol):
    """What is asked of: :class:`assistant.assistant.Assistant`, or anything with these methods."""

    def ask(
        self, question: str, *, filters: Filters = ..., history: Sequence[str] = ..., without: Collection[str] = ...
    ) -> Answer:
        """The answer, or a refusal."""
        ...

    def statements(self, filters: StatementFilters = ..., *, about: str = ..., count: int = ...) -> list[StatementHit]:
        """The statements that pass, the nearest or the newest first."""
        ...

    def people(self, name: str) -> list[PersonFound]:
        """Those whom the name may mean."""
        ...

    def article(self, article_id: str) -> Article | None:
        """The article, None if there is none."""
        ...

    def sources(self) -> list[tuple[str, int]]:
        """Every outlet and how many articles it has."""
        ...


class Programs:
    """Answers programs from `archive`: `concurrency` at once, `waiting` more in line, each within `timeout` seconds.

    Every method raises RequestError: for a request that cannot be carried out, for one too many, when time is up, and
    when the archive itself fails (the log then has the details).
    """

    def __init__(
        self,
        archive: Archive,
        *,
        concurrency: int = 4,
        waiting: int = 32,
        timeout: float = 60.0,
        rates: Rates | None = None,
    ) -> None:
        self._archive = archive
        self._pool = ThreadPoolExecutor(concurrency, "program")
        self._most, self._timeout = concurrency + waiting, timeout
        self._there, self._counting = 0, threading.Lock()
        self._rates = rates or Rates()

    async def ask(self, asked: Question, by: Caller = NOBODY) -> AnswerReply:
        """The answer to a question, with its citations."""
        return await self._run(by, lambda: self._ask(asked, by.base))

    async def statements(self, asked: StatementQuery, by: Caller = NOBODY) -> StatementsReply:
        """The statements that fit."""
        return await self._run(by, lambda: self._statements(asked, by.base))

    async def article(
        self, article_id: str, start: int = 0, end: int | None = None, by: Caller = NOBODY
    ) -> ArticleReply:
        """The article with that id, of its text the characters from `start` up to `end` (None: to its last)."""
        return await self._run(by, lambda: self._article(article_id, start, end, by.base))

    async def _run(self, by: Caller, work: Callable[[], T]) -> T:
        self._rates.count(by)
        with self._counting:
            if self._there >= self._most:
                raise RequestError(503, "busy", f"{self._there} requests are being answered: try again", wait=2)
            self._there += 1
        task = self._pool.submit(work)
        task.add_done_callback(self._leave)  # when the thread is done with it: a timeout does not stop a thread
        try:
            return await asyncio.wait_for(asyncio.wrap_future(task), self._timeout)
        except TimeoutError as error:
            raise RequestError(504, "timeout", f"no result within {self._timeout:g} s: ask for less") from error
        except RequestError:
            raise
        except Exception as error:
            _log.exception("a program's request could not be answered")
            raise RequestError(500, "failed", "the archive could not answer: its log says why") from error

    def _leave(self, _: Future[T]) -> None:
        with self._counting:
            self._there -= 1

    def _ask(self, asked: Question, base: str) -> AnswerReply:
        self._check_sources(asked.sources)
        filters = Filters(tuple(asked.sources), asked.since, asked.until, tuple(asked.articles))
        answer = self._archive.ask(asked.question, filters=filters, history=asked.history, without=asked.without)
        text = answer.text or answer.reason
        return AnswerReply(
            question=answer.question,
            answer=_POINTER.sub("", text).strip(),
            marked=text,
            refused=answer.refused,
            reason=answer.reason,
            citations=[self._citation(one, answer, base) for one in answer.citations],
            retrieved=[
                Place(article_id=one.article.id, start=one.passage.span.start, end=one.passage.span.end)
                for one in answer.evidence
            ],
            seconds=round(sum(answer.seconds.values()), 4),
            method=answer.method,
            kind=answer.kind,
            confidence=answer.confidence,
            notice=answer.notice,
            chips=[
                ChipReply(id=one.id, kind=one.kind, value=one.value, shown=one.shown, hard=one.hard)
                for one in answer.chips
            ],
            suggestions=list(answer.suggestions),
        )

    def _citation(self, citation: Citation, answer: Answer, base: str) -> CitationReply:
        at_hand = (one.article for one in answer.evidence if one.article.id == citation.article_id)
        article = next(at_hand, None) or self._archive.article(citation.article_id)
        return CitationReply(
            article_id=citation.article_id,
            start=citation.span.start,
            end=citation.span.end,
            quote=citation.quote,
            permalink=_permalink(base, citation.article_id, citation.span),
            title=article.title if article else "",
            source=article.source if article else "",
            date=article.date if article else None,
        )

    def _statements(self, asked: StatementQuery, base: str) -> StatementsReply:
        self._check_sources(asked.sources)
        _check_stances(asked.stances)
        meant = {name: self._archive.people(name) for name in asked.speakers}
        speakers = [SpeakerMeant(asked=name, people=[one.shown for one in people]) for name, people in meant.items()]
        people = tuple(dict.fromkeys(one.key for found in meant.values() for one in found))
        if asked.speakers and not people:
            return StatementsReply(statements=[], speakers=speakers)
        filters = StatementFilters(
            people=people,
            kinds=tuple(asked.kinds),
            stances=tuple(asked.stances),
            types=tuple(asked.types),
            places=tuple(asked.places),
            mediums=tuple(asked.mediums),
            organizations=tuple(asked.organizations),
            sources=tuple(asked.sources),
            since=asked.since,
            until=asked.until,
            articles=tuple(asked.articles),
            confidence=asked.confidence,
        )
        found = self._archive.statements(filters, about=asked.about, count=asked.limit)
        return StatementsReply(statements=[_statement(hit, base) for hit in found], speakers=speakers)

    def _article(self, article_id: str, start: int, end: int | None, base: str) -> ArticleReply:
        found = self._archive.article(article_id)
        if found is None:
            raise RequestError(404, "no_such_article", f"no article has the id {article_id[:100]!r}")
        length = len(found.text)
        end = length if end is None else min(end, length)
        if not 0 <= start <= end:
            raise bad(f"start ({start}) and end ({end}) are no place in this text of {length:,} characters")
        return ArticleReply(
            id=found.id,
            title=found.title,
            text=found.text[start:end],
            start=start,
            end=end,
            length=length,
            date=found.date,
            source=found.source,
            url=found.url,
            author=found.author,
            category=found.category,
            permalink=f"{base}/{article_path(found.id)}",
        )

    def _check_sources(self, given: Sequence[str]) -> None:
        known = [name for name, _ in self._archive.sources()] if given else []
        for name in given:
            if name not in known:
                near = difflib.get_close_matches(name, known, n=3, cutoff=0.5) or known[:10]
                raise bad(f"sources: no article is from {name!r}; there is {', '.join(near) or 'no outlet'}")


def _check_stances(given: Sequence[str]) -> None:
    if given:
        from index.statements.lexicon import verbs

        known = sorted({verb.stance for verb in verbs().values()})
        for stance in given:
            if stance not in known:
                raise bad(f"stances: {stance!r} is none; they are {', '.join(known)}")


def _statement(hit: StatementHit, base: str) -> StatementReply:
    from index.statements import as_record

    article = hit.article
    return StatementReply(
        **as_record(article, hit.statement),
        person=hit.shown,
        date=article.date,
        source=article.source or None,
        title=article.title or None,
        permalink=_permalink(base, article.id, hit.statement.content),
    )


def _permalink(base: str, article_id: str, span: Span) -> str:
    return f"{base}/{article_path(article_id, span.start, span.end)}"
