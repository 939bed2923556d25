"""The library: what the archive holds, what is added to it and taken from it."""

from assistant.page.library import wording
from assistant.page.library.room import draw
from assistant.page.rooms import Room

ROOM = Room(
    "library", wording.TITLE, draw, styles=("library/library.css",), scripts=("library/library.js",), needs_store=True
)
