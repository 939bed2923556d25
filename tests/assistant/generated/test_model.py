from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from assistant.generated import model as models
from assistant.generated.model import ModelError, Patience, load


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ISNAD_LLM", "ISNAD_LLM_TIMEOUT", "ISNAD_LLM_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What LangChain was asked to make."""
    asked: dict[str, Any] = {}

    def init(name: str, **options: Any) -> str:
        asked.update(name=name, **options)
        return "chat"

    monkeypatch.setattr("langchain.chat_models.init_chat_model", init)
    openai = ModuleType("openai")
    for client in ("DefaultHttpxClient", "DefaultAsyncHttpxClient"):
        setattr(openai, client, lambda **options: SimpleNamespace(**options))
    integration = ModuleType("langchain_openai")
    integration.ChatOpenAI = lambda **options: asked.update(options) or "chat"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "openai", openai)
    monkeypatch.setitem(sys.modules, "langchain_openai", integration)
    return asked


def test_without_a_setting_there_is_no_model() -> None:
    assert load() is None
    assert load("") is None
    assert load("none") is None


def test_the_setting_and_what_goes_before_it(monkeypatch: pytest.MonkeyPatch, made: dict[str, Any]) -> None:
    monkeypatch.setenv("ISNAD_LLM", "openai:gpt-x")
    model = load()
    assert model and (model.name, made["name"], made["model_provider"]) == ("openai:gpt-x", "gpt-x", "openai")
    assert load("none") is None


def test_ollama_gets_room_no_thoughts_and_no_proxy(made: dict[str, Any]) -> None:
    model = load("ollama:qwen3:8b")
    assert model and model.name == "ollama:qwen3:8b"
    assert (made["name"], made["model_provider"]) == ("qwen3:8b", "ollama")
    assert (made["num_ctx"], made["reasoning"], made["client_kwargs"]["trust_env"]) == (8192, False, False)


@pytest.mark.parametrize(
    ("spec", "base", "name", "shown"),
    [
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1", "default", "127.0.0.1:8080"),
        ("http://127.0.0.1:8080/v1#qwen3", "http://127.0.0.1:8080/v1", "qwen3", "qwen3"),
        ("https://llm.example.org/v1#a/b", "https://llm.example.org/v1", "a/b", "a/b"),
        ("https://llm.example.org/v1", "https://llm.example.org/v1", "default", "llm.example.org"),
    ],
)
def test_a_server(made: dict[str, Any], spec: str, base: str, name: str, shown: str) -> None:
    model = load(spec)
    assert model and model.name == shown
    assert (made["base_url"], made["model"], made["http_client"].trust_env) == (base, name, False)
    assert not made["http_async_client"].trust_env
    assert model.says_why_it_ends


def test_a_server_is_not_sent_the_key_of_another_house(made: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    load("http://127.0.0.1:8080/v1")
    assert made["api_key"] == "none"
    monkeypatch.setenv("ISNAD_LLM_KEY", "mine")
    load("http://127.0.0.1:8080/v1")
    assert made["api_key"] == "mine"


@pytest.mark.parametrize(
    ("spec", "told"),
    [
        ("qwen3", "names no language model: write ollama:qwen3:8b"),
        ("ollama:", "names no language model"),
        ("nosuch:model", "nosuch"),
        ("http://", "is no address of a server"),
        ("http://host:99999/v1", "is no address of a server"),
        ("/no/such/model.gguf", "/no/such/model.gguf: No such file or directory: name the .gguf file"),
    ],
)
def test_what_names_no_model(spec: str, told: str) -> None:
    with pytest.raises(ModelError) as error:
        load(spec)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("provider", "extra"), [("ollama", "ollama"), ("openai", "openai"), ("anthropic", "anthropic")]
)
def test_a_missing_integration_is_named_with_its_command(
    provider: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, f"langchain_{provider}", None)
    with pytest.raises(ModelError) as error:
        load(f"{provider}:some-model")
    assert str(error.value) == (
        f"{provider}:some-model needs a package that is not installed: pip install langchain-{extra} "
        f"(or Isnad with its extra, pip install -e '.[{extra}]')"
    )


def test_a_missing_integration_for_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "langchain_openai", None)
    with pytest.raises(ModelError, match="pip install langchain-openai"):
        load("http://127.0.0.1:8080/v1")


def test_a_missing_key_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def init(name: str, **options: Any) -> None:
        raise ValueError("the api_key must be set\nby OPENAI_API_KEY")

    monkeypatch.setattr("langchain.chat_models.init_chat_model", init)
    with pytest.raises(ModelError, match=r"^openai:x cannot be used: the api_key must be set by OPENAI_API_KEY$"):
        load("openai:x")


def test_a_file_that_holds_no_model(tmp_path: Path) -> None:
    path = tmp_path / "نموذج.gguf"
    path.write_bytes(b"<html>not found</html>")
    with pytest.raises(ModelError, match="is no GGUF file"):
        load(str(path))


def test_a_missing_runtime_for_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF....")
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(ModelError, match="pip install xllamacpp langchain-openai"):
        load(str(path))


@pytest.mark.parametrize(
    ("text", "patience"),
    [("", Patience(60, 180)), ("20", Patience(20, 60)), ("30,120", Patience(30, 120)), (" 5 , 5.5 ", Patience(5, 5.5))],
)
def test_how_long_to_wait(made: dict[str, Any], monkeypatch: pytest.MonkeyPatch, text: str, patience: Patience) -> None:
    monkeypatch.setenv("ISNAD_LLM_TIMEOUT", text)
    model = load("ollama:x")
    assert model and model.patience == patience


@pytest.mark.parametrize("text", ["soon", "0", "-1", "30,10", "1,2,3", "nan", "inf"])
def test_a_time_out_that_is_none(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("ISNAD_LLM_TIMEOUT", text)
    with pytest.raises(ModelError, match="ISNAD_LLM_TIMEOUT"):
        load("ollama:x")


def test_nothing_is_imported_until_a_model_is_named() -> None:
    code = (
        "import sys; from assistant.generated import answering, model; assert model.load() is None;"
        "print([n for n in ('langchain', 'langchain_core', 'openai', 'langsmith') if n in sys.modules])"
    )
    env = {"PATH": "/usr/bin", "PYTHONPATH": str(Path(models.__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, env=env, check=True)
    assert done.stdout.strip() == "[]"
