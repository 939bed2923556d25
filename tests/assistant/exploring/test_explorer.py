from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.exploring.choice import parse
from assistant.exploring.explorer import PAGE, Explorer
from assistant.exploring.matching import ranked
from index.embedder import Embedder
from index.ingest import add, remove
from index.store import Store, StoreError
from index.vocabulary import Article


def said(explorer: Explorer, query: str) -> list[str]:
    return [hit.content for hit in explorer.every(explorer.selection(parse(query)))]


def test_statements_come_newest_first_oldest_first_or_nearest_first(explorer: Explorer) -> None:
    newest, oldest = said(explorer, ""), said(explorer, "order=oldest")
    assert newest[0].startswith("=1+1") and oldest[0].startswith("رسوم الميناء سترتفع")
    assert newest[-1] == oldest[-1] == "باب الحوار مفتوح أمام البحارة"  # without a day
    assert sorted(newest) == sorted(oldest) and len(newest) == 13
    nearest = explorer.selection(parse("about=رسوم الميناء&order=nearest"))
    keys = [hit.key for hit in explorer.every(nearest)]
    assert keys == list(ranked(explorer.store, "رسوم الميناء", np.array(sorted(keys))))
    assert keys != [hit.key for hit in explorer.every(explorer.selection(parse("about=رسوم الميناء")))]


def test_pages_hold_all_and_each_once(tmp_path: Path, tiny_embedder: Embedder) -> None:
    articles = [Article(f"قال الوزير سمير البنا إن المشروع رقم {n} جاهز.", id=f"a{n}") for n in range(PAGE + 3)]
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, articles)
        explorer = Explorer(store)
        first = explorer.page(explorer.selection(parse("")))
        second = explorer.page(explorer.selection(parse("page=2")))
        beyond = explorer.page(explorer.selection(parse("page=99")))
    assert (first.total, first.pages, len(first.hits), len(second.hits)) == (PAGE + 3, 2, PAGE, 3)
    assert not {hit.key for hit in first.hits} & {hit.key for hit in second.hits}
    assert beyond == second


def test_by_meaning_the_nearest_of_all_are_narrowed_by_facets(explorer: Explorer) -> None:
    near = explorer.selection(parse("about=رسوم الميناء&match=meaning"))
    assert len(near.rows) == 13  # a small store: all are among the nearest
    some = explorer.selection(parse("about=رسوم الميناء&match=meaning&stance=deny"))
    assert len(some.rows) == 1


def test_what_is_added_and_removed_is_seen(own: Explorer) -> None:
    before = len(own.columns)
    add(own.store, [Article("قال الوزير سمير البنا إن العمل مستمر.", id="new")])
    assert len(own.columns) == before + 1
    remove(own.store, "new")
    assert len(own.columns) == before


def test_columns_are_read_once_where_nothing_changes(own: Explorer) -> None:
    own.selection(parse("about=رسوم"))
    assert own.columns is own.columns
    held = own.columns
    own.page(own.selection(parse("about=رسوم&stance=deny")))
    assert own.columns is held


def test_a_store_without_statements_says_what_to_do(own: Explorer) -> None:
    with own.store.catalogue.transaction() as db:
        db.execute("UPDATE articles SET statements = '0'")
    with pytest.raises(StoreError, match="isnad reindex statements"):
        own.selection(parse(""))


def test_facets_are_all_there_with_months_in_order(explorer: Explorer) -> None:
    counted = explorer.facets(explorer.selection(parse("")))
    assert [one.key for one in counted["month"]] == ["2025-03", "2025-02", "2025-01"]


def test_a_view_is_made_once_and_again_after_a_change(own: Explorer) -> None:
    first = own.exchanges(own.selection(parse("about=رسوم")))
    assert own.exchanges(own.selection(parse("about=رسوم&page=2&order=oldest"))) is first
    assert own.exchanges(own.selection(parse("about=الأرصفة"))) is not first
    remove(own.store, "fees-2")
    again = own.exchanges(own.selection(parse("about=رسوم")))
    assert again is not first and again.total < first.total
