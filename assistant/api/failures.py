"""Why a program gets no result: one kind of error for every way in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any


class RequestError(Exception):
    """No result, and why: an HTTP `status`, a word to test (`error`) and a sentence. `wait`: seconds, to try again."""

    def __init__(self, status: int, error: str, message: str, *, wait: int = 0) -> None:
        super().__init__(message)
        self.status, self.error, self.message, self.wait = status, error, message, wait


def bad(message: str) -> RequestError:
    """A request that cannot be carried out as it stands."""
    return RequestError(422, "bad_request", message)


def said(errors: Iterable[Any]) -> str:
    """What pydantic found wrong, as one sentence: each field, and its fault; never what was sent.

    >>> said([{"loc": ("body", "limit"), "msg": "Input should be less than or equal to 200"}])
    'limit: Input should be less than or equal to 200'
    """
    return "; ".join(filter(None, (_one(error.get("loc", ()), str(error.get("msg", ""))) for error in errors)))


def _one(place: Sequence[Any], message: str) -> str:
    where = ".".join(str(part) for part in place if part not in ("body", "query", "path"))
    message = message.removeprefix("Value error, ")
    return f"{where}: {message}" if where else message
