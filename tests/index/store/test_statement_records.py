import datetime as dt
from pathlib import Path

import pytest

from index.ingest import file_entry
from index.passages import estimate_tokens
from index.statements import extract
from index.store.catalogue import Catalogue
from index.store.statement_records import narrowing
from index.vocabulary import Article, StatementFilters

ARTICLE = Article(
    "أعلنت وزيرة الصحة ليلى مناع، أمس الاثنين، خلال ندوة صحفية بالعاصمة أن «اللقاح متوفر». وأضافت في تصريح لوكالة "
    "الأنباء أن الحملة تبدأ غدا. وقال مصدر أمني إن الحركة عادية.",
    id="ع/7",
    date=dt.date(2021, 2, 2),
)


def test_statements_come_back_as_they_were_extracted(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "c.sqlite3")
    key = catalogue.write(file_entry(ARTICLE, estimate_tokens), 1)
    expected = extract(ARTICLE)
    assert len(expected) == 3
    assert expected[0].said_on == dt.date(2021, 2, 1)
    assert expected[0].place is not None
    assert [statement for statement, _ in catalogue.statements(key)] == expected
    catalogue.close()


def test_a_name_is_its_own_person_until_all_are_settled(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "c.sqlite3")
    catalogue.write(file_entry(ARTICLE, estimate_tokens), 1)
    assert catalogue.setting("names_changed") == "1"
    sql = "SELECT DISTINCT p.shown FROM statements s JOIN names n ON n.name = s.name JOIN people p USING (person)"
    assert {row[0] for row in catalogue.rows(sql)} == {"ليلى مناع", "مصدر أمني"}
    catalogue.close()


@pytest.mark.parametrize(
    ("filters", "condition", "values"),
    [
        (StatementFilters(), "1", []),
        (StatementFilters(kinds=("person",)), "s.kind IN (SELECT value FROM json_each(?))", ['["person"]']),
        (StatementFilters(since=dt.date(2021, 1, 2)), "s.day >= ?", ["2021-01-02"]),
        (StatementFilters(places=("دار البيضاء",)), None, [" دار ", " بيضاء "]),
    ],
)
def test_filters_as_sql(filters: StatementFilters, condition: str | None, values: list[object]) -> None:
    where, given = narrowing(filters)
    assert where == condition or condition is None
    assert given == values
    assert where.count("?") == len(values)
