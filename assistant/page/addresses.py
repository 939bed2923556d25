"""Which document an address asks for: its language, and the path within that language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from assistant.page.reader import LANGUAGES


@dataclass(frozen=True, slots=True)
class Address:
    """Where a request goes: `root` is what a proxy put before the path, `path` begins with a slash, `query` is raw."""

    root: str
    language: str
    path: str
    query: str = ""

    @classmethod
    def of(cls, scope: Mapping[str, Any]) -> Address:
        """The address of an ASGI request."""
        root = str(scope.get("root_path", "")).rstrip("/")
        path = str(scope["path"]).removeprefix(root) or "/"
        language = "ar"
        for other in LANGUAGES[1:]:
            if path == f"/{other}" or path.startswith(f"/{other}/"):
                language, path = other, path[len(other) + 1 :] or "/"
                break
        return cls(root, language, path, bytes(scope.get("query_string", b"")).decode("latin-1"))

    def within(self, language: str) -> str:
        """The same page in another language, as a path from the host on."""
        prefix = "" if language == LANGUAGES[0] else f"/{language}"
        path = quote(self.path, safe="/:@!$&'()*+,;=~")
        return f"{self.root}{prefix}{path}{'?' + self.query if self.query else ''}"

    @property
    def here(self) -> str:
        """This page, as a path from the host on."""
        return self.within(self.language)
