"""Who signed in, as far as anybody does."""

from __future__ import annotations

from typing import Any


def signed_in(request: Any) -> str:
    """The name of the user behind `request` (Gradio's, or Starlette's); "" where nobody signs in.

    Whoever guards the page writes it to ``request.state.user``.
    """
    user = getattr(getattr(request, "state", None), "user", None)
    return str(user or getattr(request, "username", None) or "")
