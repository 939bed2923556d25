"""The document around every room: its language, direction, colours and masthead, before the first script runs.

Gradio's template says ``lang="en"``, describes Gradio, and takes its labels from the browser's language. It cannot be
told otherwise, so each room's document is corrected on its way out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.page import wording
from assistant.page.addresses import Address
from assistant.page.escaping import plain
from assistant.page.frame import masthead
from assistant.page.reader import Reader
from assistant.page.rooms import Room

STYLES = ("colours.css", "page.css", "frame.css", "gradio.css")
"""Of every room; those of its own come after."""

_FOREIGN_META = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>')


def attributes(reader: Reader) -> str:
    """What the first tag of a document says of its reader."""
    return f'lang="{reader.language}" dir="{reader.direction}" data-theme="{reader.theme}"'


def title(reader: Reader, name: str = "") -> str:
    """The title of a document: its own `name` before ours, or ours in both languages."""
    return f"{name} · {reader.say(wording.NAME)}" if name else wording.PAGE_TITLE


def dressed(document: str, reader: Reader, address: Address, room: Room, every: Sequence[Room], aside: str = "") -> str:
    """Gradio's `document` of `room` as a page of ours, without its advertisements; `aside` as in the masthead."""
    document = re.sub(r'(<html\s+)lang="[^"]*"', lambda tag: tag[1] + attributes(reader), document, count=1)
    document = _FOREIGN_META.sub("", document)
    document = re.sub(r"<title>[^<]*</title>", "", document)
    # Gradio would put its own title, the same in every room, over ours.
    document = document.replace('control_page_title="true"', 'control_page_title="false"', 1)
    head = _head(reader, address, room)
    document = re.sub(r"(<base [^>]*>)", lambda base: base[1] + head, document, count=1)
    top = masthead(reader, address, every, aside)
    document = re.sub(r"(<body[^>]*>)", lambda body: f'{body[1]}{top}<div id="room" tabindex="-1">', document, count=1)
    last = f"</div><noscript><p>{plain(reader.say(wording.NEEDS_JAVASCRIPT))}</p></noscript></body>"
    return document.replace("</body>", last, 1)


def whole(
    reader: Reader,
    address: Address,
    every: Sequence[Room],
    name: str,
    body: str,
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
) -> str:
    """A document of our own around `body` (HTML), complete without a script: an article's page, for one.

    `name` comes first in its title; `styles` and `scripts` are files under ``/page``, after those of every page.
    """
    base = f"{plain(address.root)}/page"
    sheets = "".join(f'<link rel="stylesheet" href="{base}/{each}">' for each in (*STYLES[:3], *styles))
    deferred = "".join(f'<script src="{base}/{each}" defer></script>' for each in scripts)
    return (
        f'<!doctype html><html {attributes(reader)}><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{plain(title(reader, name))}</title>"
        f'<link rel="icon" href="{base}/icon.svg" type="image/svg+xml">{sheets}{deferred}</head>'
        f'<body class="reading">{masthead(reader, address, every)}'
        f'<main id="room" tabindex="-1">{body}</main></body></html>'
    )


def _head(reader: Reader, address: Address, room: Room) -> str:
    base = f"{plain(address.root)}/page"
    spoken = {beginning: reader.say(text) for beginning, text in wording.SPOKEN.items()}
    script = json.dumps(spoken, ensure_ascii=False).replace("<", "\\u003c")
    sheets = "".join(f'<link rel="stylesheet" href="{base}/{name}">' for name in (*STYLES, *room.styles))
    scripts = "".join(f'<script src="{base}/{name}"></script>' for name in ("page.js", *room.scripts))
    return (
        f"<title>{plain(title(reader, reader.say(room.title) if room.path else ''))}</title>"
        f"<script>window.spoken = {script};</script>"
        f'<link rel="icon" href="{base}/icon.svg" type="image/svg+xml">{sheets}{scripts}'
    )


class Shell:
    """ASGI middleware that passes the documents of `rooms` through :func:`dressed`.

    `aside(reader)` is asked, in a thread, for the word at the end of the masthead.
    """

    def __init__(self, app: ASGIApp, rooms: Sequence[Room], aside: Callable[[Reader], str] = lambda _: "") -> None:
        self.app = app
        self.rooms = tuple(rooms)
        self.aside = aside

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        address = Address.of(scope)
        room = next((room for room in self.rooms if f"/{room.path}" == address.path), None)
        if room is None:
            await self.app(scope, receive, send)
            return
        cookies = Request(scope).cookies
        if elsewhere := _preferred(address, cookies.get("language", "")):
            await RedirectResponse(elsewhere, status_code=303, headers={"Cache-Control": "no-store"})(
                scope, receive, send
            )
            return
        reader = Reader.of(cookies, address.language)
        aside = await run_in_threadpool(self.aside, reader)

        def rewrite(document: str) -> str:
            return dressed(document, reader, address, room, self.rooms, aside)

        await self.app(_uncompressed(scope), receive, _Rewriting(send, rewrite))


def _preferred(address: Address, language: str) -> str:
    """Where the bare first page sends a reader who has chosen the other language; empty if nowhere."""
    if address.path == "/" and not address.query and address.language == "ar" and language == "en":
        return address.within(language)
    return ""


def _uncompressed(scope: Scope) -> Scope:
    # A compressed document could not be read here.
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0].lower() != b"accept-encoding"]}


class _Rewriting:
    """A `send` that holds an HTML response until it is whole, and sends what `rewrite` makes of it."""

    def __init__(self, send: Send, rewrite: Callable[[str], str]) -> None:
        self.send, self.rewrite = send, rewrite
        self.start: Message = {}
        self.body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
            return
        if message["type"] != "http.response.body":
            await self.send(message)
            return
        self.body.extend(message.get("body", b""))
        if message.get("more_body", False):
            return
        content = bytes(self.body)
        headers = MutableHeaders(scope=self.start)
        if content and headers.get("content-type", "").startswith("text/html"):
            content = self.rewrite(content.decode("utf-8", "replace")).encode("utf-8", "replace")
            headers["content-length"] = str(len(content))
            headers["vary"] = "Cookie"
        await self.send(self.start)
        await self.send({"type": "http.response.body", "body": content})
