import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def listed(result: Result) -> list[str]:
    assert result.exit_code == 0, result.output
    return [line.split("\t")[0] for line in result.stdout.splitlines()]


def test_list_shows_the_newest_first_and_the_undated_last(filled: Run) -> None:
    result = filled("list")
    assert result.stdout.splitlines()[0] == "oil\t2024-03-06\tالبيان الجديد\tأسعار الزيت"
    assert listed(result) == ["oil", "port", "late"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--source", "البيان الجديد"], ["oil", "late"]),
        (["--source", "البيان الجديد", "--source", "صحيفة المرفأ"], ["oil", "port", "late"]),
        (["--from", "2024-02-01"], ["oil"]),
        (["--from", "2024", "--to", "2024-01"], ["port"]),
        (["--to", "2024-01-19"], []),
        (["--limit", "1"], ["oil"]),
        (["--limit", "0"], ["oil", "port", "late"]),
    ],
)
def test_list_narrowed(filled: Run, options: list[str], expected: list[str]) -> None:
    assert listed(filled("list", *options)) == expected


def test_list_says_that_there_is_more(filled: Run) -> None:
    assert filled("list", "--limit", "2").stderr == "2 of 3 articles; --limit 0 lists all\n"
    assert filled("list", "--to", "2001").stderr == "no article that fits\n"


def test_what_list_writes_as_jsonl_can_be_added_again(filled: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text(filled("list", "--format", "jsonl").stdout, encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8").splitlines()[0])["id"] == "oil"
    assert filled("add", path).stdout.splitlines() == ["added      0 articles", "unchanged  3 articles"]


def test_list_pages_through_a_large_store(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.command.articles._PAGE", 2)
    assert listed(filled("list", "--limit", "0")) == ["oil", "port", "late"]


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--source", "البيان الجديدة"], "did you mean البيان الجديد?"),
        (["--from", "20/1/2024"], "2017-01-20"),
        (["--from", "2024-13"], "2017-01-20"),
        (["--from", "2024-05", "--to", "2024-01"], "is before"),
        (["--limit", "-1"], "--limit"),
    ],
)
def test_what_cannot_narrow(filled: Run, options: list[str], complaint: str) -> None:
    result = filled("list", *options)
    assert result.exit_code == 2
    assert complaint in result.stderr


def test_show(filled: Run) -> None:
    result = filled("show", "port")
    assert result.stdout.splitlines()[:2] == ["id:        port", "title:     الميناء يعمل رغم العاصفة"]
    assert "«لن نغلق الميناء قبل انتهاء العاصفة»" in result.stdout
    assert "url:" not in result.stdout


def test_show_passages(filled: Run) -> None:
    assert "\npassage 1 [0:" in filled("show", "port", "--passages").stdout


def test_show_what_is_not_there(filled: Run) -> None:
    result = filled("show", "nothing")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: no article has the id 'nothing': isnad list shows the ids\n",
    )


def test_remove(filled: Run) -> None:
    result = filled("remove", "oil", "nothing", "late")
    assert result.stdout == "removed 2 articles\n"
    assert result.stderr == "Error: no article has the id nothing\n"
    assert result.exit_code == 1
    assert listed(filled("list")) == ["port"]
    assert filled("remove", "port").exit_code == 0


@pytest.mark.parametrize("words", [["list"], ["show", "x"], ["remove", "x"], ["stats"], ["doctor"], ["reindex"]])
def test_a_store_that_is_not_there(run: Run, store_path: Path, words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: there is no store at {store_path}: add articles first")
    assert not store_path.exists()
