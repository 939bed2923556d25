"""How the reader wants the page: three choices as links, which work without a script."""

from __future__ import annotations

from assistant.page.addresses import Address
from assistant.page.escaping import plain
from assistant.page.frame import choosing
from assistant.page.reader import Reader
from assistant.page.settings import wording


def reading(reader: Reader, address: Address) -> str:
    """The section as HTML; `address` is that of the settings, to come back to."""
    languages = [
        _choice(name, choosing(address, to=address.within(code), language=code), reader.language == code, code)
        for code, name in wording.LANGUAGES.items()
    ]
    digits = [
        _choice(name, choosing(address, digits=kind), reader.digits == kind)
        for kind, name in wording.DIGIT_CHOICES.items()
    ]
    themes = [
        _choice(reader.say(name), choosing(address, theme=kind), reader.theme == kind)
        for kind, name in wording.THEMES.items()
    ]
    heading = plain(reader.say(wording.READING))
    return (
        f'<section class="settings" aria-labelledby="reading"><h2 id="reading">{heading}</h2>'
        f"{_group(reader.say(wording.LANGUAGE), languages)}"
        f"{_group(reader.say(wording.DIGITS), digits, reader.say(wording.DIGITS_MORE))}"
        f"{_group(reader.say(wording.THEME), themes)}</section>"
    )


def _group(label: str, choices: list[str], more: str = "") -> str:
    hint = f'<p class="hint">{plain(more)}</p>' if more else ""
    return f'<div class="choice"><h3>{plain(label)}</h3><ul>{"".join(choices)}</ul>{hint}</div>'


def _choice(name: str, href: str, chosen: bool, language: str = "") -> str:
    state = ' aria-current="true"' if chosen else ""
    lang = f' lang="{language}"' if language else ""
    return f'<li><a href="{plain(href)}"{state}{lang} rel="nofollow"><bdi>{plain(name)}</bdi></a></li>'
