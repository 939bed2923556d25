"""The rooms of the desk: each a page of its own in one application, with what it is drawn from and drawn with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.conversations import Shelf
from assistant.page.desk import AssistantLike
from assistant.page.reader import Reader
from assistant.page.text import Text

if TYPE_CHECKING:
    import gradio as gr
    from fastapi import APIRouter

    from assistant.library.jobs import Jobs
    from index.store import Store

UPLOAD_LIMIT = 1 << 30
"""Bytes of the largest file that is taken from a browser; the command takes any."""


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What the rooms work with: the `assistant` that answers, and the `store` it answers from (None: no such rooms).

    At most `concurrency` questions are answered at once. `private` says that only this machine reaches the page: then
    what the person at it may do, the page may do for them (fetch an address of the local network, for one). `jobs` is
    the queue for what changes the store. `conversations` keeps what is asked; without a file, until the process ends.
    """

    assistant: AssistantLike
    store: Store | None = None
    concurrency: int = 4
    private: bool = True
    jobs: Jobs | None = None
    conversations: Shelf = field(default_factory=Shelf)


Draw = Callable[[Newsroom, Reader, "gr.Blocks"], None]


@dataclass(frozen=True, slots=True)
class Room:
    """One page: `path` is its address (empty: the first page), `title` its name in the navigation.

    `draw(newsroom, reader, page)` puts its parts into the open Blocks, once for each language: `reader` says the
    language, the rest of the reader comes with each event (:func:`reader_of`). `styles` and `scripts` are files of
    assistant/page, loaded in this room only. A room that `needs_store` is left out where there is none. `routes` are
    what its scripts ask for, in both languages.
    """

    path: str
    title: Text
    draw: Draw
    styles: Sequence[str] = ()
    scripts: Sequence[str] = ()
    needs_store: bool = True
    routes: Callable[[Newsroom], APIRouter] | None = None


def rooms(newsroom: Newsroom) -> tuple[Room, ...]:
    """The rooms of this newsroom, in the order of the navigation. A new room is added here, and nowhere else."""
    from assistant.page import chat, explore, library, settings

    every = (chat.ROOM, explore.ROOM, library.ROOM, settings.ROOM)
    return tuple(room for room in every if newsroom.store is not None or not room.needs_store)


def reader_of(request: gr.Request, language: str) -> Reader:
    """The reader behind an event of a page in `language`: their digits and colours are in their cookies."""
    return Reader.of(dict(request.cookies), language)
