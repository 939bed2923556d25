"""What stands around every page: the skip link, the masthead with its rooms, the switches for language and colours.

It is written into the document before Gradio starts, so it is there at once, works without a script, and is the same
on an article's own page.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from assistant.page import wording
from assistant.page.addresses import Address
from assistant.page.escaping import plain
from assistant.page.reader import LANGUAGES, Reader
from assistant.page.rooms import Room
from assistant.page.wording import frame

# Sun and moon: the browser shows the one whose colours are not in use.
_MOON = '<path d="M20 14.2A8.2 8.2 0 0 1 9.8 4 8.2 8.2 0 1 0 20 14.2Z"/>'
_SUN = (
    '<circle cx="12" cy="12" r="4.2"/><path d="M12 2v3m0 14v3M2 12h3m14 0h3M4.9 4.9 7 7m10 10 2.1 2.1M19.1 4.9 17 7M7 '
    '17l-2.1 2.1"/>'
)


def masthead(reader: Reader, address: Address, rooms: Sequence[Room], aside: str = "") -> str:
    """The head of the page at `address`; `aside` is a word of its own, as HTML, at the end of its line."""
    home = f"{address.root}{reader.prefix}/"
    links = "".join(_link(room, reader, address) for room in rooms)
    return (
        f'<a class="skip" href="{plain(address.here)}#room">{plain(reader.say(frame.SKIP))}</a>'
        f'<header class="masthead"><a class="brand" href="{home}" aria-label="{plain(reader.say(frame.HOME))}">'
        f"{plain(reader.say(wording.NAME))}</a>"
        f'<nav aria-label="{plain(reader.say(frame.ROOMS))}"><ul>{links}</ul></nav>'
        f"{aside}{_switches(reader, address)}</header>"
    )


def _link(room: Room, reader: Reader, address: Address) -> str:
    here = ' aria-current="page"' if address.path.strip("/") == room.path else ""
    href = f"{address.root}{reader.prefix}/{room.path}"
    return f'<li><a href="{href}"{here}>{plain(reader.say(room.title))}</a></li>'


def _switches(reader: Reader, address: Address) -> str:
    other = next(language for language in LANGUAGES if language != reader.language)
    turn = "rtl" if other == "ar" else "ltr"
    language = (
        f'<a class="language" lang="{other}" dir="{turn}" hreflang="{other}" rel="nofollow" data-language="{other}" '
        f'href="{plain(choosing(address, to=address.within(other), language=other))}">'
        f"{plain(reader.say(frame.OTHER_LANGUAGE))}</a>"
    )
    themes = "".join(
        f'<a class="theme to-{theme}" data-theme="{theme}" title="{plain(reader.say(label))}" '
        f'href="{plain(choosing(address, theme=theme))}" rel="nofollow">'
        f'<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" '
        f'stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">{drawing}</svg>'
        f'<span class="sr">{plain(reader.say(label))}</span></a>'
        for theme, label, drawing in (("dark", frame.TO_DARK, _MOON), ("light", frame.TO_LIGHT, _SUN))
    )
    return f'<div class="switches">{language}{themes}</div>'


def choosing(address: Address, to: str = "", **chosen: str) -> str:
    """The link that keeps a choice (see :mod:`assistant.page.choices`) and goes on to `to`, by default `address`."""
    return f"{address.root}/choose?{urlencode({**chosen, 'to': to or address.here}, quote_via=quote)}"
