import datetime as dt
from pathlib import Path

from index.ingest import file_entry
from index.passages import estimate_tokens
from index.people.keys import name_key
from index.people.profile import Role, roles
from index.people.settling import settle
from index.store.catalogue import Catalogue
from index.vocabulary import Article

NEWS = [
    (dt.date(2020, 1, 1), "قال وزير العدل سامي الزبيدي إن القانون جاهز."),
    (dt.date(2020, 3, 1), "قال وزير العدل سامي الزبيدى إن القانون سيُعرض."),
    (dt.date(2023, 7, 4), "أكد رئيس المجلس سامي الزبيدي أن الجلسة علنية."),
    (dt.date(2023, 8, 4), "أكد سامي الزبيدي أن الجلسة انتهت."),
]


def test_roles_in_the_order_of_their_first_days(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "c.sqlite3")
    for day, text in NEWS:
        catalogue.write(file_entry(Article(text, date=day), estimate_tokens), 1)
    settle(catalogue)
    found = roles(catalogue, name_key("سامي الزبيدي"))
    assert [(role.role, role.first, role.last, role.count) for role in found] == [
        ("وزير العدل", dt.date(2020, 1, 1), dt.date(2020, 3, 1), 2),
        ("رئيس المجلس", dt.date(2023, 7, 4), dt.date(2023, 7, 4), 1),
    ]
    assert isinstance(found[0], Role)
    assert roles(catalogue, "nobody") == []
    catalogue.close()
