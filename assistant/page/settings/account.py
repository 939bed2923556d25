"""Who is signed in, and the way out."""

from __future__ import annotations

from assistant.page.addresses import Address
from assistant.page.escaping import plain
from assistant.page.reader import Reader
from assistant.sign_in import wording


def account(name: str | None, reader: Reader, address: Address) -> str:
    """The section as HTML for the user `name`; nothing where nobody signs in. `address` is that of the settings."""
    if not name:
        return ""
    heading, who = plain(reader.say(wording.ACCOUNT)), plain(reader.say(wording.SIGNED_IN_AS))
    return (
        f'<section class="settings" aria-labelledby="account-name"><h2 id="account-name">{heading}</h2>'
        f'<div class="choice"><h3>{who} <bdi>{plain(name)}</bdi></h3><ul><li>'
        f'<a href="{plain(address.root)}/sign-out">{plain(reader.say(wording.SIGN_OUT))}</a></li></ul></div></section>'
    )
