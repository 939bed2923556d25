"""``/choose``: keeps what the reader chooses (language, digits, colours) in a cookie, and goes back."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

from assistant.page.reader import DIGITS, LANGUAGES, THEMES

router = APIRouter(include_in_schema=False)
_YEAR = 365 * 24 * 3600
_KNOWN = {"language": LANGUAGES, "digits": DIGITS, "theme": THEMES}


@router.get("/choose")
def choose(request: Request, to: str = "/") -> RedirectResponse:
    """Set the cookies for those parameters that name a known choice, and go to `to`, a path of this host only."""
    root = str(request.scope.get("root_path", "")).rstrip("/")
    answer = RedirectResponse(to if own_path(to) else f"{root}/", status_code=303)
    answer.headers["Cache-Control"] = "no-store"
    for name, known in _KNOWN.items():
        if (value := request.query_params.get(name)) in known:
            # Scripts set it as well (the switch for colours answers at once), hence not HttpOnly: it is no secret.
            answer.set_cookie(name, str(value), max_age=_YEAR, path="/", samesite="lax")
    return answer


def own_path(address: str) -> bool:
    """Whether `address` stays on this host: browsers take ``//host`` and ``/\\host`` for other ones."""
    return address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
