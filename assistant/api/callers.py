"""Who asks, and how often they may."""

from __future__ import annotations

import ipaddress
import math
import os
import time
from dataclasses import dataclass
from typing import Final

from limits import parse_many
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import HTTPConnection

from assistant.api.failures import RequestError
from assistant.sign_in.attempts import network

USUAL: Final = "600 per minute"
"""How often one user, or one address, may ask. A single core answers about sixty questions in a second."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever asks: `who` counts as one (empty: without a limit), `base` is where the site stands for them.

    Permalinks begin with `base`; without one they are paths of the site, such as ``/article/ID``.
    """

    who: str = ""
    base: str = ""


NOBODY: Final = Caller()
"""A caller of this process: without a limit, and without an address of the site."""


def caller(connection: HTTPConnection) -> Caller:
    """Who sent a request: the user who signed in, else the address. This machine itself has no limit."""
    scope = connection.scope
    root = str(scope.get("app_root_path", scope.get("root_path", ""))).rstrip("/")
    base = f"{connection.url.scheme}://{connection.url.netloc}{root}"
    if user := scope.get("state", {}).get("user"):
        return Caller(f"user {user}", base)
    address = connection.client.host if connection.client else ""
    return Caller("" if _here(address) else f"address {network(address)}", base)


class Rates:
    """How often a caller may ask: `rate`, such as "600 per minute" or "10/second; 5000/day".

    Raises ValueError if it is none.
    """

    def __init__(self, rate: str = USUAL) -> None:
        try:
            self._items = parse_many(rate)
        except ValueError as error:
            raise ValueError(f"{rate!r} is no rate: write it {USUAL!r} or '10/second; 5000/day'") from error
        self._window = MovingWindowRateLimiter(MemoryStorage())

    @classmethod
    def chosen(cls) -> Rates:
        """What ISNAD_API_RATE says, else the usual. Raises ValueError."""
        try:
            return cls(os.environ.get("ISNAD_API_RATE") or USUAL)
        except ValueError as error:
            raise ValueError(f"ISNAD_API_RATE: {error}") from error

    def count(self, by: Caller) -> None:
        """Count one request. Raises RequestError (429) if it is one too many."""
        for item in self._items if by.who else ():
            if not self._window.hit(item, by.who):
                until = self._window.get_window_stats(item, by.who).reset_time
                wait = max(1, math.ceil(until - time.time()))
                raise RequestError(429, "too_many_requests", f"more than {item}: wait {wait} s", wait=wait)


def _here(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
