"""What sources are drawn with, on an article's own page and in every room that shows them."""

from __future__ import annotations

from typing import Final

STYLES: Final = ("sources/sources.css",)
SCRIPTS: Final = ("sources/sources.js",)
