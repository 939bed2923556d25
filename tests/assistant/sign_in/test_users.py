from __future__ import annotations

import logging
import os
import stat
import unicodedata
from pathlib import Path

import pytest

from assistant.sign_in.users import LEAST, Users, UsersError, users_path

PASSWORD = "الميناء لا يغلق قبل العاصفة"


def test_a_password_is_right_or_not(users: Users) -> None:
    assert users.check("سلمى", PASSWORD)
    assert not users.check("سلمى", PASSWORD + "ا")
    assert not users.check("سلمى", "")
    assert not users.check("ليلى", PASSWORD)


def test_one_password_typed_on_two_keyboards(users: Users) -> None:
    users.add("José", "un café à la crème, s'il vous plaît")
    decomposed = unicodedata.normalize("NFD", "un café à la crème, s'il vous plaît")
    assert users.check(unicodedata.normalize("NFD", " JOSÉ "), decomposed)


def test_the_file_keeps_neither_passwords_nor_tokens(users: Users) -> None:
    token = users.new_token("سلمى", "دفتر")
    written = users.path.read_text("utf-8")
    assert PASSWORD not in written and token not in written and token.rsplit("_")[-1] not in written
    assert "$argon2id$" in written and "دفتر" in written


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_the_file_is_its_owners_alone(users: Users) -> None:
    users.new_token("سلمى")
    assert stat.S_IMODE(users.path.stat().st_mode) == 0o600


def test_a_token_names_its_owner_until_it_is_revoked(users: Users) -> None:
    users.add("نبيل", "كلمة طويلة لا يعرفها أحد")
    first, second = users.new_token("سلمى"), users.new_token("نبيل")
    assert (users.owner(first), users.owner(second)) == ("سلمى", "نبيل")
    assert users.owner(first[:-1]) is None and users.owner("") is None
    (held,) = users.user("سلمى").tokens  # type: ignore[union-attr]
    assert users.revoke(held.id) == "سلمى"
    assert users.owner(first) is None and users.owner(second) == "نبيل"
    with pytest.raises(UsersError, match="isnad user list"):
        users.revoke(held.id)


def test_who_is_removed_enters_no_more(users: Users) -> None:
    token = users.new_token("سلمى")
    users.remove("سلمى")
    assert users.owner(token) is None and not users.check("سلمى", PASSWORD) and users.names() == []
    with pytest.raises(UsersError, match="there is no user 'سلمى'"):
        users.remove("سلمى")


def test_a_new_password_keeps_the_tokens(users: Users) -> None:
    token, stamp = users.new_token("سلمى"), users.user("سلمى").stamp  # type: ignore[union-attr]
    assert not users.add("سلمى", "كلمة أخرى أطول من الأولى")
    assert users.owner(token) == "سلمى" and not users.check("سلمى", PASSWORD)
    assert users.user("سلمى").stamp != stamp  # type: ignore[union-attr]


@pytest.mark.parametrize("password", ["", "قصيرة", "x" * (LEAST - 1), "x" * 1025])
def test_a_password_that_will_not_do_changes_nothing(users: Users, password: str) -> None:
    with pytest.raises(UsersError, match="a password has 15 to 1,024 characters"):
        users.add("سلمى", password)
    assert users.check("سلمى", PASSWORD)


@pytest.mark.parametrize("name", ["", "  ", "a" * 65, "a\x00b", "<b>", "../x", "\u202eسلمى"])
def test_a_name_that_will_not_do(users: Users, name: str) -> None:
    with pytest.raises(UsersError, match="will not do as a user's name"):
        users.add(name, PASSWORD)


def test_what_another_process_wrote_is_seen(users: Users) -> None:
    served = Users(users.path)
    assert served.names() == ["سلمى"]
    users.add("نبيل", "كلمة طويلة لا يعرفها أحد")
    assert served.names() == ["سلمى", "نبيل"]
    users.path.unlink()
    assert served.names() == []


def test_no_file_has_no_users(tmp_path: Path) -> None:
    users = Users(tmp_path / "none.toml")
    assert users.names() == [] and not users.check("سلمى", PASSWORD) and users.owner("isnad_x") is None


@pytest.mark.parametrize("text", ["key = ", "[users]\n", 'key = "short"\n', 'key = "' + "k" * 40 + '"\nusers = 3\n'])
def test_a_damaged_file_is_an_error_that_names_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "users.toml"
    path.write_text(text)
    with pytest.raises(UsersError, match=r"users\.toml is no file of users"):
        Users(path).names()
    assert path.read_text() == text


def test_a_file_damaged_while_it_is_used_keeps_who_could_enter(users: Users, caplog: pytest.LogCaptureFixture) -> None:
    assert users.names() == ["سلمى"]
    users.path.write_text("key = ")
    with caplog.at_level(logging.ERROR):
        assert users.names() == ["سلمى"]
    assert "damaged" in caplog.text


def test_where_the_file_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ISNAD_USERS", raising=False)
    assert users_path(tmp_path) == tmp_path / "users.toml"
    monkeypatch.setenv("ISNAD_USERS", str(tmp_path / "team.toml"))
    assert users_path(tmp_path / "store") == tmp_path / "team.toml"
