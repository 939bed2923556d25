"""The ASGI application: the chat at ``/``, each article at ``/article/{id}``, and the files they are drawn with."""

from __future__ import annotations

import logging

import gradio as gr
from fastapi import FastAPI, Request
from fastapi.responses import Response

from assistant.page import assets, security
from assistant.page.article import article_page, cited_span, failed_page, missing_page
from assistant.page.chat import blocks, theme
from assistant.page.desk import AssistantLike
from assistant.page.shell import ArabicShell

_log = logging.getLogger(__name__)


def application(assistant: AssistantLike, *, concurrency: int = 4) -> FastAPI:
    """The whole page over `assistant` (see :func:`assistant.page.build`)."""
    # No documentation pages: theirs come from another host.
    app = FastAPI(title="Isnad", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(assets.router)

    @app.get("/article/{article_id:path}")
    def article(request: Request, article_id: str, start: str | None = None, end: str | None = None) -> Response:
        root = str(request.scope.get("root_path", "")).rstrip("/")
        try:
            found = assistant.article(article_id)
            status = 200 if found else 404
            document = article_page(found, cited_span(found.text, start, end), root) if found else missing_page(root)
        except Exception:
            _log.exception("article %r could not be shown", article_id)
            status, document = 500, failed_page(root)
        return Response(
            document.encode("utf-8"),
            status_code=status,
            media_type="text/html; charset=utf-8",
            headers={"Content-Security-Policy": security.ARTICLE_POLICY},
        )

    gr.mount_gradio_app(
        app,
        blocks(assistant, concurrency=concurrency),
        path="/",
        theme=theme(),
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
        app_kwargs={"openapi_url": None},
        enable_monitoring=False,
    )
    app.add_middleware(ArabicShell)
    app.add_middleware(security.SecurityHeaders)
    return app
