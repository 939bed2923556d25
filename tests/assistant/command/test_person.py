import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

NEWS = [
    ("1", "2024-02-02", "أكد وزير الطاقة سامي الزبيدي خلال ندوة صحفية بتونس أن سعر الغاز ثابت. وقال إن المخزون كاف."),
    ("2", "2024-04-02", "أعلن الزبيدي أن الأنبوب جاهز."),
    ("3", "2023-01-01", "قال رئيس البلدية سامي الزبيدي إن الطريق مفتوح."),
    ("4", "2024-05-02", "قالت منى الحريري إن المدارس قليلة."),
    ("5", "2024-06-02", "قال سعد الحريري إن الحكومة باقية."),
    ("6", "2024-06-03", "وأكد الحريري أن المشاورات مستمرة."),
]


@pytest.fixture
def said(run: Run, tmp_path: Path) -> Run:
    """Run ``isnad`` over a store with some people."""
    path = tmp_path / "people.jsonl"
    rows = ({"id": id_, "date": day, "text": text, "source": "المرصد"} for id_, day, text in NEWS)
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    assert run("add", path).exit_code == 0
    return run


def test_a_person_with_names_roles_counts_and_statements_in_time(said: Run) -> None:
    result = said("person", "Zoubaidi")
    assert result.exit_code == 0
    assert result.stdout == (
        "سامي الزبيدي  (person, 4 statements)\n\n"
        "names\n        3  سامي الزبيدي\n        1  الزبيدي  (a part of the name)\n\n"
        "roles\n        1  رئيس البلدية  (2023-01-01)\n        2  وزير الطاقة  (2024-02-02)\n\n"
        "by stance\n        2  say\n        1  announce\n        1  stress\n\n"
        "by place\n        2  تونس\n\n"
        "by source\n        4  المرصد\n\n"
        "statements\n"
        "2023-01-01  قال «الطريق مفتوح» · المرصد · 3\n"
        "2024-02-02  أكد «سعر الغاز ثابت» · خلال ندوة صحفية بتونس · المرصد · 1\n"
        "2024-02-02  قال «المخزون كاف» · خلال ندوة صحفية بتونس · المرصد · 1\n"
        "2024-04-02  أعلن «الأنبوب جاهز» · المرصد · 2\n"
    )
    assert said("person", "show", "الزبيدي").stdout == result.stdout
    assert said("person", "الوزير الزبيدي").stdout == result.stdout


def test_narrowed_and_limited(said: Run) -> None:
    lines = said("person", "--from", "2024", "--limit", "1", "الزبيدي")
    assert lines.stdout.splitlines()[-1].startswith("2024-02-02  أكد")
    assert lines.stderr == "1 of 3 statements; --limit 0 lists all\n"


def test_as_json(said: Run) -> None:
    found = json.loads(said("person", "الزبيدي", "--json").stdout)
    assert (found["person"], found["kind"], found["statements"]) == ("سامي الزبيدي", "person", 4)
    assert found["names"][1] == {"name": "الزبيدي", "statements": 1, "basis": "part"}
    assert found["counts"]["month"] == {"2024-02": 2, "2023-01": 1, "2024-04": 1}
    assert found["said"][0]["content"] == "الطريق مفتوح"


def test_a_name_that_several_bear(said: Run) -> None:
    result = said("person", "الحريري")
    assert result.stdout.startswith("الحريري  (person, 1 statement)\n")
    assert "others whom الحريري may mean: سعد الحريري, منى الحريري" in result.stderr
    several = said("person", "Hariri")
    assert several.exit_code == 1
    assert several.stderr.startswith("Error: Hariri may be ")
    assert "name one of them in full" in several.stderr


def test_nobody(said: Run) -> None:
    result = said("person", "سعد الحريريي")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: no statement is by 'سعد الحريريي'; did you mean سعد الحريري or الحريري or منى الحريري?\n",
    )


def test_who_is_who_is_decided_and_kept(said: Run, tmp_path: Path) -> None:
    merged = said("person", "merge", "سعد الحريري", "الحريري")
    assert merged.stdout == "سعد الحريري: 2 statements\n        1  الحريري  (as you decided)\n        1  سعد الحريري\n"
    assert said("person", "rename", "saad hariri", "Saad Hariri").stdout.startswith("Saad Hariri: 2 statements\n")
    assert said("reindex").exit_code == 0
    assert said("remove", "5", "6").exit_code == 0
    assert said("add", tmp_path / "people.jsonl").exit_code == 0
    assert said("statements", "--count-by", "speaker").stdout.splitlines()[1] == "        2  Saad Hariri"
    assert said("person", "split", "Saad Hariri", "الحريري").stdout == "الحريري: 1 statement\n        1  الحريري\n"
    assert "        1  Saad Hariri" in said("statements", "--count-by", "speaker").stdout.splitlines()


def test_listed(said: Run) -> None:
    assert said("person", "list").stdout.splitlines() == [
        "        4  سامي الزبيدي  = الزبيدي",
        "        1  الحريري",
        "        1  سعد الحريري",
        "        1  منى الحريري",
    ]
    assert said("person", "list", "--joined").stdout.splitlines() == ["        4  سامي الزبيدي  = الزبيدي"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["merge", "الزبيدي", "سامي الزبيدي"], "one person already"),
        (["split", "الزبيدي", "منى الحريري"], "is no name of سامي الزبيدي"),
        (["rename", "الزبيدي", "سعد الحريري"], "another's name: isnad person merge"),
        (["merge", "الزبيدي", "ميركل"], "no statement is by 'ميركل'"),
    ],
)
def test_what_cannot_be_decided(said: Run, words: list[str], complaint: str) -> None:
    result = said("person", *words)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert complaint in result.stderr


def test_a_store_that_is_not_there(run: Run, store_path: Path) -> None:
    for words in (["person", "ماكرون"], ["statements"], ["person", "merge", "أ", "ب"]):
        result = run(*words)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"Error: there is no store at {store_path}")
