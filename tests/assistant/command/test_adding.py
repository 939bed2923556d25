import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from index.embedder import Embedder, EmbedderError
from index.ingest import Summary
from index.samples import articles
from index.store import Store
from index.vocabulary import Article

Run = Callable[..., Result]


def test_the_summary_says_what_became_of_everything(run: Run, news: Path) -> None:
    result = run("add", news)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:2] == ["added      3 articles, 3 passages, 3 statements", "rejected   1 item:"]
    assert lines[2].startswith(f"  {news}:3: no field is known to hold the text")
    assert result.stderr == ""
    again = run("add", news)
    assert again.stdout.splitlines()[:2] == ["added      0 articles", "unchanged  3 articles"]
    assert again.exit_code == 0


def test_changed_and_duplicate(filled: Run, tmp_path: Path) -> None:
    path = tmp_path / "more.jsonl"
    records = [
        {"id": "late", "title": "افتتاح", "text": "أُعيد افتتاح المتحف الوطني."},
        {"id": "copy", "text": "أُعيد افتتاح المتحف الوطني."},
    ]
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    assert filled("add", path).stdout.splitlines() == [
        "added      1 article, 2 passages",
        "duplicate  1 article of these has the very text of another",
        "changed    1 article",
    ]


def test_all_rejections_go_to_a_file_and_twenty_to_the_screen(run: Run, tmp_path: Path) -> None:
    path, rejected = tmp_path / "bad.jsonl", tmp_path / "rejected.jsonl"
    path.write_text('{"id": "a", "text": "نصّ قصير."}\n' + '{"text": " "}\n' * 25, encoding="utf-8")
    result = run("add", path, "--rejected", rejected)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "  and 5 more (--rejected FILE lists all)"
    assert len(result.stdout.splitlines()) == 23
    lines = [json.loads(line) for line in rejected.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 25
    assert lines[0] == {"place": f"{path}:2", "reason": "the text (text) is empty"}


def test_nothing_readable_is_a_failure(run: Run, tmp_path: Path) -> None:
    result = run("add", tmp_path / "nowhere.jsonl")
    assert result.exit_code == 1
    assert "nowhere.jsonl: no such file or folder" in result.stdout
    assert result.stderr == "Error: no article could be read\n"


def test_fields_of_ones_own(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"story_words": "نصّ الخبر.", "when": "2024-05-01"}', encoding="utf-8")
    assert run("add", path).exit_code == 1
    assert run("add", path, "--field", "text=story_words", "--field", "date=when").exit_code == 0
    assert "2024-05-01" in run("list").stdout


@pytest.mark.parametrize(("given", "complaint"), [("text", "FIELD=NAME"), ("txt=body", "no field 'txt'")])
def test_a_field_that_cannot_be(run: Run, news: Path, given: str, complaint: str) -> None:
    result = run("add", news, "--field", given)
    assert result.exit_code == 2
    assert complaint in result.stderr


def test_a_date_that_cannot_be_read_is_told_and_the_article_kept(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"text": "نصّ الخبر.", "date": "قبل أيام"}', encoding="utf-8")
    result = run("add", path)
    assert result.stdout == "added      1 article, 1 passage\n"
    assert result.stderr.startswith(f"{path}:1: the date 'قبل أيام' cannot be read")


def test_samples_once(run: Run) -> None:
    result = run("add", "--samples", "--if-empty")
    assert result.stdout.startswith(f"added      {len(articles())} articles")
    again = run("add", "--samples", "--if-empty")
    assert (again.stdout, again.exit_code) == (f"the store has {len(articles())} articles already\n", 0)


def test_nothing_to_add(run: Run) -> None:
    result = run("add")
    assert result.exit_code == 2
    assert "--samples" in result.stderr


def test_interrupted_it_says_what_is_kept(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(store: Store, items: object, progress: object) -> Summary:
        from index.ingest import file, file_entry

        file(store, file_entry(Article(id="x", text="نصّ."), store.embedder.token_count), 1)
        return Summary(added=1, interrupted=True)

    monkeypatch.setattr("index.ingest.add", interrupted)
    result = run("add", news)
    assert result.exit_code == 130
    assert result.stdout == "added      1 article\n"
    assert "the last 1 article will be finished by the next run" in result.stderr


def test_an_embedder_that_cannot_be_loaded_is_one_line(
    run: Run, news: Path, tiny_embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(name: str | None) -> Embedder:
        raise EmbedderError("cannot load the embedding model 'x'")

    monkeypatch.setattr("index.store._load_embedder", fails)
    result = run("add", news)
    assert (result.exit_code, result.stderr) == (1, "Error: cannot load the embedding model 'x'\n")
