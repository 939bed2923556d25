"""What an export is made of: the citations asked for, checked against the articles as they are now."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Protocol

from assistant.citation_export import FORMATS, Heading, Reference, refer
from assistant.citing import cite, stands
from assistant.page.desk import AssistantLike
from assistant.page.reader import Reader
from assistant.page.sources import wording
from assistant.page.sources.export_links import Wanted, digest
from index.store.statements import StatementHit
from index.vocabulary import Answer, Span, Statement

_log = logging.getLogger(__name__)


class KeptTurn(Protocol):
    """A question of a kept conversation: its number, its answer, and the articles cited as they were then, by id."""

    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def answer(self) -> Answer | None: ...  # noqa: D102
    @property
    def heads(self) -> Mapping[str, Heading]: ...  # noqa: D102


class ExportError(Exception):
    """An export that cannot be made; the message is for the reader, in their language."""


def chosen_form(written: str, reader: Reader) -> tuple[str, int]:
    """The form and the turn (0: every one) that ``bibtex`` or ``bibtex.3`` asks for. Raises ExportError."""
    form, _, turn = written.partition(".")
    if form not in FORMATS or not (turn == "" or (turn.isascii() and turn.isdigit() and len(turn) < 7)):
        raise ExportError(reader.say(wording.EXPORT_FORM, form=written[:40], known="، ".join(FORMATS)))
    return form, int(turn or 0)


def references(assistant: AssistantLike, cites: Sequence[str], turn: int, reader: Reader, site: str) -> list[Reference]:
    """The citations of that turn (0: of every one) as references, each once, in the order they are asked for.

    Raises ExportError if there is none, or if one is malformed, its article gone, or its words no longer in place.
    """
    wanted: dict[Wanted, None] = {}
    for written in cites:
        try:
            one = Wanted.read(written)
        except ValueError as error:
            raise ExportError(reader.say(wording.EXPORT_MALFORMED, cite=written[:80])) from error
        if turn in (0, one.turn):
            wanted[Wanted(one.article_id, one.span, one.digest)] = None
    if not wanted:
        raise ExportError(reader.say(wording.EXPORT_NOTHING))
    said: dict[str, Sequence[Statement]] = {}
    return [_reference(assistant, one, said, reader, site) for one in wanted]


def kept_references(
    assistant: AssistantLike, turns: Sequence[KeptTurn], turn: int, reader: Reader, site: str
) -> list[Reference]:
    """The citations of a kept conversation (of that turn; 0: of every one), each once.

    A citation whose article is gone or has changed since is exported all the same: it was kept with its words.
    Raises ExportError if there is none.
    """
    found: dict[tuple[str, Span, str], Reference] = {}
    for one in turns:
        for citation in one.answer.citations if one.answer and turn in (0, one.number) else ():
            key = (citation.article_id, citation.span, citation.quote)
            if key not in found:
                article = assistant.article(citation.article_id)
                there = article is not None and stands(citation, article)
                said = [hit.statement for hit in statements_of(assistant, citation.article_id)] if there else ()
                head = one.heads.get(citation.article_id)
                found[key] = refer(citation, article if there else None, said, site=site, head=head or article)
    if not found:
        raise ExportError(reader.say(wording.EXPORT_NOTHING))
    return list(found.values())


def _reference(
    assistant: AssistantLike, one: Wanted, said: dict[str, Sequence[Statement]], reader: Reader, site: str
) -> Reference:
    article = assistant.article(one.article_id)
    if article is None:
        raise ExportError(reader.say(wording.EXPORT_GONE, article=one.article_id[:120]))
    words = one.span.of(article.text)
    if one.span.end > len(article.text) or (one.digest and digest(words) != one.digest):
        raise ExportError(reader.say(wording.EXPORT_CHANGED, article=(article.title or one.article_id)[:120]))
    if article.id not in said:
        said[article.id] = [hit.statement for hit in statements_of(assistant, article.id)]
    return refer(cite(article, one.span), article, said[article.id], site=site)


def statements_of(assistant: AssistantLike, article_id: str) -> Sequence[StatementHit]:
    """The statements of an article; none, and a line in the log, if they cannot be had: the article is still read."""
    try:
        return assistant.statements_of(article_id)
    except Exception:
        _log.exception("the statements of %r could not be read", article_id)
        return ()
