from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from assistant.sign_in.users import Users

Run = Callable[..., Result]
PASSWORD = "الميناء لا يغلق قبل العاصفة"


def _added(run: Run, name: str = "salma") -> None:
    assert run("user", "add", name, input=f"{PASSWORD}\n{PASSWORD}\n").exit_code == 0


def test_a_user_is_added_with_a_password_that_is_not_shown(run: Run, store_path: Path) -> None:
    result = run("user", "add", "salma", input=f"{PASSWORD}\n{PASSWORD}\n")
    assert (result.exit_code, result.stdout) == (0, "added salma\n") and PASSWORD not in result.output
    assert Users(store_path / "users.toml").check("salma", PASSWORD)
    again = run("user", "add", "salma", "--stdin", input="كلمة أخرى أطول من الأولى\n")
    assert "salma has a new password" in again.stdout
    assert Users(store_path / "users.toml").check("salma", "كلمة أخرى أطول من الأولى")


def test_a_password_that_will_not_do_is_told(run: Run, store_path: Path) -> None:
    result = run("user", "add", "salma", "--stdin", input="قصيرة\n")
    assert result.exit_code == 1 and "a password has 15 to 1,024 characters" in result.stderr
    assert not (store_path / "users.toml").exists()


def test_a_token_is_shown_once_and_listed_by_its_id(run: Run, store_path: Path) -> None:
    _added(run)
    made = run("user", "token", "salma", "--for", "the morning report")
    token = made.stdout.strip()
    assert Users(store_path / "users.toml").owner(token) == "salma" and "not shown again" in made.stderr
    listed = run("user", "list").stdout
    id_ = token.split("_")[1]
    assert "salma\tsince 20" in listed and "1 token" in listed
    assert f"  {id_}\tmade 20" in listed and "the morning report" in listed and token not in listed
    assert run("user", "revoke", id_).stdout == f"revoked {id_} of salma\n"
    assert Users(store_path / "users.toml").owner(token) is None


def test_a_user_is_removed(run: Run) -> None:
    _added(run)
    assert run("user", "remove", "salma").stdout == "removed salma\n"
    listed = run("user", "list")
    assert listed.stdout == "" and "isnad user add NAME" in listed.stderr


@pytest.mark.parametrize("words", [("token", "nobody"), ("remove", "nobody"), ("revoke", "00000000")])
def test_what_is_not_there_is_told(run: Run, words: tuple[str, ...]) -> None:
    _added(run)
    result = run("user", *words)
    assert result.exit_code == 1 and words[-1] in result.stderr and "Traceback" not in result.output


def test_the_file_may_stand_elsewhere(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISNAD_USERS", str(tmp_path / "team" / "users.toml"))
    _added(run)
    assert Users(tmp_path / "team" / "users.toml").names() == ["salma"]


def test_the_commands_of_the_documentation_run_in_their_order(run: Run, store_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "api.md").read_text("utf-8")
    (block,) = (one for one in re.findall(r"```sh\n(.*?)```", page, re.DOTALL) if "isnad user" in one)
    lines = [shlex.split(line, comments=True) for line in block.splitlines()]
    assert [line[:3] for line in lines[:-1]] == [
        ["isnad", "user", name] for name in "add token list revoke remove".split()
    ]
    for line in lines[:-1]:
        if line[2] == "revoke":
            (token,) = Users(store_path / "users.toml").user("salma").tokens  # type: ignore[union-attr]
            line[-1] = token.id
        result = run(*line[1:], input=f"{PASSWORD}\n{PASSWORD}\n")
        assert result.exit_code == 0, (line, result.output)
    assert lines[-1] == ["isnad", "serve", "--host", "0.0.0.0"]  # tried in test_serving.py
