"""What the room's script asks for: views, values as they are typed, files, and decisions about people."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterator
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.concurrency import run_in_threadpool

from assistant.exploring.choice import parse
from assistant.exploring.explorer import Explorer
from assistant.exploring.exporting import forms
from assistant.exploring.exporting.records import record
from assistant.page.addresses import Address
from assistant.page.escaping import plain
from assistant.page.explore import wording
from assistant.page.explore.facets import values
from assistant.page.explore.links import Links
from assistant.page.explore.view import message, view
from assistant.page.reader import LANGUAGES, Reader
from assistant.page.rooms import Newsroom
from assistant.page.text import Text
from index.people.deciding import PeopleError
from index.people.finding import PersonFound
from index.store import StoreError, StoreInUseError
from index.store.columns import FACETS

_log = logging.getLogger(__name__)
_CHUNK: Final = 1 << 16
_LONGEST: Final = 100  # characters of a name as it is typed
_Decided = tuple[PersonFound, str]


def routes(newsroom: Newsroom) -> APIRouter:
    """The routes under ``/explore/`` (and ``/en/explore/``) over the store of `newsroom`; none where it has none."""
    router = APIRouter(include_in_schema=False)
    if newsroom.store is None:
        return router
    answers = _Answers(Explorer(newsroom.store))
    for language in LANGUAGES:
        base = f"{Reader(language).prefix}/explore"
        router.get(f"{base}/part")(answers.part)
        router.get(f"{base}/suggest")(answers.suggest)
        router.get(f"{base}/people")(answers.people)
        router.post(f"{base}/people")(answers.decide)
        router.get(f"{base}/export.{{form}}")(answers.export)
    return router


class _Answers:
    """The answers over one explorer."""

    def __init__(self, explorer: Explorer) -> None:
        self._explorer = explorer

    def part(self, request: Request) -> Response:
        """The view that the query says, as HTML."""
        reader, address = _reader(request)
        try:
            return _html(view(self._explorer, parse(address.query), reader, address.root))
        except Exception as error:
            return _html(_failure(error, reader), 503)

    def suggest(self, request: Request, facet: str = "", typed: str = "") -> Response:
        """The values of `facet` that `typed` may mean under the query's choice, as HTML."""
        reader, address = _reader(request)
        if facet not in FACETS:
            return Response(status_code=404)
        choice = parse(address.query)
        try:
            found = self._explorer.suggest(choice, facet, typed[:_LONGEST], 20)
            choice = self._explorer.selection(choice).choice
        except Exception as error:
            return _html(_failure(error, reader), 503)
        return _html(values(Links(reader, choice, address.root), facet, found))

    def people(self, typed: str = "") -> Response:
        """Speakers whom `typed` may mean, as JSON: their keys, names and numbers of statements."""
        found = self._explorer.suggest(parse(""), "speaker", typed[:_LONGEST], 8)
        return JSONResponse([{"key": one.key, "shown": one.shown, "count": one.count} for one in found])

    def export(self, request: Request, form: str) -> Response:
        """All statements under the query's choice as a file."""
        if form not in forms.FORMS:
            return Response(status_code=404)
        reader, address = _reader(request)
        base = f"{str(request.base_url).rstrip('/')}{reader.prefix}"
        try:
            # The first is read before the answer begins, so that what fails is said as a failure.
            selection = self._explorer.selection(parse(address.query))
            found = (record(hit, base) for hit in self._explorer.every(selection))
            body = _workbook(found) if form == "xlsx" else getattr(forms, _WRITERS[form])(found)
        except Exception as error:
            return _html(_failure(error, reader), 503)
        headers = {
            "Content-Disposition": f'attachment; filename="isnad-statements.{form}"',
            "Cache-Control": "no-store",
        }
        return StreamingResponse(body, media_type=forms.FORMS[form], headers=headers)

    async def decide(self, request: Request) -> Response:
        """Merge, split, rename or undo, as the request's JSON says; what was done, in words, and how to undo it."""
        reader, _ = _reader(request)
        # A form of another site can send no JSON without asking first, and this page answers no such question.
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return Response(status_code=415)
        try:
            asked = await request.json()
            assert isinstance(asked, dict)
        except (ValueError, AssertionError):
            return Response(status_code=400)
        return await run_in_threadpool(self._decide, asked, reader)

    def _decide(self, asked: dict[str, Any], reader: Reader) -> Response:
        explorer, person = self._explorer, str(asked.get("person", ""))
        names = asked.get("names")
        spelt = [str(name) for name in names] if isinstance(names, list) else []
        acts: dict[str, tuple[Callable[[], _Decided], Text, Text]] = {
            "merge": (
                lambda: explorer.merge(person, [str(asked.get("other", ""))]),
                wording.MERGED,
                wording.NOT_MERGED,
            ),
            "split": (lambda: explorer.split(person, spelt), wording.SPLIT_OFF, wording.NOT_SPLIT),
            "rename": (
                lambda: explorer.rename(person, str(asked.get("shown", ""))[:_LONGEST]),
                wording.RENAMED,
                wording.NOT_RENAMED,
            ),
        }
        act = str(asked.get("act", ""))
        try:
            if act == "undo":
                explorer.undo(str(asked.get("token", "")))
                return JSONResponse({"said": reader.say(wording.UNDONE)})
            if act not in acts:
                return Response(status_code=400)
            make, done, _ = acts[act]
            found, token = make()
        except (PeopleError, IndexError) as error:
            _log.info("%s of %r was not done: %s", act, person, error)
            failed = wording.NOT_UNDONE if act == "undo" else acts[act][2]
            return JSONResponse({"said": reader.say(failed)}, 409)
        except Exception:
            _log.exception("%s of %r failed", act, person)
            return JSONResponse({"said": reader.say(wording.FAILED)}, 500)
        return JSONResponse({"said": reader.say(done, name=found.shown), "person": found.key, "undo": token})


_WRITERS: Final = {"csv": "comma_separated", "jsonl": "jsonl"}


def _workbook(records: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    made = tempfile.TemporaryFile()  # noqa: SIM115  # closed by `_read`
    try:
        forms.workbook(records, made)
        made.seek(0)
    except BaseException:
        made.close()
        raise
    return _read(made)


def _read(made: Any) -> Iterator[bytes]:
    with made:
        while chunk := made.read(_CHUNK):
            yield chunk


def _reader(request: Request) -> tuple[Reader, Address]:
    address = Address.of(request.scope)
    return Reader.of(request.cookies, address.language), address


def _failure(error: Exception, reader: Reader) -> str:
    if isinstance(error, StoreInUseError):
        return message(plain(reader.say(wording.IN_USE)))
    if isinstance(error, StoreError):
        _log.warning("the statements cannot be explored: %s", error)
        return message(f'{plain(reader.say(wording.OUTDATED))} <code dir="ltr">isnad reindex statements</code>')
    _log.error("the statements could not be shown", exc_info=error)
    return message(plain(reader.say(wording.FAILED)))


def _html(body: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(body.encode("utf-8", "replace"), status, headers={"Cache-Control": "no-store"})
