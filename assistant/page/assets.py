"""The files the page is drawn with, all from this machine: style, script, icon and the Arabic typeface."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

from fastapi import APIRouter
from fastapi.responses import Response

from assistant.page.rooms import Room
from assistant.page.shell import STYLES

WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
_FONT_PACKAGE = "fontpkg_ibm_plex_sans_arabic"  # IBM Plex Sans Arabic, under the SIL Open Font License
_TYPES = {".css": "text/css", ".js": "text/javascript"}
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#7a1f2b"/>'
    '<path d="M9 20V9h5v11m4 0V9h5v11M9 24h14" fill="none" stroke="#fbf8f1" stroke-width="2.6"/></svg>'
)


def router(rooms: Sequence[Room]) -> APIRouter:
    """The routes under ``/page`` for what every page is drawn with, and for the files that `rooms` name."""
    routes = APIRouter(prefix="/page", include_in_schema=False)
    known = {*STYLES, "page.js", *(name for room in rooms for name in (*room.styles, *room.scripts))}
    routes.get("/icon.svg")(icon)
    routes.get("/fonts/{weight}.ttf")(font)

    @routes.get("/{name:path}")
    def text_file(name: str) -> Response:
        """A style sheet or script."""
        return file(name) if name in known else Response(status_code=404)

    return routes


def icon() -> Response:
    """The mark in the browser's tab."""
    return Response(_ICON, media_type="image/svg+xml", headers={"Cache-Control": "max-age=86400"})


def font(weight: str) -> Response:
    """One weight of the typeface; 404 if its package is not installed, and the browser takes a system font."""
    if weight not in WEIGHTS:
        return Response(status_code=404)
    try:
        data = (resources.files(_FONT_PACKAGE) / "files" / f"IBMPlexSansArabic-{weight}.ttf").read_bytes()
    except (ModuleNotFoundError, FileNotFoundError):
        return Response(status_code=404)
    return Response(data, media_type="font/ttf", headers={"Cache-Control": "max-age=604800"})


def file(name: str) -> Response:
    """The style sheet or script `name` of this folder; a changed one is asked for again."""
    text = resources.files(__package__).joinpath(*name.split("/")).read_text("utf-8")
    suffix = name[name.rindex(".") :]
    return Response(text, media_type=_TYPES[suffix], headers={"Cache-Control": "no-cache"})
