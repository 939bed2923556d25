from __future__ import annotations

import time
from pathlib import Path

import pytest

from assistant.sign_in.sessions import LASTS, Sessions
from assistant.sign_in.users import Users


def test_a_session_knows_its_user(users: Users) -> None:
    sessions = Sessions(users)
    cookie = sessions.begin("سلمى")
    assert sessions.user(cookie) == "سلمى" == Sessions(Users(users.path)).user(cookie)  # after a restart too
    assert cookie.isascii() and len(cookie) < 400


def test_a_cookie_that_was_tampered_with_is_none(users: Users) -> None:
    sessions = Sessions(users)
    cookie = sessions.begin("سلمى")
    head, rest = cookie.split(".", 1)
    for forged in ("", "x", head, f"{head[:-2]}AA.{rest}", cookie[:-1], sessions.form("سلمى")):
        assert sessions.user(forged) is None


def test_a_session_of_another_file_is_none(users: Users, tmp_path: Path) -> None:
    other = Users(tmp_path / "other.toml")
    other.add("سلمى", "كلمة طويلة لا يعرفها أحد")
    assert Sessions(users).user(Sessions(other).begin("سلمى")) is None
    assert Sessions(Users(tmp_path / "none.toml")).user(Sessions(users).begin("سلمى")) is None


def test_a_session_ends(users: Users, monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = Sessions(users)
    first, second, third = (sessions.begin("سلمى") for _ in range(3))
    sessions.end(first)
    assert sessions.user(first) is None and sessions.user(second) == "سلمى"
    later = time.time() + LASTS + 2
    with monkeypatch.context() as patched:
        patched.setattr(time, "time", lambda: later)
        assert sessions.user(second) is None
    users.add("سلمى", "كلمة أخرى أطول من الأولى")  # a new password ends those of the old one
    assert sessions.user(third) is None
    fresh = sessions.begin("سلمى")
    users.remove("سلمى")
    assert sessions.user(fresh) is None


def test_a_form_belongs_to_one_browser(users: Users) -> None:
    sessions = Sessions(users)
    form = sessions.form("متصفح")
    assert sessions.sent_from("متصفح", form)
    assert not sessions.sent_from("آخر", form)
    assert not sessions.sent_from("", sessions.form(""))
    assert not sessions.sent_from("سلمى", sessions.begin("سلمى"))
