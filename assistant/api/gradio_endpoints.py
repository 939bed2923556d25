"""The same as named endpoints of Gradio, for ``gradio_client``: /ask, /search_statements, /get_article."""

from __future__ import annotations

from typing import Any

import gradio as gr
from gradio.events import api
from pydantic import BaseModel, ValidationError

from assistant.api.callers import NOBODY, Caller, caller
from assistant.api.failures import RequestError, said
from assistant.api.models import Question, StatementQuery
from assistant.api.programs import Programs


def add_endpoints(programs: Programs) -> None:
    """Add them to the Blocks whose context this is called in."""

    async def ask(
        question: str,
        history: list[str] = [],  # noqa: B006  # Gradio documents the default; it is not changed
        sources: list[str] = [],  # noqa: B006
        since: str | None = None,
        until: str | None = None,
        request: gr.Request = None,  # type: ignore[assignment]  # Gradio gives it
    ) -> dict[str, Any]:
        given = _given(question=question, history=history, sources=sources, since=since, until=until)
        try:
            return _plain(await programs.ask(Question(**given), _caller(request)))
        except (RequestError, ValidationError) as failure:
            raise _error(failure) from failure

    async def search_statements(
        about: str = "",
        speakers: list[str] = [],  # noqa: B006
        stances: list[str] = [],  # noqa: B006
        places: list[str] = [],  # noqa: B006
        sources: list[str] = [],  # noqa: B006
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
        request: gr.Request = None,  # type: ignore[assignment]
    ) -> dict[str, Any]:
        given = _given(
            about=about,
            speakers=speakers,
            stances=stances,
            places=places,
            sources=sources,
            since=since,
            until=until,
            limit=limit,
        )
        try:
            return _plain(await programs.statements(StatementQuery(**given), _caller(request)))
        except (RequestError, ValidationError) as failure:
            raise _error(failure) from failure

    async def get_article(
        article_id: str,
        start: int = 0,
        end: int | None = None,
        request: gr.Request = None,  # type: ignore[assignment]
    ) -> dict[str, Any]:
        try:
            return _plain(await programs.article(article_id, start, end, _caller(request)))
        except RequestError as failure:
            raise _error(failure) from failure

    api(ask, api_name="ask", api_description="Answer a question from the articles, with verbatim citations.")
    api(
        search_statements,
        api_name="search_statements",
        api_description="Find reported statements: who said what, where and when.",
    )
    api(get_article, api_name="get_article", api_description="One article, or the characters [start, end) of it.")


def _given(**fields: Any) -> dict[str, Any]:
    """The fields with a value: what a client leaves out may come as None."""
    return {name: value for name, value in fields.items() if value is not None}


def _caller(request: gr.Request | None) -> Caller:
    return caller(request.request) if request and request.request else NOBODY


def _plain(reply: BaseModel) -> dict[str, Any]:
    return reply.model_dump(mode="json")


def _error(failure: RequestError | ValidationError) -> gr.Error:
    message = failure.message if isinstance(failure, RequestError) else said(failure.errors())
    return gr.Error(message, print_exception=False)
