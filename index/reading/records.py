"""What stands between a file's format and an article: a record of named values, and the words for what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class Unreadable(Exception):  # noqa: N818 - it says what the source is
    """A whole source cannot be read; the message says why in words a person can act on."""


@dataclass(frozen=True, slots=True)
class Record:
    """Named values as one format gave them, not yet an article.

    `ours` marks values that a reader of this package named itself (a text file has no field names): the user's own
    field mapping is not for them.
    """

    place: str
    values: Mapping[str, object]
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know about an article that was read all the same (its date is unreadable, say).

    `place` is written as in a :class:`~index.vocabulary.Rejection`.
    """

    place: str
    words: str
