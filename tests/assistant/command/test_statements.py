import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from index.store import Store

Run = Callable[..., Result]
FIELDS = (
    "article_id start end content speaker speaker_kind role organization cue stance type place medium said_on via "
    "confidence"
).split()


@pytest.fixture
def said(filled: Run, tmp_path: Path) -> Run:
    """Run ``isnad`` over a store with some more statements."""
    records = [
        {
            "id": "gas",
            "text": "نفى وزير الطاقة سامي الزبيدي في بيان له ارتفاع سعر الغاز. وقال إن المخزون كاف.",
            "date": "2024-02-02",
            "source": "صحيفة المرفأ",
        },
        {"id": "gas2", "text": "أعلن الزبيدي خلال ندوة صحفية بتونس أن الأنبوب جاهز.", "date": "2024-04-02"},
    ]
    path = tmp_path / "more.jsonl"
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    assert filled("add", path).stdout == "added      2 articles, 2 passages, 3 statements\n"
    return filled


def records(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_of_files_without_a_store(run: Run, news: Path, store_path: Path) -> None:
    result = run("statements", news)
    found = records(result)
    assert [(one["article_id"], one["speaker"], one["stance"]) for one in found] == [
        ("port", "سلمى الراوي", "stress"),
        ("port", "سلمى الراوي", "say"),
        ("oil", "نقابة التجار", "say"),
    ]
    assert list(found[0]) == FIELDS
    assert found[1]["content"] == "لن نغلق الميناء قبل انتهاء العاصفة"
    assert "rejected" in result.stderr
    assert "أخبار.jsonl:3" in result.stderr
    assert not store_path.exists()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--speaker", "الراوي"], 2),
        (["--speaker", "Selma Raoui"], 2),
        (["--speaker", "سامي"], 0),
        (["--stance", "stress"], 1),
        (["--type", "direct"], 1),
        (["--kind", "organization"], 1),
        (["--from", "2024-01", "--to", "2024-01"], 2),
        (["--to", "2023"], 0),
        (["--source", "صحيفة المرفأ", "--limit", "1"], 1),
        (["--article", "late"], 0),
    ],
)
def test_of_files_narrowed(run: Run, news: Path, options: list[str], expected: int) -> None:
    result = run("statements", news, *options)
    assert len(records(result)) == expected
    assert ("no statement that fits" in result.stderr) is (expected == 0)


def test_of_files_counted(run: Run, news: Path) -> None:
    assert run("statements", news, "--count-by", "speaker").stdout == (
        "        2  سلمى الراوي\n        1  نقابة التجار\n"
    )
    assert (
        run("statements", news, "--count-by", "month", "--format", "csv").stdout
        == "month,statements\n2024-01,2\n2024-03,1\n"
    )
    counted = run("statements", news, "--count-by", "stance", "--format", "jsonl")
    assert records(counted) == [{"stance": "say", "statements": 2}, {"stance": "stress", "statements": 1}]


def test_files_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    result = run("statements", tmp_path / "nothing.jsonl")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1] == "Error: no article could be read"


def test_of_a_store_from_the_first_day_to_the_last(said: Run) -> None:
    found = records(said("statements"))
    assert [(one["article_id"], one["person"]) for one in found] == [
        ("port", "سلمى الراوي"),
        ("port", "سلمى الراوي"),
        ("gas", "سامي الزبيدي"),
        ("gas", "سامي الزبيدي"),
        ("oil", "نقابة التجار"),
        ("gas2", "سامي الزبيدي"),
    ]
    assert list(found[0]) == [*FIELDS, "person", "date", "source", "title"]
    assert (found[5]["speaker"], found[5]["date"], found[5]["source"]) == ("الزبيدي", "2024-04-02", None)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--speaker", "سامي الزبيدي"], ["gas", "gas", "gas2"]),
        (["--speaker", "zoubaidi"], ["gas", "gas", "gas2"]),
        (["--speaker", "الزبيدي", "--speaker", "الراوي"], ["port", "port", "gas", "gas", "gas2"]),
        (["--stance", "deny"], ["gas"]),
        (["--place", "تونس"], ["gas2"]),
        (["--medium", "بيان"], ["gas", "gas"]),
        (["--from", "2024-02", "--limit", "1"], ["gas"]),
        (["--source", "صحيفة المرفأ", "--to", "2024-01"], ["port", "port"]),
        (["--place", "القاهرة"], []),
    ],
)
def test_of_a_store_narrowed(said: Run, options: list[str], expected: list[str]) -> None:
    assert [one["article_id"] for one in records(said("statements", *options))] == expected


def test_whom_a_name_means_is_told(said: Run) -> None:
    assert said("statements", "--speaker", "Zoubaidi").stderr == "Zoubaidi: سامي الزبيدي (3 statements)\n"
    assert said("statements", "--speaker", "سامي الزبيدي").stderr == ""


def test_about(said: Run) -> None:
    found = records(said("statements", "--about", "هل الأنبوب جاهز", "--limit", "2"))
    assert found[0]["article_id"] == "gas2"
    assert len(found) == 2
    assert [one["article_id"] for one in records(said("statements", "--about", "الميناء", "--stance", "deny"))] == [
        "gas"
    ]


def test_forms(said: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(said("statements", "--stance", "deny", "--format", "csv").stdout)))
    assert [(row["person"], row["content"], row["said_on"]) for row in rows] == [
        ("سامي الزبيدي", "ارتفاع سعر الغاز", "")
    ]
    assert said("statements", "--stance", "deny", "--format", "md").stdout == (
        "- **سامي الزبيدي** (وزير الطاقة) نفى: «ارتفاع سعر الغاز» · في بيان له · 2024-02-02 · صحيفة المرفأ · `gas`\n"
    )


def test_counts(said: Run) -> None:
    assert said("statements", "--count-by", "speaker").stdout == (
        "        3  سامي الزبيدي\n        2  سلمى الراوي\n        1  نقابة التجار\n"
    )
    assert said("statements", "--count-by", "month", "--limit", "1").stdout == "        2  2024-01\n"
    assert said("statements", "--count-by", "place", "--format", "md").stdout == (
        "| place | statements |\n|---|---:|\n| تونس | 1 |\n"
    )
    assert said("statements", "--count-by", "place", "--to", "2001").stderr == "no statement that fits\n"


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--stance", "sing"], "'sing' is no stance: they are accuse, add"),
        (["--speaker", "سامي الزبيديييي"], "no statement is by 'سامي الزبيديييي'; did you mean سامي الزبيدي?"),
        (["--source", "المرفأ"], "did you mean"),
        (["--from", "2024-05", "--to", "2024-01"], "is before"),
        (["--about", "الغاز", "--count-by", "place"], "leave --count-by"),
        (["--format", "xml"], "jsonl"),
    ],
)
def test_what_cannot_be_asked(said: Run, options: list[str], complaint: str) -> None:
    result = said("statements", *options)
    assert result.exit_code == 2
    assert complaint in result.stderr


def test_what_cannot_be_asked_of_files(run: Run, news: Path, tmp_path: Path) -> None:
    assert "needs a store" in run("statements", news, "--about", "الغاز").stderr
    assert "not both" in run("statements", news, "--store", tmp_path).stderr
    assert "FIELD=NAME" in run("statements", news, "--field", "body").stderr


def test_a_store_of_another_version_says_so_until_it_is_reindexed(said: Run, store_path: Path) -> None:
    with Store(store_path) as store, store.catalogue.transaction() as db:
        db.execute("UPDATE articles SET statements = '' WHERE id = 'gas'")
    for words in (["statements"], ["person", "الزبيدي"], ["person", "list"]):
        result = said(*words)
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: 1 article of the store")
        assert result.stderr.endswith("isnad reindex statements\n")
    assert said("ask", "الغاز").exit_code == 0
    assert "without the statements that this version" in said("doctor").stdout
    assert "1 article not extracted yet: isnad reindex statements" in said("stats").stdout
    result = said("reindex", "statements")
    assert result.stdout == "reindexed the statements of 1 article: there are 6 now\n"
    assert len(records(said("statements"))) == 6
    assert said("reindex", "statements", "--embedder", "x").exit_code == 2
