"""The ASGI application: the rooms in both languages, each article's page, and the files they are drawn with.

Arabic has the plain addresses, English those under ``/en``. Each language is an application of Gradio's own, since
Gradio writes the words of a page once, when it is built.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import gradio as gr
from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse
from gradio.components import Navbar
from starlette.concurrency import run_in_threadpool

from assistant.api.gradio_endpoints import add_endpoints
from assistant.api.mounting import mount
from assistant.api.programs import Programs
from assistant.page import assets, choices, security, wording
from assistant.page.addresses import Address
from assistant.page.escaping import plain
from assistant.page.reader import LANGUAGES, Reader
from assistant.page.rooms import UPLOAD_LIMIT, Newsroom, Room, rooms
from assistant.page.shell import Shell
from assistant.page.sources import routes as sources
from assistant.page.talks import downloads
from assistant.sign_in.gate import Gate
from assistant.sign_in.users import Users

FONTS = ["IBM Plex Sans Arabic", "Segoe UI", "Noto Sans Arabic", "Tahoma", "system-ui", "sans-serif"]
_UPLOADS = (3600, 86400)  # seconds: how often uploads that nobody used are looked for, and how old they are then
# Where Gradio's own words are not ours.
_GRADIO_SAYS = {
    "ar": {"upload_text.drop_file": "أسقط الملفات هنا", "upload_text.click_to_upload": "انقر لاختيارها"},
    "en": {"upload_text.drop_file": "Drop files here", "upload_text.click_to_upload": "Click to choose them"},
}
_log = logging.getLogger(__name__)


def application(newsroom: Newsroom, programs: Programs | None = None, users: Users | None = None) -> FastAPI:
    """The whole page over `newsroom` (see :func:`assistant.page.build`)."""
    # No documentation pages: theirs come from another host.
    app = FastAPI(
        title="Isnad", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lambda _: _until_closed(newsroom)
    )
    every = rooms(newsroom)
    app.include_router(assets.router(every))
    app.include_router(choices.router)
    app.include_router(sources.router(newsroom, every, downloads.turns_of(newsroom)))
    app.include_router(downloads.router(newsroom))
    for room in every:
        if room.routes:
            app.include_router(room.routes(newsroom))
    if programs:
        mount(app, programs, any_host=users is not None or not newsroom.private)

    # The last is mounted at the root, which takes all that no other takes.
    for language in reversed(LANGUAGES):
        reader = Reader(language)
        if reader.prefix:
            app.get(reader.prefix, include_in_schema=False)(_with_slash)
        page = blocks(newsroom, every, reader, None if reader.prefix else programs)
        _mount(app, page, reader.prefix or "/", users)
    app.add_middleware(Shell, rooms=every, aside=lambda reader: _held(newsroom, reader))
    if users:
        app.add_middleware(Gate, users=users)
    app.add_middleware(security.SecurityHeaders)
    return app


def _mount(app: FastAPI, page: gr.Blocks, path: str, users: Users | None = None) -> None:
    with warnings.catch_warnings():
        # It says that it does not render on the server, which it was told not to.
        warnings.filterwarnings("ignore", message="SSR mode is not supported")
        gr.mount_gradio_app(
            app,
            page,
            path=path,
            theme=gr.themes.Base(font=FONTS, font_mono=["ui-monospace", "monospace"]),  # plain names load nothing
            footer_links=[],
            run_history=False,
            show_error=False,
            ssr_mode=False,
            mcp_server=False,
            pwa=False,
            app_kwargs={"openapi_url": None},
            enable_monitoring=False,
            max_file_size=UPLOAD_LIMIT,
            i18n=gr.I18n(**_GRADIO_SAYS),
            auth_dependency=_user if users else None,  # events then have it too, as request.username
        )


def _user(request: Request) -> str | None:
    """Who passed the gate."""
    name: str | None = getattr(request.state, "user", None)
    return name


def blocks(newsroom: Newsroom, every: Sequence[Room], reader: Reader, programs: Programs | None = None) -> gr.Blocks:
    """The rooms in the language of `reader`, each a page of one Gradio application; with endpoints for `programs`."""
    page = gr.Blocks(title=wording.PAGE_TITLE, analytics_enabled=False, fill_width=True, delete_cache=_UPLOADS)
    with page:
        if programs:  # before the rooms: the first event of a name has it
            add_endpoints(programs)
        for room in every:
            if room.path:
                # What page.route() does, which wants to stand outside the block: every end of a block makes the whole
                # application once more, a fifth of a second that the start of the server would wait for.
                page.pages.append((room.path, reader.say(room.title), False))
                page.current_page = room.path
            Navbar(visible=False)  # the masthead has the rooms
            room.draw(newsroom, reader, page)
    page.queue(default_concurrency_limit=newsroom.concurrency, max_size=32)
    return page


@asynccontextmanager
async def _until_closed(newsroom: Newsroom) -> AsyncIterator[None]:
    """The life of the server: its jobs end before the store that they work on is closed."""
    yield
    if newsroom.jobs is not None:
        await run_in_threadpool(newsroom.jobs.close)


def _with_slash(request: Request) -> RedirectResponse:
    return RedirectResponse(Address.of(request.scope).here)


def _held(newsroom: Newsroom, reader: Reader) -> str:
    """How many articles there are, for the masthead; the log says why if nobody knows."""
    try:
        size = newsroom.assistant.size()
    except Exception:
        _log.exception("the articles could not be counted")
        return ""
    words = wording.articles(size, reader) if size else reader.say(wording.NO_ARTICLES)
    return f'<span class="count"><bdi>{plain(words)}</bdi></span>'
