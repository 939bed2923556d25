import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the page was asked to serve."""
    calls: dict[str, Any] = {}
    module = ModuleType("assistant.assistant")
    module.Assistant = lambda store, model: SimpleNamespace(  # type: ignore[attr-defined]
        prepare=lambda: calls.update(prepared=True)
    )
    monkeypatch.setitem(sys.modules, "assistant.assistant", module)
    monkeypatch.setattr("assistant.page.serve", lambda assistant, **options: calls.update(options))
    return calls


def test_serve(filled: Run, served: dict[str, Any]) -> None:
    result = filled("serve", "--port", "8123", "--open")
    assert (result.exit_code, result.output) == (0, "")
    assert served.pop("ready").done() and served.pop("store").catalogue
    assert gc.isenabled()
    assert served == {"prepared": True, "host": "127.0.0.1", "port": 8123, "open_browser": True}


def test_an_address_that_others_reach_is_warned_of(filled: Run, served: dict[str, Any]) -> None:
    result = filled("serve", "--host", "0.0.0.0")
    assert "there is no password" in result.stderr
    assert served["host"] == "0.0.0.0"


def test_no_page_without_articles(run: Run, served: dict[str, Any]) -> None:
    result = run("serve")
    assert result.exit_code == 1
    assert "add articles first" in result.stderr
    assert served == {}


def test_python_app_py_is_isnad_serve() -> None:
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "app.py", "--help"], cwd=root, text=True, capture_output=True)
    assert done.stdout.startswith("Usage: isnad serve")
