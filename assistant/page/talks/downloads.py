"""``/talk/ID.FORMAT``: a kept conversation as a file, for the reader it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response

from assistant.conversations import Turn
from assistant.conversations.export import FORMATS
from assistant.page.addresses import Address
from assistant.page.reader import LANGUAGES, Reader
from assistant.page.rooms import Newsroom
from assistant.page.talks import wording
from assistant.page.talks.signed_in import signed_in


def turns_of(newsroom: Newsroom) -> Callable[[Request, str], Sequence[Turn]]:
    """What finds the turns of a conversation by its id, for whoever asks; KeyError says that there is none for them."""

    def turns(request: Request, name: str) -> Sequence[Turn]:
        lookup = newsroom.assistant.article
        return newsroom.conversations.conversation(name, lookup, signed_in(request)).turns

    return turns


def router(newsroom: Newsroom) -> APIRouter:
    """The route, under the addresses of each language."""
    routes = APIRouter(include_in_schema=False)

    def download(request: Request, name: str, suffix: str) -> Response:
        address = Address.of(request.scope)
        lookup = newsroom.assistant.article
        try:
            form = FORMATS[suffix]
            talk = newsroom.conversations.conversation(name, lookup, signed_in(request))
        except KeyError:
            missing = Reader(address.language).say(wording.MISSING)
            return Response(missing, status_code=404, media_type="text/plain; charset=utf-8")
        site = str(request.base_url).rstrip("/") + Reader(address.language).prefix
        text = form.write(talk, site, address.language)
        shown = quote(f"{talk.title}.{form.suffix}", safe="")
        return Response(
            text.encode("utf-8", "replace"),
            media_type=form.media,
            headers={
                "Content-Disposition": f"attachment; filename=\"isnad.{form.suffix}\"; filename*=UTF-8''{shown}",
                "Cache-Control": "no-store",
            },
        )

    for language in LANGUAGES:
        routes.get(f"{Reader(language).prefix}/talk/{{name}}.{{suffix}}")(download)
    return routes
