"""The gate: whatever the application serves, nobody gets it who has not signed in.

Two ways in. A person signs in on a page and holds a session's cookie; a program sends ``Authorization: Bearer TOKEN``.
What stands outside is listed by name below, so that a new room of the application is inside without a word.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from assistant.page.assets import WEIGHTS
from assistant.sign_in.attempts import Attempts
from assistant.sign_in.desk import SignInDesk, local_path
from assistant.sign_in.page import DRAWN_WITH
from assistant.sign_in.sessions import COOKIE, Sessions
from assistant.sign_in.users import Users, UsersError

_log = logging.getLogger(__name__)
OUTSIDE: Final = frozenset(
    (
        *(f"/page/{sheet}" for sheet in DRAWN_WITH),
        *(f"/page/fonts/{weight}.ttf" for weight in WEIGHTS),
        "/page/icon.svg",
        "/choose",
    )
)
"""All that is served to strangers beside the sign-in page: what it is drawn with, and the choice of its language."""
_SAFE: Final = {"GET", "HEAD", "OPTIONS"}


class Gate:
    """ASGI middleware that lets `users` pass, as ``scope["state"]["user"]``, and sends others to the sign-in page.

    A program is told in JSON instead, with the status 401. Every path is behind it, websockets too, except
    :data:`OUTSIDE` and the pages for signing in and out.
    """

    def __init__(self, app: ASGIApp, users: Users) -> None:
        self.app = app
        self._sessions = Sessions(users)
        self._users = users
        self._desk = SignInDesk(users, self._sessions, Attempts())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] not in ("http", "websocket"):
            return
        path = local_path(scope)
        if scope["type"] == "http" and path in OUTSIDE and scope["method"] in _SAFE:
            await self.app(scope, receive, send)
            return
        try:
            if scope["type"] == "http" and (served := await self._desk.response(path, scope, receive)) is not None:
                await served(scope, receive, send)
                return
            user, refusal = self._who(scope, path)
        except UsersError:
            _log.exception("the file of users cannot be used: nobody can enter")
            user, refusal = None, self._desk.unusable(scope)
        if user is None or refusal is not None:
            await _refuse(refusal, scope, receive, send)
            return
        # A copy: middleware outside may still look at its own.
        scope = {**scope, "state": {**scope.get("state", {}), "user": user}}
        await self.app(scope, receive, _privately(send))

    def _who(self, scope: Scope, path: str) -> tuple[str | None, Response | None]:
        """The user who asks, or what to tell them."""
        headers = Headers(scope=scope)
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self._program(token.strip())
        user = self._sessions.user(HTTPConnection(scope).cookies.get(COOKIE, ""))
        if user is None:
            return None, _unknown(scope, path, headers)
        if (scope["type"] == "websocket" or scope["method"] not in _SAFE) and not same_site(headers):
            return None, told(403, "cross_site", "this request came from a page of another site")
        return user, None

    def _program(self, token: str) -> tuple[str | None, Response | None]:
        if (owner := self._users.owner(token)) is not None:
            return owner, None
        return None, told(
            401,
            "unknown_token",
            "no user has this token: ask whoever serves the archive for one (isnad user token NAME)",
            {"WWW-Authenticate": 'Bearer realm="isnad", error="invalid_token"'},
        )


def same_site(headers: Headers) -> bool:
    """Whether a request that changes something came from our own page, or from no page at all.

    Browsers say so in Sec-Fetch-Site; older ones name the page's Origin, which must be the Host asked (the checks of
    Go's ``net/http.CrossOriginProtection``). The cookie is SameSite=Lax too: this is the second lock.
    """
    if site := headers.get("sec-fetch-site"):
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    if not origin:
        return True
    return urlsplit(origin).netloc == headers.get("host", "")


def told(status: int, error: str, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """An error as programs read it: a word to test, and a sentence."""
    return JSONResponse({"error": error, "message": message}, status, {"Cache-Control": "no-store", **(headers or {})})


def _unknown(scope: Scope, path: str, headers: Headers) -> Response:
    """To the sign-in page if a person opens a page, else the status 401."""
    if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and "text/html" in headers.get("accept", ""):
        root = str(scope.get("root_path", "")).rstrip("/")
        # As it was sent: a path that was decoded cannot tell the slash of an article's id from one between two parts.
        raw = scope.get("raw_path", b"").split(b"?")[0].decode("latin-1").removeprefix(quote(root))
        query = scope.get("query_string", b"").decode("latin-1")
        after = (raw or quote(path, safe="/")) + (f"?{query}" if query else "")
        to = f"{root}/sign-in"
        return RedirectResponse(
            to if after == "/" else f"{to}?next={quote(after, safe='/')}", 303, {"Cache-Control": "no-store"}
        )
    return told(
        401,
        "sign_in_needed",
        "sign in at /sign-in, or send the header Authorization: Bearer TOKEN (isnad user token NAME makes one)",
        {"WWW-Authenticate": 'Bearer realm="isnad"'},
    )


async def _refuse(refusal: Response | None, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket" or refusal is None:
        await WebSocketClose(code=1008, reason="sign in first")(scope, receive, send)
        return
    await refusal(scope, receive, send)


def _privately(send: Send) -> Send:
    """No cache between us and the reader may keep what only they may see."""

    async def send_privately(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if "private" not in (kept := headers.get("cache-control", "")) and "no-store" not in kept:
                headers["Cache-Control"] = f"private, {kept}" if kept and "public" not in kept else "private"
            headers.add_vary_header("Cookie")
        await send(message)

    return send_privately
