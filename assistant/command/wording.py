"""Numbers in words for people: how many of what, how large, how long."""

from __future__ import annotations

from index.counted import count

__all__ = ["count", "duration", "size"]


def size(number: int) -> str:
    """`number` bytes in the unit that reads best.

    >>> size(900), size(1_500_000)
    ('900 bytes', '1.5 MB')
    """
    if number < 1000:
        return count(number, "byte")
    value = float(number)
    for unit in ("KB", "MB", "GB", "TB"):
        value /= 1000
        if value < 999.95 or unit == "TB":
            break
    return f"{value:.1f} {unit}"


def duration(seconds: float) -> str:
    """`seconds` as people say it.

    >>> duration(0.84), duration(125), duration(7300)
    ('0.8 s', '2 min 5 s', '2 h 2 min')
    """
    if seconds < 60:
        return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
