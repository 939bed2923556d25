"""Text of others made harmless before it enters a page.

An article, a title, a question or a model's answer may hold HTML, Markdown, a ``javascript:`` link or the ``${...}``
of a template. It is shown as it stands and never obeyed.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from assistant.sources.address import article_path

__all__ = ["article_path", "direction", "plain", "web_address"]

# Written as character references, these neither open Markdown nor a template, and read the same on the page.
_ACTIVE = {ord(character): f"&#{ord(character)};" for character in "`*_{}[]()~$\\|!:"}
# A lone surrogate cannot be sent as UTF-8, and a NUL ends a document; both stand for one damaged character.
_DAMAGED = re.compile(r"[\x00\ud800-\udfff]")
_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def plain(text: str) -> str:
    """`text` as HTML that shows exactly its characters, safe in an element, an attribute, Markdown or a template."""
    return html.escape(_DAMAGED.sub("\ufffd", text)).translate(_ACTIVE)


def direction(text: str) -> str:
    """``ltr`` for a text in Latin letters only, else ``rtl``: an Arabic sentence may well open with "BBC"."""
    return "ltr" if _LATIN.search(text) and not _ARABIC.search(text) else "rtl"


def web_address(url: str) -> str:
    """`url` if a reader may safely follow it (http or https, with a host), else an empty string."""
    try:
        parts = urlsplit(url)
        safe = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        safe = False
    return _DAMAGED.sub("\ufffd", url).strip() if safe else ""
