"""The addresses of the sources: an article (``/article/ID``, ``/article?id=ID``) and the export of citations."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Annotated
from urllib.parse import parse_qs, parse_qsl, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from assistant.citation_export import FORMATS, export
from assistant.page import security
from assistant.page import wording as page_wording
from assistant.page.addresses import Address
from assistant.page.escaping import plain
from assistant.page.reader import LANGUAGES, Reader
from assistant.page.rooms import Newsroom, Room
from assistant.page.shell import whole
from assistant.page.sources import wording
from assistant.page.sources.bar import bar
from assistant.page.sources.drawn_with import SCRIPTS, STYLES
from assistant.page.sources.exporting import (
    ExportError,
    KeptTurn,
    chosen_form,
    kept_references,
    references,
    statements_of,
)
from assistant.page.sources.opened import opened
from assistant.page.sources.place import place
from assistant.page.text import Text
from assistant.sources.reading import reading

_LARGEST = 1 << 20  # bytes of a form; a citation takes some sixty
_log = logging.getLogger(__name__)


Kept = Callable[[Request, str], Sequence[KeptTurn]]
"""The turns of the conversation of that id, if it is of the reader who asks. Raises KeyError if there is none."""


def router(newsroom: Newsroom, every: Sequence[Room], kept: Kept | None = None) -> APIRouter:
    """The routes of the sources of `newsroom`, in every language; `every` are the rooms that the masthead leads to.

    `kept` finds the conversations that ``/export?conversation=ID`` asks for; without it there are none.
    """
    routes = APIRouter(include_in_schema=False)
    sources = _Sources(newsroom, every, kept)
    for language in LANGUAGES:
        prefix = Reader(language).prefix
        routes.get(f"{prefix}/article")(sources.article)
        routes.get(f"{prefix}/article/{{article_id:path}}")(sources.article)
        routes.get(f"{prefix}/export")(sources.exported)
        routes.post(f"{prefix}/export")(sources.exported_form)
    return routes


class _Sources:
    def __init__(self, newsroom: Newsroom, every: Sequence[Room], kept: Kept | None) -> None:
        self.newsroom, self.every, self.kept = newsroom, every, kept

    def article(
        self,
        request: Request,
        article_id: str = "",
        id: str = "",
        start: str | None = None,
        end: str | None = None,
        also: Annotated[list[str] | None, Query()] = None,
        view: str = "",
        at: int = 0,
        of: int = 0,
    ) -> Response:
        """The article's page, or (``view=beside``) what stands beside the chat: citation `at` of `of`."""
        address, reader = _reader(request)
        beside = view == "beside"
        over = bar(reader, at, of) if beside else ""
        try:
            found = self.newsroom.assistant.article(article_id or id)
            if found is None:
                more = reader.say(page_wording.ARTICLE_MISSING_MORE)
                return self._told(404, page_wording.ARTICLE_MISSING, more, request, over)
            asked = place(found.text, start, end, also or (), reader)
            read = reading(found, statements_of(self.newsroom.assistant, found.id))
            body = opened(read, asked, reader, address.root, _site(request), beside=beside)
        except Exception:
            _log.exception("article %r could not be shown", article_id or id)
            more = reader.say(page_wording.ARTICLE_FAILED_MORE)
            return self._told(500, page_wording.ARTICLE_FAILED, more, request, over)
        if beside:
            return _html(over + body)
        title = found.title.strip() or reader.say(page_wording.NO_TITLE)
        return _html(whole(reader, _by_query(address, found.id), self.every, title, body, STYLES, SCRIPTS))

    def exported(
        self,
        request: Request,
        format: str = "bibtex",
        cite: Annotated[list[str] | None, Query()] = None,
        conversation: str = "",
    ) -> Response:
        """The citations of the address, or of a kept conversation, as a file."""
        return self._file(request, format, cite or (), conversation)

    async def exported_form(self, request: Request) -> Response:
        """The citations of a form as a file."""
        _, reader = _reader(request)
        body = bytearray()
        async for part in request.stream():
            body += part
            if len(body) > _LARGEST:
                return self._told(413, wording.EXPORT_REFUSED, reader.say(wording.EXPORT_LARGE), request)
        fields = parse_qs(bytes(body).decode("utf-8", "replace"))
        form = fields.get("format", ["bibtex"])[0]
        return await run_in_threadpool(self._file, request, form, fields.get("cite", []))

    def _file(self, request: Request, written: str, cites: Sequence[str], conversation: str = "") -> Response:
        _, reader = _reader(request)
        try:
            form, turn = chosen_form(written, reader)
            desk, site = self.newsroom.assistant, _site(request)
            if conversation:
                found = kept_references(desk, self._turns(request, conversation, reader), turn, reader, site)
            else:
                found = references(desk, cites, turn, reader, site)
            data = export(found, form)
        except ExportError as why:
            return self._told(400, wording.EXPORT_REFUSED, str(why), request)
        except Exception:
            _log.exception("citations could not be exported")
            return self._told(500, wording.EXPORT_REFUSED, reader.say(page_wording.ARTICLE_FAILED_MORE), request)
        kind = FORMATS[form]
        headers = {"Cache-Control": "no-store"}
        if form != "text":
            headers["Content-Disposition"] = f'attachment; filename="isnad-citations.{kind.suffix}"'
        return Response(data, media_type=f"{kind.media_type}; charset=utf-8", headers=headers)

    def _turns(self, request: Request, conversation: str, reader: Reader) -> Sequence[KeptTurn]:
        try:
            if self.kept is None:
                raise KeyError(conversation)
            return self.kept(request, conversation)
        except KeyError as error:
            raise ExportError(reader.say(wording.EXPORT_NO_CONVERSATION)) from error

    def _told(self, status: int, title: Text, more: str, request: Request, over: str = "") -> Response:
        """A page, or (with a bar over it) a part of one, that says what is wrong."""
        address, reader = _reader(request)
        name, level = reader.say(title), "h3" if over else "h1"
        body = f'<article class="whole missing"><{level}>{plain(name)}</{level}><p>{plain(more)}</p></article>'
        return _html(over + body if over else whole(reader, address, self.every, name, body, STYLES), status)


def _reader(request: Request) -> tuple[Address, Reader]:
    address = Address.of(request.scope)
    return address, Reader.of(request.cookies, address.language)


def _by_query(address: Address, article_id: str) -> Address:
    """The same page under an address that any id fits in: slashes and dots of an id are not those of a path."""
    if "/" not in article_id and address.path != "/article":
        return address
    asked = [(name, value) for name, value in parse_qsl(address.query) if name != "id"]
    return replace(address, path="/article", query=urlencode([("id", article_id), *asked]))


def _site(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _html(document: str, status: int = 200) -> Response:
    return Response(
        document.encode("utf-8", "replace"),
        status_code=status,
        media_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": security.ARTICLE_POLICY},
    )
