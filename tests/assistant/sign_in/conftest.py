from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import argon2
import pytest

from assistant.sign_in.users import Users

PASSWORD = "الميناء لا يغلق قبل العاصفة"


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 with the least of memory and time: what is tried here is not how dear a guess is."""
    whole: Callable[..., Any] = argon2.PasswordHasher
    monkeypatch.setattr("argon2.PasswordHasher", lambda: whole(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def users(tmp_path: Path) -> Users:
    """A file with one user, سلمى."""
    users = Users(tmp_path / "users.toml")
    users.add("سلمى", PASSWORD)
    return users
