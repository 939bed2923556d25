import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from assistant.command import isnad
from index.store import Store

Run = Callable[..., Result]
ROOT = Path(__file__).parents[3]
_ISNAD = [sys.executable, "-c", "from assistant.command import main; main()"]


def isnad_process(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*_ISNAD, *words], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120)


def test_help_comes_at_once_and_imports_nothing_heavy() -> None:
    code = (
        "import sys; from assistant.command import isnad; isnad(['add', '--help'], standalone_mode=False); "
        "print([m for m in ('numpy', 'chromadb', 'torch', 'gradio', 'sentence_transformers') if m in sys.modules])"
    )
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, text=True, capture_output=True, check=True)
    assert time.perf_counter() - began < 5  # half a second where nothing else runs
    assert done.stdout.splitlines()[-1] == "[]"


def test_arabic_is_written_where_the_system_has_another_code_page(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")  # as Windows writes to a file or a pipe
    done = isnad_process("list")
    assert done.returncode == 0, done.stderr
    assert "الميناء يعمل رغم العاصفة" in done.stdout
    assert "لا أحد" in isnad_process("list", "--source", "لا أحد").stderr


def test_the_command_itself() -> None:
    done = isnad_process("--help")
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: isnad [OPTIONS] COMMAND")
    assert isnad_process("--version").stdout.startswith("isnad ")
    assert isnad_process("nonsense").returncode == 2


def test_a_store_in_use_is_one_line_that_names_the_holder(store_path: Path, news: Path) -> None:
    with Store(store_path) as store:
        assert len(store.vectors) == 0
        done = isnad_process("add", str(news), "--store", str(store_path))
        assert store.catalogue.counts().articles == 0
    assert done.returncode == 1
    assert done.stdout == ""
    assert f"is in use by process {os.getpid()}" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="a pipe of the shell")
def test_a_reader_who_leaves_is_no_error(filled: Run, store_path: Path) -> None:
    command = f"'{sys.executable}' -c 'from assistant.command import main; main()' list --format jsonl | true"
    done = subprocess.run(command, shell=True, cwd=ROOT, text=True, capture_output=True)
    assert done.stderr == ""


def test_a_broken_catalogue_is_one_line(run: Run, store_path: Path) -> None:
    store_path.mkdir()
    (store_path / "catalogue.sqlite3").write_bytes(b"no database at all, though long enough to look like one" * 20)
    result = run("stats")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: the catalogue of {store_path} cannot be read")


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (
            sqlite3.OperationalError("database or disk is full"),
            1,
            "Error: the catalogue cannot be used (database or disk",
        ),
        (PermissionError(13, "Permission denied", "/x/y"), 1, "Error: /x/y: Permission denied\n"),
        (KeyboardInterrupt(), 130, "interrupted\n"),
    ],
)
def test_what_happens_on_the_way(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, words: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("index.store.Store.__init__", fails)
    result = run("stats")
    assert result.exit_code == status
    assert result.stderr.startswith(words)


def test_a_bug_keeps_its_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.store.Store.__init__", lambda *_, **__: 1 / 0)
    assert isinstance(run("stats").exception, ZeroDivisionError)


def test_every_command_takes_a_store() -> None:
    for name, command in isnad.commands.items():
        for path in [[name, one] for one in command.commands] if isinstance(command, click.Group) else [[name]]:
            assert "--store DIR" in CliRunner().invoke(isnad, [*path, "--help"]).stdout
