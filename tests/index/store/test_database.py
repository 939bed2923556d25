import datetime as dt
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.store import database as module
from index.store.catalogue import Catalogue
from index.store.database import Database
from index.store.schema import MIGRATIONS


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "c.sqlite3")
    yield database
    database.close()


def test_settings_are_written_and_replaced(database: Database) -> None:
    assert database.setting("embedder") is None
    database.record(embedder="tiny", dimension="64")
    database.record(embedder="small")
    assert (database.setting("embedder"), database.setting("dimension")) == ("small", "64")


def test_a_setting_that_was_taken_back_is_not_remembered(database: Database) -> None:
    database.record(embedder="first")
    assert database.setting("embedder") == "first"
    with pytest.raises(ZeroDivisionError), database.transaction() as db:
        db.execute("UPDATE settings SET value = 'second' WHERE name = 'embedder'")
        assert database.setting("embedder") == "second"
        raise ZeroDivisionError
    assert database.setting("embedder") == "first"


def test_changes_tell_of_writing_here_and_elsewhere(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOMENT", 0.0)
    before = database.changes()
    assert database.changes() == before
    database.record(one="1")
    here = database.changes()
    assert here != before
    other = Database(tmp_path / "c.sqlite3")
    other.record(one="2")
    other.close()
    assert database.changes() != here
    assert database.setting("one") == "2"


def test_a_failed_transaction_leaves_nothing_even_when_nested(database: Database) -> None:
    with pytest.raises(RuntimeError), database.transaction():
        with database.transaction() as inner:
            inner.execute("INSERT INTO settings VALUES ('a', '1')")
        raise RuntimeError("stop")
    assert database.setting("a") is None


def test_threads_share_it(database: Database) -> None:
    def count(name: str) -> None:
        for number in range(50):
            database.record(**{f"{name}{number}": str(number)})

    threads = [threading.Thread(target=count, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert database.rows("SELECT count(*) FROM settings") == [(200,)]


def test_another_connection_reads_while_this_one_writes(database: Database, tmp_path: Path) -> None:
    database.record(a="1")
    with database.transaction() as db:
        db.execute("UPDATE settings SET value = '2'")
        other = sqlite3.connect(tmp_path / "c.sqlite3")
        assert other.execute("SELECT value FROM settings").fetchall() == [("1",)]
        other.close()
    assert database.setting("a") == "2"


def test_one_from_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "newer.sqlite3"
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(ValueError, match="update isnad"):
        Database(path)


def test_a_store_of_the_first_schema_keeps_its_words(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "c.sqlite3") as old:
        old.executescript(f"""{MIGRATIONS[0]}; PRAGMA user_version = 1;
            INSERT INTO articles VALUES
                (4, 'a', '', '', 'done', 1, 4, '', 'عنوان', 'نص', '2025-01-09', 'س', '', '', '');
            INSERT INTO passages VALUES (9, 4, 0, 0, 2, 'v');
            INSERT INTO article_words (rowid, title, body, day) VALUES (4, 'عنوان', 'نص طويل', '9');
            INSERT INTO passage_words (rowid, title, body, day) VALUES (9, 'عنوان', 'نص', '9');""")
    old.close()
    catalogue = Catalogue(tmp_path / "c.sqlite3")
    [due] = catalogue.words_due(10)
    assert (due.article, due.words, due.passages) == (4, ("عنوان", "نص طويل", "9"), ((9, "نص"),))
    assert (due.source, due.date) == ("س", dt.date(2025, 1, 9))
    assert catalogue.rows("SELECT name FROM sqlite_master WHERE name LIKE '%e_words%'") == []
    catalogue.close()


def test_a_store_from_before_there_were_statements_is_brought_up_to_date(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "c.sqlite3") as old:
        old.executescript(f"""{MIGRATIONS[0]}; {MIGRATIONS[1]}; PRAGMA user_version = 2;
            INSERT INTO articles VALUES
                (4, 'a', '', '', 'done', 1, 4, '', 'عنوان', 'نص', '2025-01-09', 'س', '', '', '');
            INSERT INTO passages VALUES (9, 4, 0, 0, 2, 'v');
            INSERT INTO words_due (article, words) VALUES (4, '["عنوان", "نص", "9", [[9, "نص"]]]');""")
    old.close()
    catalogue = Catalogue(tmp_path / "c.sqlite3")
    assert catalogue.part_counts() == (1, 0)
    assert catalogue.outdated_statements("1") == 1
    [due] = catalogue.words_due(10)
    assert (due.passages, due.statements) == (((9, "نص"),), ())
    assert catalogue.pending(10) == []
    catalogue.close()
