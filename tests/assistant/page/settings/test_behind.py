from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from assistant.library.holdings import Holdings
from assistant.page.reader import Reader
from assistant.page.settings.behind import behind, language_model

HELD = Holdings(
    *(1245, 1200, 3000, 358, 133, 2),
    dt.date(2017, 1, 20),
    dt.date(2018, 2, 1),
    *(0, 0, 12_345_678, "multilingual-e5-small", 384),
    (("passages", "3"), ("analyser", "5"), ("statements", "9")),
)


def test_what_there_is() -> None:
    shown = behind(HELD, Reader())
    for part in (
        "1,245 مقالًا، 3,000 مقطع، 358 تصريحًا",
        "من 20 يناير 2017 إلى 1 فبراير 2018",
        "133 متحدثًا · مصدران",
        "11.8 ميغابايت",
        "384 بُعدًا",
        "لا نموذج لغويًّا",
    ):
        assert part.replace(":", "&#58;") in shown, part
    assert "لم تكتمل فهرسته" not in shown


def test_what_is_unfinished_is_said() -> None:
    shown = behind(replace(HELD, pending=3, outdated=25), Reader())
    assert "لم تكتمل فهرسته" in shown and "3 مقالات" in shown and "25 مقالًا" in shown


def test_the_language_model_in_use() -> None:
    shown = behind(HELD, Reader(), "ollama:qwen3:8b")
    assert "ollama&#58;qwen3&#58;8b" in shown and "لا نموذج لغويًّا" not in shown


def test_an_empty_store() -> None:
    empty = replace(HELD, articles=0, first_day=None, last_day=None, embedder="", dimension=0)
    assert "يُختار عند إضافة أول مقال" in behind(empty, Reader()) and "المدة" not in behind(empty, Reader())


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ("", ""),
        (" none ", ""),
        ("ollama:qwen3:8b", "ollama:qwen3:8b"),
        ("/home/x/models/small.gguf", "small.gguf"),
        ("http://user:secret@127.0.0.1:8080/v1?key=secret#name", "http://127.0.0.1:8080/v1#name"),
    ],
)
def test_the_language_model_is_named_without_secrets(named: str, shown: str) -> None:
    assert language_model(named) == shown
