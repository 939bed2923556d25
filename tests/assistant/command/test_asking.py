import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import Result

from assistant.generated.model import LanguageModel
from index.store import Store
from index.vocabulary import EVERYTHING, Answer, Article, Citation, Evidence, Filters, Mark, Passage, Span
from tests.assistant.generated.scripted import ScriptedChat

Run = Callable[..., Result]
QUOTE = "«لن نغلق الميناء قبل انتهاء العاصفة»"


class Scripted:
    """Answers from the article `port`; keeps what it was asked in `calls`."""

    calls: list[tuple[str, Filters, tuple[str, ...]]] = []  # noqa: RUF012 - emptied by the fixture

    def __init__(self, store: Store, model: Any = None, reranker: Any = None) -> None:
        self._store = store
        self.model = model

    def ask(self, question: str, *, filters: Filters = EVERYTHING, history: Sequence[str] = ()) -> Answer:
        self.calls.append((question, filters, tuple(history)))
        if "النموذج" in question:
            text = "بلغ العدد 57 سفينة [1]."
            marks = (Mark(Span(10, 12), "number"),)
            cited = (Citation("port", Span(0, 5), "أكدت "),)
            return Answer(question, text, cited, method=f"{self.model.name}", notice="فيه مواضع معلَّمة.", marks=marks)
        if "خلل" in question:
            raise RuntimeError("the model fell over")
        port = self.article("port")
        assert port is not None
        evidence = (Evidence(port, Passage("port", 0, Span(0, len(port.text))), 0.9),)
        if "المريخ" in question:
            return Answer(question, "", evidence=evidence, refused=True, reason="لم يرد شيء عن المريخ.")
        start = port.text.index(QUOTE)
        citation = Citation("port", Span(start, start + len(QUOTE)), QUOTE)
        return Answer(question, f"قالت سلمى الراوي: {QUOTE} [1].", (citation,), evidence, seconds={"rank": 0.25})

    def article(self, article_id: str) -> Article | None:
        return self._store.catalogue.article(article_id)


@pytest.fixture(autouse=True)
def scripted(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Scripted]]:
    module = ModuleType("assistant.assistant")
    module.Assistant = Scripted  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "assistant.assistant", module)
    Scripted.calls = []
    yield Scripted


def test_an_answer_then_its_sources(filled: Run) -> None:
    result = filled("ask", "ماذا قالت الراوي؟")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"قالت سلمى الراوي: {QUOTE} [1].",
        "",
        "[1] صحيفة المرفأ · 2024-01-20 · الميناء يعمل رغم العاصفة",
        f"    {QUOTE}",
        "    port",
    ]


def test_no_sources_if_none_are_wanted(filled: Run) -> None:
    assert len(filled("ask", "ماذا قالت الراوي؟", "--count", "0").stdout.splitlines()) == 1


def test_a_refusal_says_why_and_shows_what_is_nearest(filled: Run) -> None:
    result = filled("ask", "من نزل على المريخ؟")
    assert result.exit_code == 0
    assert result.stdout.startswith("لم يرد شيء عن المريخ.\n\n- صحيفة المرفأ")


def test_one_json_object(filled: Run) -> None:
    found = json.loads(filled("ask", "ماذا قالت الراوي؟", "--json").stdout)
    assert found["question"] == "ماذا قالت الراوي؟"
    assert found["answer"] == f"قالت سلمى الراوي: {QUOTE}."
    assert found["citations"][0]["quote"] == QUOTE
    assert found["retrieved"][0]["article_id"] == "port"
    assert found["seconds"] == 0.25


def test_what_a_model_could_not_support_is_told(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "assistant.generated.model.load", lambda spec: LanguageModel(f"{spec}!", ScriptedChat(script=None))
    )
    monkeypatch.setenv("ISNAD_LLM", "ollama:x")
    lines = filled("ask", "النموذج").stdout.splitlines()
    assert lines[:4] == [
        "بلغ العدد 57 سفينة [1].",
        "",
        "فيه مواضع معلَّمة.",
        "- لم يرد هذا الرقم أو التاريخ في المصدر المستشهد به: 57",
    ]
    told = json.loads(filled("ask", "النموذج", "--json", "--llm", "ollama:y").stdout)
    assert (told["method"], told["notice"]) == ("ollama:y!", "فيه مواضع معلَّمة.")
    assert told["marks"] == [{"start": 10, "end": 12, "why": "number", "words": "57"}]


@pytest.mark.parametrize("command", ["ask", "serve"])
def test_a_reranker_that_cannot_be_is_one_clear_line(
    filled: Run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = [command, *(["؟"] if command == "ask" else [])]
    given = filled(*arguments, "--reranker", "./nowhere")
    monkeypatch.setenv("ISNAD_RERANKER", "./nowhere")
    for result in (given, filled(*arguments)):
        assert result.exit_code == 1
        assert result.stderr.splitlines()[-1].startswith("Error: ./nowhere: no such folder; set ISNAD_RERANKER")


@pytest.mark.parametrize("command", ["ask", "serve"])
def test_a_model_that_cannot_be_is_one_clear_line(filled: Run, command: str) -> None:
    words = [command, "--llm", "qwen3", *(["سؤال"] if command == "ask" else [])]
    result = filled(*words)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: 'qwen3' names no language model: write ollama:qwen3:8b")
    assert len(result.stderr.splitlines()) == 1


def test_filters_reach_the_assistant(filled: Run, scripted: type[Scripted]) -> None:
    filled("ask", "سؤال", "--source", "صحيفة المرفأ", "--from", "2024", "--to", "2024-02")
    assert scripted.calls[0][1] == Filters(("صحيفة المرفأ",), dt.date(2024, 1, 1), dt.date(2024, 2, 29))


@pytest.mark.parametrize("words", [[], [" "], ["سؤال", "--batch", "-"]])
def test_either_a_question_or_a_file(filled: Run, words: list[str]) -> None:
    assert filled("ask", *words).exit_code == 2


def test_an_empty_store(run: Run, store_path: Path) -> None:
    Store(store_path).close()
    result = run("ask", "سؤال")
    assert result.exit_code == 1
    assert "holds no article: isnad add PATH, or isnad add --samples" in result.stderr


def test_a_batch(filled: Run, tmp_path: Path, scripted: type[Scripted]) -> None:
    questions, answers = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    asked = [
        {"id": 1, "question": "ماذا قالت الراوي؟"},
        {"id": "two", "question": "ومتى؟", "history": ["ماذا قالت الراوي؟"]},
        {"id": "mars", "question": "من نزل على المريخ؟"},
    ]
    questions.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in asked) + "\n\n", encoding="utf-8")
    result = filled("ask", "--batch", questions, "--out", answers)
    assert (result.exit_code, result.output) == (0, "")
    lines = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == [1, "two", "mars"]
    assert [line["refused"] for line in lines] == [False, False, True]
    assert lines[2]["answer"] == "لم يرد شيء عن المريخ."
    assert lines[0].keys() == {"id", "answer", "refused", "citations", "retrieved", "seconds", "method"}
    assert scripted.calls[1][2] == ("ماذا قالت الراوي؟",)


def test_bad_lines_are_told_and_passed_over(filled: Run) -> None:
    lines = [
        '{"id": 1, "question": "ماذا قالت الراوي؟"}',
        "{broken",
        '{"question": "بلا رقم"}',
        '{"id": 4, "question": " "}',
        '{"id": 5, "question": "هنا خلل"}',
        '{"id": 6, "question": "سؤال", "history": "واحد"}',
        '{"id": 7, "question": "من نزل على المريخ؟"}',
    ]
    result = filled("ask", "--batch", "-", input="\n".join(lines))
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [1, 7]
    told = result.stderr.splitlines()
    assert [line.partition(":")[0] for line in told] == ["line 2", "line 3", "line 4", "line 5", "line 6"]
    assert told[3] == "line 5: no answer: RuntimeError: the model fell over"
