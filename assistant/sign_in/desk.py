"""What ``/sign-in`` and ``/sign-out`` do: the forms, and the cookies they set."""

from __future__ import annotations

import re
import secrets
from importlib import resources
from typing import Final
from urllib.parse import parse_qs

import anyio
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Receive, Scope

from assistant.page.addresses import Address
from assistant.page.reader import LANGUAGES, Reader
from assistant.sign_in import wording
from assistant.sign_in.attempts import Attempts
from assistant.sign_in.page import POLICY, notice_page, sign_in_page, sign_out_page
from assistant.sign_in.sessions import COOKIE, FORM_COOKIE, LASTS, Sessions
from assistant.sign_in.users import Users

_LONGEST: Final = 16_384  # bytes of a form
_HEADERS: Final = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store", "X-Frame-Options": "DENY"}
# A path of ours: one slash, and nothing that a browser would read as another host or drop (\\, control characters).
_OURS: Final = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")


def local_path(scope: Scope) -> str:
    """The path asked for, without the prefix under which we are served."""
    path, root = str(scope["path"]), str(scope.get("root_path", "")).rstrip("/")
    return path[len(root) :] if root and path.startswith(root + "/") else path


def address_of(scope: Scope) -> str:
    """The address that asks. Behind a proxy it is the reader's only if the server trusts that proxy."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def ours(after: str) -> str:
    """`after` if it is a path of this site, else ``/``: signing in must not lead to another host.

    >>> ours("/article/1?start=2"), ours("//else.example"), ours("https://else.example"), ours("/\\\\else.example")
    ('/article/1?start=2', '/', '/', '/')
    """
    return after if len(after) <= 2000 and _OURS.fullmatch(after) and not after.startswith("/sign-") else "/"


class SignInDesk:
    """Serves the pages for signing in and out, and their style sheet."""

    def __init__(self, users: Users, sessions: Sessions, attempts: Attempts) -> None:
        self._users, self._sessions, self._attempts = users, sessions, attempts
        self._hashing = anyio.CapacityLimiter(2)  # one hash takes 64 MiB and a core

    async def response(self, path: str, scope: Scope, receive: Receive) -> Response | None:
        """The response to a request for one of our pages; None for any other path. Raises UsersError."""
        if path == "/sign-in.css":
            style = (resources.files(__package__) / "sign_in.css").read_text("utf-8")
            return Response(style, media_type="text/css", headers={"Cache-Control": "no-cache"})
        if path not in ("/sign-in", "/sign-out"):
            return None
        request = Request(scope, receive)
        if request.method in ("GET", "HEAD"):
            return self._ask(request) if path == "/sign-in" else self._ask_out(request)
        if request.method != "POST":
            return Response(status_code=405, headers={"Allow": "GET, POST"})
        fields = await _fields(request)
        if fields is None:
            return Response(status_code=413)
        return await (self._enter(request, fields) if path == "/sign-in" else self._leave(request, fields))

    def unusable(self, scope: Scope) -> Response:
        """That nobody can enter, since the file of users is damaged."""
        return HTMLResponse(notice_page(_reader(Request(scope)), _root(scope), wording.UNUSABLE), 503, _HEADERS)

    def _ask(self, request: Request) -> Response:
        after = ours(request.query_params.get("next", "/"))
        if self._sessions.user(request.cookies.get(COOKIE, "")):
            return RedirectResponse(_root(request.scope) + after, 303, {"Cache-Control": "no-store"})
        return self._form(request, _reader(request, after), after)

    def _form(
        self, request: Request, reader: Reader, after: str, status: int = 200, wrong: str = "", name: str = ""
    ) -> Response:
        visitor = request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(16)
        form = self._sessions.form(visitor)
        page = sign_in_page(reader, _root(request.scope), after, form, wrong=wrong, name=name)
        response = HTMLResponse(page, status, _HEADERS)
        _set(response, request, FORM_COOKIE, visitor)
        return response

    async def _enter(self, request: Request, fields: dict[str, str]) -> Response:
        after, name = ours(fields.get("next", "/")), fields.get("name", "")
        reader, address = _reader(request, after), address_of(request.scope)
        if not self._sessions.sent_from(request.cookies.get(FORM_COOKIE, ""), fields.get("form", "")):
            return self._form(request, reader, after, 403, reader.say(wording.STALE), name)
        async with self._hashing:  # first, so that a hundred tries at once are not all looked at before one is counted
            if wait := self._attempts.wait(address, name):
                response = self._form(request, reader, after, 429, wording.wait(reader, wait), name)
                response.headers["Retry-After"] = str(wait)
                return response
            if not await run_in_threadpool(self._users.check, name, fields.get("password", "")):
                self._attempts.failed(address, name)
                return self._form(request, reader, after, 401, reader.say(wording.WRONG), name)
        response = RedirectResponse(_root(request.scope) + after, 303, {"Cache-Control": "no-store"})
        _set(response, request, COOKIE, self._sessions.begin(name), lasts=LASTS)
        response.delete_cookie(FORM_COOKIE)
        return response

    def _ask_out(self, request: Request) -> Response:
        cookie = request.cookies.get(COOKIE, "")
        if (user := self._sessions.user(cookie)) is None:
            return RedirectResponse(f"{_root(request.scope)}/sign-in", 303, {"Cache-Control": "no-store"})
        page = sign_out_page(_reader(request), _root(request.scope), user, self._sessions.form(cookie))
        return HTMLResponse(page, 200, _HEADERS)

    async def _leave(self, request: Request, fields: dict[str, str]) -> Response:
        cookie = request.cookies.get(COOKIE, "")
        if self._sessions.user(cookie) and not self._sessions.sent_from(cookie, fields.get("form", "")):
            page = notice_page(_reader(request), _root(request.scope), wording.NOT_FROM_HERE)
            return HTMLResponse(page, 403, _HEADERS)
        self._sessions.end(cookie)
        headers = {"Cache-Control": "no-store", "Clear-Site-Data": '"cache"'}
        response = RedirectResponse(f"{_root(request.scope)}/sign-in", 303, headers)
        response.delete_cookie(COOKIE)
        return response


def _reader(request: Request, after: str = "/") -> Reader:
    """The reader as chosen; who has chosen no language reads that of the page they came for."""
    chosen = request.cookies.get("language")
    language = chosen if chosen in LANGUAGES else Address.of({"path": after}).language
    return Reader.of(request.cookies, language)


def _root(scope: Scope) -> str:
    return str(scope.get("root_path", "")).rstrip("/")


def _set(response: Response, request: Request, name: str, value: str, lasts: int | None = None) -> None:
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=lasts, path="/", httponly=True, samesite="lax", secure=secure)


async def _fields(request: Request) -> dict[str, str] | None:
    """The fields of a form, None if it is longer than any of ours."""
    body = bytearray()
    async for part in request.stream():
        body.extend(part)
        if len(body) > _LONGEST:
            return None
    if Headers(scope=request.scope).get("content-type", "").split(";")[0] != "application/x-www-form-urlencoded":
        return {}
    try:
        held = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=16)
    except ValueError:
        return {}
    return {name: values[0] for name, values in held.items()}
