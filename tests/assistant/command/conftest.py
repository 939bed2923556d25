import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.command import isnad
from index.embedder import Embedder
from index.store import default_path

Run = Callable[..., Result]

RECORDS = [
    {
        "id": "port",
        "title": "الميناء يعمل رغم العاصفة",
        "text": "أكدت مديرة الميناء سلمى الراوي أن الحركة مستمرة. وقالت: «لن نغلق الميناء قبل انتهاء العاصفة».",
        "date": "2024-01-20",
        "source": "صحيفة المرفأ",
    },
    {
        "id": "oil",
        "title": "أسعار الزيت",
        "text": "ارتفعت أسعار زيت الزيتون 12% في الأسواق ، وفق نقابة التجّار.",
        "date": "2024-03-06",
        "source": "البيان الجديد",
    },
    {"id": "late", "title": "بلا تاريخ", "text": "أُعيد افتتاح المتحف الوطني.", "source": "البيان الجديد"},
]


@pytest.fixture
def store_path(tmp_path: Path, tiny_embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store that commands use, not yet made; the embedder is the tiny one whatever name is asked for."""
    monkeypatch.setattr("index.store._load_embedder", lambda name: tiny_embedder)
    monkeypatch.setenv("ISNAD_STORE", str(tmp_path / "store"))
    return default_path()


@pytest.fixture
def run(store_path: Path) -> Run:
    """Run ``isnad`` with these words."""
    return lambda *words, **options: CliRunner().invoke(isnad, [str(word) for word in words], **options)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A file of three articles and a broken line."""
    path = tmp_path / "أخبار.jsonl"
    lines = [json.dumps(record, ensure_ascii=False) for record in RECORDS]
    path.write_text("\n".join([*lines[:2], '{"title": "عنوان بلا نصّ"}', lines[2]]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def filled(run: Run, news: Path) -> Run:
    """Run ``isnad`` over a store that holds the three articles."""
    assert run("add", news).exit_code == 0
    return run
