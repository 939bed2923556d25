from pathlib import Path

import pytest

from index.ingest import file_entry
from index.passages import estimate_tokens
from index.people import settling
from index.people.settling import settle
from index.store.catalogue import Catalogue
from index.vocabulary import Article


def people(catalogue: Catalogue) -> dict[str, str]:
    return dict(catalogue.rows("SELECT n.spelling, p.shown FROM names n JOIN people p USING (person)"))


def test_names_are_settled_when_they_change_and_only_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalogue(tmp_path / "c.sqlite3")
    for id_, text in (("a", "قال سامي الزبيدي إن الماء وفير."), ("b", "أكد الزبيدي أن الآبار عميقة.")):
        catalogue.write(file_entry(Article(text, id=id_), estimate_tokens), 1)
    settle(catalogue)
    assert people(catalogue) == {"سامي الزبيدي": "سامي الزبيدي", "الزبيدي": "سامي الزبيدي"}
    catalogue.write(file_entry(Article("قالت منى الزبيدي إن المدارس قليلة.", id="c"), estimate_tokens), 2)
    settle(catalogue)
    assert people(catalogue)["الزبيدي"] == "الزبيدي"  # whose it is can no longer be said
    catalogue.remove("a")
    settle(catalogue)
    assert people(catalogue) == {"منى الزبيدي": "منى الزبيدي", "الزبيدي": "منى الزبيدي"}
    monkeypatch.setattr(settling, "resolve", None)  # it would fail if it were called
    settle(catalogue)
    catalogue.close()
