import datetime as dt

from assistant.library.holdings import holdings
from index.ingest import add
from index.store import Store
from index.vocabulary import Article


def test_what_a_store_holds(store: Store) -> None:
    empty = holdings(store)
    assert (empty.articles, empty.embedder, empty.first_day) == (0, "", None)
    add(store, [Article("قالت هدى النجار: «بدأ الحصاد».", date=dt.date(2024, 5, 1), source="المرفأ")])
    held = holdings(store)
    assert (held.articles, held.passages, held.statements, held.people, held.outlets) == (1, 1, 1, 1, 1)
    assert held.first_day == held.last_day == dt.date(2024, 5, 1)
    assert (held.embedder, held.dimension, held.pending, held.outdated) == ("tiny-hash", 64, 0, 0)
    assert held.taken > 10_000 and [name for name, _ in held.versions] == ["passages", "analyser", "statements"]
