"""Slowing down whoever guesses passwords: so many failures from one address, or for one name, and they wait."""

from __future__ import annotations

import ipaddress
import math
import time
from typing import Final

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

# A reader who mistypes has room; a list of common passwords has none. A name allows more than an address, so that a
# stranger cannot keep its owner out with a handful of tries.
_BY_ADDRESS: Final = parse("8 per 5 minutes")
_BY_NAME: Final = parse("40 per 15 minutes")


class Attempts:
    """The failures of late, of this process."""

    def __init__(self) -> None:
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def wait(self, address: str, name: str = "") -> int:
        """Seconds until another try from `address` (for `name`) is looked at; 0: now."""
        waits = [self._left(item, *key) for item, key in _keys(address, name) if not self._window.test(item, *key)]
        return max(waits, default=0)

    def failed(self, address: str, name: str = "") -> None:
        """Note a failure."""
        for item, key in _keys(address, name):
            self._window.hit(item, *key)

    def _left(self, item: RateLimitItem, *key: str) -> int:
        until = self._window.get_window_stats(item, *key).reset_time
        return max(1, math.ceil(until - time.time()))


def _keys(address: str, name: str) -> list[tuple[RateLimitItem, tuple[str, str]]]:
    keys = [(_BY_ADDRESS, ("address", network(address)))]
    return [*keys, (_BY_NAME, ("name", name.strip().lower()[:64]))] if name.strip() else keys


def network(address: str) -> str:
    """`address`, or of IPv6 its network: one visitor has 2**64 addresses there.

    >>> network("192.0.2.7"), network("2001:db8::1"), network("")
    ('192.0.2.7', '2001:db8::/64', 'unknown')
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address or "unknown"
    return str(ipaddress.ip_network(f"{parsed}/64", strict=False)) if parsed.version == 6 else str(parsed)
