from __future__ import annotations

from lxml import html

from assistant.page.explore import ROOM
from assistant.page.explore.room import frame
from assistant.page.reader import Reader


def test_the_frame_has_a_search_and_a_place_for_every_part() -> None:
    for language in ("ar", "en"):
        page = html.fromstring(frame(Reader(language)))
        assert {part.get("data-part") for part in page.cssselect("[data-part]")} == {"facets", "head", "main"}
        assert {field.get("name") for field in page.cssselect("form.search input")} == {
            "about",
            "match",
            "since",
            "until",
        }
        assert all(
            field.get("aria-label") or field.getparent().tag == "label" for field in page.cssselect("form.search input")
        )


def test_the_room_needs_a_store_and_brings_its_files() -> None:
    assert ROOM.needs_store and ROOM.path == "explore" and ROOM.routes is not None
    assert (ROOM.styles, ROOM.scripts) == (("explore/explore.css",), ("explore/explore.js",))
