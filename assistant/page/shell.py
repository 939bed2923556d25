"""The document around the chat: Arabic and right to left before the first script runs.

Gradio's template says ``lang="en"``, describes Gradio, and takes its labels from the browser's language. It cannot be
told otherwise, so the document is corrected on its way out.
"""

from __future__ import annotations

import json
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.page import wording
from assistant.page.escaping import plain

_HEAD = (
    '<link rel="icon" href="page/icon.svg" type="image/svg+xml">'
    '<link rel="stylesheet" href="page/page.css"><link rel="stylesheet" href="page/chat.css">'
    '<script src="page/page.js"></script>'
)
_FOREIGN_META = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>')


def arabic(document: str) -> str:
    """Gradio's document with our language, direction, title, style and script, without its advertisements."""
    document = re.sub(r'(<html\s+)lang="[^"]*"', r'\1lang="ar" dir="rtl"', document, count=1)
    document = _FOREIGN_META.sub("", document)
    document = re.sub(r"<title>[^<]*</title>", "", document)
    spoken = json.dumps(wording.SPOKEN, ensure_ascii=False).replace("<", "\\u003c")
    head = f"<title>{plain(wording.PAGE_TITLE)}</title><script>window.spoken = {spoken};</script>{_HEAD}"
    document = re.sub(r"(<base [^>]*>)", lambda base: base[1] + head, document, count=1)
    return document.replace("</body>", f"<noscript>{plain(wording.NEEDS_JAVASCRIPT)}</noscript></body>", 1)


class ArabicShell:
    """ASGI middleware that passes the chat's own document (the path ``/``) through :func:`arabic`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["path"] != scope.get("root_path", "") + "/" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        # A compressed document could not be read here.
        scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0].lower() != b"accept-encoding"]}
        start: Message = {}
        body = bytearray()

        async def collect(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            if message["type"] != "http.response.body":
                await send(message)
                return
            body.extend(message.get("body", b""))
            if message.get("more_body", False):
                return
            content = bytes(body)
            if Headers(scope=start).get("content-type", "").startswith("text/html"):
                content = arabic(content.decode("utf-8", "replace")).encode("utf-8", "replace")
                MutableHeaders(scope=start)["content-length"] = str(len(content))
            await send(start)
            await send({"type": "http.response.body", "body": content})

        await self.app(scope, receive, collect)
