"""Conversations that outlive the page: kept in one SQLite file of the store, found again, exported, judged.

:class:`~assistant.conversations.shelf.Shelf` keeps and finds them, :mod:`~assistant.conversations.record` says what one
is. Nothing here knows how a page draws them.
"""

from __future__ import annotations

from assistant.conversations.record import Conversation, Feedback, Head, Outcome, Summary, Turn
from assistant.conversations.shelf import Shelf, ShelfError

__all__ = ["Conversation", "Feedback", "Head", "Outcome", "Shelf", "ShelfError", "Summary", "Turn"]
