from __future__ import annotations

import importlib.util
from collections.abc import Callable

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
