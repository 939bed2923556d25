from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index.reading import Notice, read
from index.vocabulary import Article, Rejection

Read = Callable[..., list[Article | Rejection]]


@pytest.fixture
def read_file(tmp_path: Path) -> Read:
    """Writes bytes (or text, as UTF-8) to a file of the given name and reads it."""

    def run(name: str, data: bytes | str, **options: object) -> list[Article | Rejection]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        found = list(read([path], **options))  # type: ignore[arg-type]
        folder = f"{tmp_path}/"
        return [Rejection(i.place.replace(folder, ""), i.reason) if isinstance(i, Rejection) else i for i in found]

    return run


__all__ = ["Notice", "Read"]
