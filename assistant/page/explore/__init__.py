"""The explore room: facets beside the statements, and views that lead to them."""

from assistant.page.explore import wording
from assistant.page.explore.room import draw
from assistant.page.explore.routes import routes
from assistant.page.rooms import Room

ROOM = Room(
    "explore", wording.TITLE, draw, styles=("explore/explore.css",), scripts=("explore/explore.js",), routes=routes
)
