"""The pages for signing in and out: plain HTML, whole without JavaScript."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from assistant.page.escaping import plain
from assistant.sign_in.wording import Wording

POLICY: Final = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'"
)


def sign_in_page(words: Wording, root: str, after: str, form: str, *, wrong: str = "", name: str = "") -> str:
    """The page that asks for name and password. `root` is the path we are served under, `after` where to go then.

    `form` is the form's token (:meth:`assistant.sign_in.sessions.Sessions.form`); `wrong` says what went wrong before.
    """
    alert = f'<p class="wrong" id="wrong" role="alert">{plain(wrong)}</p>' if wrong else ""
    faulty = ' aria-invalid="true" aria-describedby="wrong"' if wrong else ""
    other = f"{root}/sign-in?lang={words.other_lang}&next={quote(after, safe='/')}"
    # Where the name is known, the password is what to type.
    on_name, on_password = ("", " autofocus") if name else (" autofocus", "")
    body = (
        f'<h1>{plain(words.sign_in)}</h1><p class="lead">{plain(words.lead)}</p>{alert}'
        f'<form method="post" action="{plain(root)}/sign-in">{_hidden(form, after, words)}'
        f'<label for="name">{plain(words.name)}</label><input id="name" name="name" dir="auto" required maxlength="64" '
        f'autocomplete="username" autocapitalize="none" spellcheck="false" value="{plain(name)}"{faulty}{on_name}>'
        f'<label for="password">{plain(words.password)}</label><input id="password" name="password" type="password" '
        f'dir="auto" required maxlength="1024" autocomplete="current-password"{faulty}{on_password}>'
        f'<button type="submit">{plain(words.sign_in)}</button></form>'
        f'<p class="more"><span>{plain(words.no_account)}</span>'
        f'<a href="{plain(other)}" lang="{words.other_lang}" hreflang="{words.other_lang}">{plain(words.other)}</a></p>'
    )
    return _document(words, words.sign_in, body, root)


def sign_out_page(words: Wording, root: str, name: str, form: str) -> str:
    """The page that asks whether to leave: a link alone must not sign anybody out."""
    body = (
        f'<h1>{plain(words.sign_out)}</h1><p class="lead">{plain(words.signed_in_as)} <bdi>{plain(name)}</bdi></p>'
        f'<form method="post" action="{plain(root)}/sign-out">{_hidden(form, "/", words)}'
        f'<button type="submit">{plain(words.sign_out)}</button></form>'
        f'<p class="more"><a href="{plain(root)}/">{plain(words.stay)}</a></p>'
    )
    return _document(words, words.sign_out, body, root)


def notice_page(words: Wording, root: str, said: str) -> str:
    """A page that says why something was not done."""
    body = (
        f'<p class="wrong" role="alert">{plain(said)}</p>'
        f'<p class="more"><a href="{plain(root)}/sign-in?lang={words.lang}">{plain(words.sign_in)}</a></p>'
    )
    return _document(words, words.brand, body, root)


def _hidden(form: str, after: str, words: Wording) -> str:
    fields = {"form": form, "next": after, "lang": words.lang}
    return "".join(f'<input type="hidden" name="{name}" value="{plain(value)}">' for name, value in fields.items())


def _document(words: Wording, title: str, body: str, root: str) -> str:
    base = plain(root)
    brand = words.brand
    return (
        f'<!doctype html><html lang="{words.lang}" dir="{words.dir}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{plain(f'{title} · {brand}')}</title>"
        f'<link rel="icon" href="{base}/page/icon.svg" type="image/svg+xml">'
        f'<link rel="stylesheet" href="{base}/page/page.css"><link rel="stylesheet" href="{base}/sign-in.css"></head>'
        f'<body class="entry"><main><p class="brand">{plain(brand)}</p>{body}</main></body></html>'
    )
