"""A signed-in visit as a signed cookie, and forms that only our own page can send."""

from __future__ import annotations

import secrets
import time
from typing import Any, Final

from itsdangerous import BadData, URLSafeTimedSerializer

from assistant.sign_in.users import Users

COOKIE: Final = "isnad-session"
FORM_COOKIE: Final = "isnad-form"
LASTS: Final = 14 * 24 * 3600
"""Seconds until one signs in again."""
_FORM_LASTS: Final = 3600


class Sessions:
    """The sessions of `users`: a cookie that was not signed with the file's key, is too old, or whose user is gone or
    has a new password since, is none. Signing out ends a session at once, in this process.
    """

    def __init__(self, users: Users) -> None:
        self._users = users
        self._ended: dict[str, float] = {}

    def begin(self, name: str) -> str:
        """The cookie of a new session. Raises UsersError if there is no such user."""
        user = self._users.user(name)
        stamp = user.stamp if user else ""
        return self._signer("session").dumps({"user": name, "stamp": stamp, "id": secrets.token_urlsafe(12)})

    def user(self, cookie: str) -> str | None:
        """Whose session that cookie is, None if it is none. Raises UsersError."""
        held = self._read("session", cookie, LASTS)
        if not isinstance(held, dict) or held.get("id") in self._ended:
            return None
        user = self._users.user(str(held.get("user")))
        return user.name if user and secrets.compare_digest(user.stamp, str(held.get("stamp"))) else None

    def end(self, cookie: str) -> None:
        """End that session, if it is one."""
        held = self._read("session", cookie, LASTS)
        now = time.time()
        self._ended = {id_: until for id_, until in self._ended.items() if until > now}
        if isinstance(held, dict):
            self._ended[str(held.get("id"))] = now + LASTS

    def form(self, visitor: str) -> str:
        """The token of a form for the browser that holds the cookie `visitor`."""
        return self._signer("form").dumps(visitor)

    def sent_from(self, visitor: str, token: str) -> bool:
        """Whether `token` is of a form given, an hour ago at most, to the browser with the cookie `visitor`."""
        held = self._read("form", token, _FORM_LASTS)
        return isinstance(held, str) and bool(visitor) and secrets.compare_digest(held.encode(), visitor.encode())

    def _read(self, purpose: str, signed: str, lasts: int) -> Any:
        try:
            return self._signer(purpose).loads(signed, max_age=lasts)
        except BadData:
            return None

    def _signer(self, purpose: str) -> URLSafeTimedSerializer:
        # The key is read each time: the file may have been made anew.
        key = self._users.key or secrets.token_urlsafe(32)
        return URLSafeTimedSerializer(key, salt=f"isnad {purpose}")
