import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from click.testing import Result

from assistant.api.programs import Programs

Run = Callable[..., Result]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the page was asked to serve."""
    calls: dict[str, Any] = {}
    module = ModuleType("assistant.assistant")
    module.Assistant = lambda store, model, reranker: SimpleNamespace(  # type: ignore[attr-defined]
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
    assert isinstance(served.pop("programs"), Programs)
    assert served == {"prepared": True, "host": "127.0.0.1", "port": 8123, "open_browser": True, "users": None}


def test_an_address_that_others_reach_needs_users(filled: Run, served: dict[str, Any]) -> None:
    refused = filled("serve", "--host", "0.0.0.0")
    assert refused.exit_code == 1 and served == {}
    assert "isnad user add NAME" in refused.stderr and "--no-sign-in" in refused.stderr
    filled("user", "add", "سلمى", input="الميناء لا يغلق قبل العاصفة\n" * 2)
    assert filled("serve", "--host", "0.0.0.0").exit_code == 0
    assert served["host"] == "0.0.0.0" and served["users"].names() == ["سلمى"]


def test_an_address_that_others_reach_may_be_left_open(filled: Run, served: dict[str, Any]) -> None:
    filled("user", "add", "سلمى", input="الميناء لا يغلق قبل العاصفة\n" * 2)
    result = filled("serve", "--host", "0.0.0.0", "--no-sign-in")
    assert "there is no password" in result.stderr
    assert served["host"] == "0.0.0.0" and served["users"] is None


def test_users_are_asked_for_on_this_machine_too(filled: Run, served: dict[str, Any]) -> None:
    filled("user", "add", "سلمى", input="الميناء لا يغلق قبل العاصفة\n" * 2)
    assert filled("serve").exit_code == 0 and served["users"].names() == ["سلمى"]
    served.clear()
    filled("user", "remove", "سلمى")
    refused = filled("serve")
    assert refused.exit_code == 1 and "nobody could enter" in refused.stderr and served == {}


def test_a_rate_that_is_none_is_told(filled: Run, served: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISNAD_API_RATE", "viel")
    refused = filled("serve")
    assert refused.exit_code == 1 and "ISNAD_API_RATE: 'viel' is no rate" in refused.stderr and served == {}


def test_no_page_without_articles(run: Run, served: dict[str, Any]) -> None:
    result = run("serve")
    assert result.exit_code == 1
    assert "add articles first" in result.stderr
    assert served == {}


def test_python_app_py_is_isnad_serve() -> None:
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "app.py", "--help"], cwd=root, text=True, capture_output=True)
    assert done.stdout.startswith("Usage: isnad serve")
