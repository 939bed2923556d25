"""The pages for signing in and out: plain HTML, whole without JavaScript."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from assistant.page import wording as page_wording
from assistant.page.addresses import Address
from assistant.page.escaping import plain
from assistant.page.frame import choosing
from assistant.page.reader import LANGUAGES, Reader
from assistant.page.shell import STYLES, attributes, title
from assistant.page.text import Text
from assistant.page.wording import frame
from assistant.sign_in import wording

POLICY: Final = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'"
)
DRAWN_WITH: Final = STYLES[:2]
"""Style sheets under ``/page`` that these pages share with all others: colours, and type."""


def sign_in_page(reader: Reader, root: str, after: str, form: str, *, wrong: str = "", name: str = "") -> str:
    """The page that asks for name and password. `root` is the path we are served under, `after` where to go then.

    `form` is the form's token (:meth:`assistant.sign_in.sessions.Sessions.form`); `wrong` says what went wrong before.
    """
    alert = f'<p class="wrong" id="wrong" role="alert">{plain(wrong)}</p>' if wrong else ""
    faulty = ' aria-invalid="true" aria-describedby="wrong"' if wrong else ""
    # Where the name is known, the password is what to type.
    on_name, on_password = ("", " autofocus") if name else (" autofocus", "")
    other = next(language for language in LANGUAGES if language != reader.language)
    here = f"{root}/sign-in" + (f"?{urlencode({'next': after})}" if after != "/" else "")
    switch = choosing(Address(root, reader.language, "/sign-in"), to=here, language=other)
    body = (
        f'<h1>{_say(reader, wording.SIGN_IN)}</h1><p class="lead">{_say(reader, wording.LEAD)}</p>{alert}'
        f'<form method="post" action="{plain(root)}/sign-in">{_hidden(form, after)}'
        f'<label for="name">{_say(reader, wording.USER_NAME)}</label>'
        '<input id="name" name="name" dir="auto" required maxlength="64" autocomplete="username" autocapitalize="none" '
        f'spellcheck="false" value="{plain(name)}"{faulty}{on_name}>'
        f'<label for="password">{_say(reader, wording.PASSWORD)}</label>'
        '<input id="password" name="password" type="password" dir="auto" required maxlength="1024" '
        f'autocomplete="current-password"{faulty}{on_password}>'
        f'<button type="submit">{_say(reader, wording.SIGN_IN)}</button></form>'
        f'<p class="more"><span>{_say(reader, wording.NO_ACCOUNT)}</span>'
        f'<a href="{plain(switch)}" lang="{other}" hreflang="{other}" rel="nofollow">'
        f"{_say(reader, frame.OTHER_LANGUAGE)}</a></p>"
    )
    return _document(reader, wording.SIGN_IN, body, root)


def sign_out_page(reader: Reader, root: str, name: str, form: str) -> str:
    """The page that asks whether to leave: a link alone must not sign anybody out."""
    body = (
        f"<h1>{_say(reader, wording.SIGN_OUT)}</h1>"
        f'<p class="lead">{_say(reader, wording.SIGNED_IN_AS)} <bdi>{plain(name)}</bdi></p>'
        f'<form method="post" action="{plain(root)}/sign-out">{_hidden(form, "/")}'
        f'<button type="submit">{_say(reader, wording.SIGN_OUT)}</button></form>'
        f'<p class="more"><a href="{plain(root)}/">{_say(reader, wording.STAY)}</a></p>'
    )
    return _document(reader, wording.SIGN_OUT, body, root)


def notice_page(reader: Reader, root: str, said: Text) -> str:
    """A page that says why something was not done."""
    body = (
        f'<p class="wrong" role="alert">{_say(reader, said)}</p>'
        f'<p class="more"><a href="{plain(root)}/sign-in">{_say(reader, wording.SIGN_IN)}</a></p>'
    )
    return _document(reader, wording.SIGN_IN, body, root)


def _say(reader: Reader, text: Text) -> str:
    return plain(reader.say(text))


def _hidden(form: str, after: str) -> str:
    fields = {"form": form, "next": after}
    return "".join(f'<input type="hidden" name="{name}" value="{plain(value)}">' for name, value in fields.items())


def _document(reader: Reader, name: Text, body: str, root: str) -> str:
    base = plain(root)
    sheets = "".join(f'<link rel="stylesheet" href="{base}/page/{sheet}">' for sheet in DRAWN_WITH)
    return (
        f'<!doctype html><html {attributes(reader)}><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{plain(title(reader, reader.say(name)))}</title>"
        f'<link rel="icon" href="{base}/page/icon.svg" type="image/svg+xml">'
        f'{sheets}<link rel="stylesheet" href="{base}/sign-in.css"></head>'
        f'<body class="entry"><main><p class="brand">{_say(reader, page_wording.NAME)}</p>{body}</main></body></html>'
    )
