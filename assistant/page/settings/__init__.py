"""The settings: how the page reads, and what stands behind it."""

from assistant.page.rooms import Room
from assistant.page.settings import wording
from assistant.page.settings.room import draw

ROOM = Room("settings", wording.TITLE, draw, styles=("settings/settings.css",), needs_store=False)
