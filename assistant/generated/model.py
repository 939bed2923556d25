"""Which language model answers, from one setting: ``ISNAD_LLM``. Nothing is imported until one is named."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

SETTING: Final = "ISNAD_LLM"
TIMEOUT: Final = "ISNAD_LLM_TIMEOUT"
KEY: Final = "ISNAD_LLM_KEY"
FORMS: Final = "ollama:qwen3:8b, openai:NAME, anthropic:NAME, http://127.0.0.1:8080/v1#NAME or a path to a .gguf file"
CONTEXT: Final = 8192
"""Tokens of prompt and answer, for the models whose context we set; Ollama would silently cut the prompt at 4,096."""
_EXTRAS: Final = ("ollama", "openai", "anthropic")


class ModelError(Exception):
    """A language model that cannot be used as it was named; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for a model: for the first words, and for the whole answer."""

    first: float = 60.0
    whole: float = 180.0


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A LangChain chat model, the name it is shown under, and how long it may take.

    `says_why_it_ends`: its protocol tells why each reply ended, so that one which just stops was cut off.
    """

    name: str
    chat: BaseChatModel
    patience: Patience = Patience()
    says_why_it_ends: bool = False


def load(spec: str | None = None) -> LanguageModel | None:
    """The model that `spec` names, or else ISNAD_LLM; None where neither names one (or names ``none``).

    It is made ready but not called: a server that is down is met by the first question, which falls back.
    Raises ModelError for a name that is none, a missing integration or key, an unreadable file or time-out.
    """
    spec = (spec if spec is not None else os.environ.get(SETTING, "")).strip()
    if not spec or spec.lower() == "none":
        return None
    patience = _patience(os.environ.get(TIMEOUT, ""))
    if spec.lower().startswith(("http://", "https://")):
        return _served(spec, patience)
    if spec.lower().endswith(".gguf") or Path(spec).expanduser().is_file():
        return _file(Path(spec).expanduser(), patience)
    return _provided(spec, patience)


def _provided(spec: str, patience: Patience) -> LanguageModel:
    """``provider:model``, through LangChain's init_chat_model."""
    provider, colon, name = spec.partition(":")
    if not (provider and colon and name):
        raise ModelError(f"{spec!r} names no language model: write {FORMS}")
    options: dict[str, Any] = {}
    if provider == "ollama":
        # Its own servers are reached directly, whatever proxy the environment names; a model that would think aloud
        # first takes minutes on a laptop.
        options = {
            "temperature": 0,
            "num_ctx": CONTEXT,
            "reasoning": False,
            "client_kwargs": {"trust_env": False, "timeout": patience.whole},
        }
    else:
        options = {"timeout": patience.whole, "max_retries": 0}
    from langchain.chat_models import init_chat_model

    try:
        return LanguageModel(spec, init_chat_model(name, model_provider=provider, **options), patience)
    except ImportError as missing:
        if provider in _EXTRAS:
            raise ModelError(f"{spec} needs a package that is not installed: {_install(provider)}") from missing
        raise ModelError(f"{spec} needs a package that is not installed: {_first_line(missing)}") from missing
    except Exception as failure:  # a missing key is a ValueError here, a ValidationError or an error of its own there
        raise ModelError(f"{spec} cannot be used: {_first_line(failure)}") from failure


def _served(spec: str, patience: Patience) -> LanguageModel:
    """A server that speaks OpenAI's protocol: its base URL, and after # the model's name where it has several."""
    address = urlsplit(spec)
    try:
        valid = bool(address.hostname) and (address.port or 1) > 0
    except ValueError:
        valid = False
    if not valid:
        raise ModelError(f"{spec!r} is no address of a server: write http://HOST:PORT/v1, with #NAME for a model")
    base = address._replace(fragment="").geturl()
    shown = address.fragment or str(address.hostname) + (f":{address.port}" if address.port else "")
    return LanguageModel(shown, openai_client(base, address.fragment or "default", patience), patience, True)


def openai_client(base: str, name: str, patience: Patience, key: str = "") -> BaseChatModel:
    """A chat model behind a server that speaks OpenAI's protocol at `base`, reached without any proxy.

    `key` is sent as the server's key, else ISNAD_LLM_KEY; never OPENAI_API_KEY, which is for another house. Raises
    ModelError where the extra ``openai`` is not installed.
    """
    try:
        from langchain_openai import ChatOpenAI
        from openai import DefaultAsyncHttpxClient, DefaultHttpxClient
    except ImportError as missing:
        raise ModelError(f"a server at {base} needs a package that is not installed: {_install('openai')}") from missing
    chat: BaseChatModel = ChatOpenAI(
        model=name,
        base_url=base,
        api_key=key or os.environ.get(KEY) or "none",
        temperature=0,
        max_retries=0,
        timeout=patience.whole,
        http_client=DefaultHttpxClient(trust_env=False),
        http_async_client=DefaultAsyncHttpxClient(trust_env=False),
        http_socket_options=(),  # or it warns that it passes proxies by, as it is meant to
    )
    return chat


def _file(path: Path, patience: Patience) -> LanguageModel:
    from assistant.generated.gguf import chat_model

    return LanguageModel(path.stem, chat_model(path, patience), patience, True)


def _patience(text: str) -> Patience:
    """``30`` (first words; the whole three times that) or ``30,120``."""
    if not text.strip():
        return Patience()
    try:
        first, _, whole = text.partition(",")
        patience = Patience(float(first), float(whole) if whole.strip() else 3 * float(first))
        if not 0 < patience.first <= patience.whole < 86_400:
            raise ValueError
    except ValueError:
        raise ModelError(
            f"{TIMEOUT}={text!r}: give the seconds to wait for the first words, and after a comma those for the whole "
            "answer, such as 30,120"
        ) from None
    return patience


def _install(provider: str) -> str:
    return f"pip install langchain-{provider} (or Isnad with its extra, pip install -e '.[{provider}]')"


def _first_line(failure: Exception) -> str:
    lines = [line.strip() for line in str(failure).splitlines() if line.strip()]
    return " ".join(lines[:3]) or type(failure).__name__
