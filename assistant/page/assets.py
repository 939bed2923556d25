"""The files the page is drawn with, all from this machine: style, script, icon and the Arabic typeface."""

from __future__ import annotations

from importlib import resources

from fastapi import APIRouter
from fastapi.responses import Response

WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
_FONT_PACKAGE = "fontpkg_ibm_plex_sans_arabic"  # IBM Plex Sans Arabic, under the SIL Open Font License
_TEXT_FILES = {"page.css": "text/css", "chat.css": "text/css", "page.js": "text/javascript"}
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#7a1f2b"/>'
    '<path d="M9 20V9h5v11m4 0V9h5v11M9 24h14" fill="none" stroke="#fbf8f1" stroke-width="2.6"/></svg>'
)

router = APIRouter(prefix="/page", include_in_schema=False)


@router.get("/icon.svg")
def icon() -> Response:
    """The mark in the browser's tab."""
    return Response(_ICON, media_type="image/svg+xml", headers={"Cache-Control": "max-age=86400"})


@router.get("/fonts/{weight}.ttf")
def font(weight: str) -> Response:
    """One weight of the typeface; 404 if its package is not installed, and the browser takes a system font."""
    if weight not in WEIGHTS:
        return Response(status_code=404)
    try:
        data = (resources.files(_FONT_PACKAGE) / "files" / f"IBMPlexSansArabic-{weight}.ttf").read_bytes()
    except (ModuleNotFoundError, FileNotFoundError):
        return Response(status_code=404)
    return Response(data, media_type="font/ttf", headers={"Cache-Control": "max-age=604800"})


@router.get("/{name}")
def text_file(name: str) -> Response:
    """A style sheet or script of this folder."""
    if name not in _TEXT_FILES:
        return Response(status_code=404)
    text = (resources.files(__package__) / name).read_text("utf-8")
    return Response(text, media_type=_TEXT_FILES[name], headers={"Cache-Control": "no-cache"})
