from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_without_the_package_mcp_it_says_what_to_install(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *more: None if name == "mcp" else found(name, *more))
    result = filled("mcp")
    assert result.exit_code == 1 and 'pip install "isnad[mcp]"' in result.stderr


def test_without_articles_it_says_so(run: Run) -> None:
    pytest.importorskip("mcp")
    result = run("mcp")
    assert result.exit_code == 1 and "add articles first" in result.stderr
    assert result.stdout == ""  # stdout is the protocol's


def test_a_store_in_use_is_reached_where_it_is_served(filled: Run, store_path: Path) -> None:
    pytest.importorskip("mcp")
    program = (
        "import sys, pathlib; from index.store import Store; store = Store(pathlib.Path(sys.argv[1])); store.hold(); "
        "print('held', flush=True); input()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program, str(store_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert holder.stdin and holder.stdout and holder.stdout.readline()
    result = filled("mcp")
    holder.communicate(b"\n", timeout=30)
    assert result.exit_code == 1 and "in use by process" in result.stderr and "with /mcp" in result.stderr
