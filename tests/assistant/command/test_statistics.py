import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_stats_for_people(filled: Run, store_path: Path) -> None:
    lines = filled("stats").stdout.splitlines()
    assert lines[0].startswith(f"store      {store_path}, ")
    assert lines[1:] == [
        "articles   3, telling 3 stories",
        "passages   3",
        "statements 3",
        "days       2024-01-20 to 2024-03-06",
        "embedder   tiny-hash, vectors of 64 numbers",
        "versions   passages 1, analyser 1",
        "sources    2",
        "          2  البيان الجديد",
        "          1  صحيفة المرفأ",
    ]


def test_stats_for_programs(filled: Run) -> None:
    found = json.loads(filled("stats", "--json").stdout)
    assert (found["articles"], found["passages"], found["pending"], found["dimension"]) == (3, 3, 0, 64)
    assert found["sources"][0] == {"source": "البيان الجديد", "articles": 2}
    assert found["bytes"] > 10_000
