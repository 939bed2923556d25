from __future__ import annotations

import time

import pytest
from langchain_core.messages import HumanMessage

from assistant.generated.model import LanguageModel, Patience
from assistant.generated.streaming import Broken, Slow, words
from tests.assistant.generated.scripted import Said, ScriptedChat


def said(script: list[Said], patience: Patience = Patience(5, 5)) -> list[str]:  # noqa: B008 - frozen
    model = LanguageModel("scripted", ScriptedChat(script=lambda keys: script), patience)
    return list(words(model, [HumanMessage("س")]))


def test_pieces_come_as_they_are() -> None:
    assert said(["قال", " ", "كذا"]) == ["قال", " ", "كذا"]


def test_the_first_words_may_take_their_time_and_no_longer() -> None:
    assert said([0.05, "قال"], Patience(2, 2)) == ["قال"]
    began = time.monotonic()
    with pytest.raises(Slow, match=r"0\.1 s"):
        said([1.0, "قال"], Patience(0.1, 5))
    assert time.monotonic() - began < 0.9


def test_the_whole_may_not_take_longer_though_words_keep_coming() -> None:
    said_slowly: list[Said] = [0.05, "ثم"]
    with pytest.raises(Slow, match=r"0\.3 s"):
        said(["قال", *(said_slowly * 30)], Patience(0.2, 0.3))


def test_what_breaks_tells_whether_it_had_begun() -> None:
    with pytest.raises(Broken, match="ConnectionError: refused") as refused:
        said([ConnectionError("refused")])
    assert not refused.value.begun
    with pytest.raises(Broken) as cut:
        said(["قال", ConnectionError("reset")])
    assert cut.value.begun


@pytest.mark.parametrize(
    ("script", "says"),
    [(["قال", {"finish_reason": "length"}], False), (["قال", {"stop_reason": "max_tokens"}], False), (["قال"], True)],
)
def test_a_reply_that_stops_before_its_end_is_broken(script: list[Said], says: bool) -> None:
    chat = ScriptedChat(script=lambda keys: script)
    with pytest.raises(Broken, match="stops before its end") as cut:
        list(words(LanguageModel("x", chat, says_why_it_ends=says), [HumanMessage("س")]))
    assert cut.value.begun


def test_a_reply_that_ends_as_it_should() -> None:
    chat = ScriptedChat(script=lambda keys: ["قال", {"finish_reason": "stop"}])
    assert list(words(LanguageModel("x", chat, says_why_it_ends=True), [HumanMessage("س")])) == ["قال"]
    assert said(["قال"]) == ["قال"]  # a protocol that never says why


def test_nothing_is_traced_though_the_environment_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from langsmith import utils

    monkeypatch.setattr(utils, "get_env_var", lambda *names, **options: "true")  # LANGSMITH_TRACING=true
    monkeypatch.setattr("langchain_core.tracers.langchain.LangChainTracer.__init__", lambda *a, **b: pytest.fail("!"))
    assert utils.tracing_is_enabled()
    chat = ScriptedChat(script=lambda keys: [str(utils.tracing_is_enabled())])
    assert list(words(LanguageModel("x", chat), [HumanMessage("س")])) == ["False"]
