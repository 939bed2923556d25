"""All the ways in for programs, added to the application that serves the page."""

from __future__ import annotations

import importlib.util
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from assistant.api.programs import Programs
from assistant.api.web import web


def mount(app: FastAPI, programs: Programs, *, any_host: bool) -> None:
    """Serve ``/api`` and ``/mcp`` from `app`, to be called before whatever takes all other paths.

    `any_host` as in :func:`assistant.api.tools.routes`. Without the package mcp, ``/mcp`` says what is missing.
    """
    app.mount("/api", web(programs))
    if importlib.util.find_spec("mcp") is None:
        app.add_route("/mcp", _without_mcp, methods=["GET", "POST"], include_in_schema=False)
        return
    from assistant.api.tools import routes, server

    tools = server(programs)
    app.router.routes.extend(routes(tools, any_host=any_host))
    before = app.router.lifespan_context

    @asynccontextmanager
    async def serving(app: FastAPI) -> AsyncIterator[Mapping[str, Any]]:
        async with before(app) as state, tools.session_manager.run():
            yield state or {}

    app.router.lifespan_context = serving


async def _without_mcp(request: Request) -> Response:
    message = 'the package mcp is not installed: pip install "isnad[mcp]"'
    return JSONResponse({"error": "not_installed", "message": message}, 501)
