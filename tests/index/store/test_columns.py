from __future__ import annotations

import datetime as dt
from pathlib import Path

from index.embedder import Embedder
from index.ingest import add
from index.store import Store
from index.store.columns import FACETS, UNDATED, read, value_key, version
from index.vocabulary import Article


def test_every_statement_has_its_place_in_every_column(press: Store) -> None:
    columns = read(press.catalogue)
    assert len(columns) == press.catalogue.counts().statements == 13
    assert tuple(columns.facets) == FACETS
    assert all(len(column.codes) == 13 for column in columns.facets.values())
    assert (columns.keys[:-1] < columns.keys[1:]).all()
    speaker = columns.facets["speaker"]
    assert sorted((speaker.codes == speaker.number("هاله مرعي")).nonzero()[0].tolist()) == [0, 1, 9, 12]
    assert [dt.date.fromordinal(day) for day in columns.days[:1].tolist()] == [dt.date(2025, 1, 6)]
    assert columns.days[-1] == UNDATED and columns.facets["month"].codes[-1] == -1


def test_spellings_of_a_value_are_one_and_the_commonest_is_shown(tmp_path: Path, tiny_embedder: Embedder) -> None:
    articles = [
        Article(f"قال الوزير سمير البنا في {place} إن العمل مستمر.", id=str(n), date=dt.date(2025, 1, 1 + n))
        for n, place in enumerate(["الإسكندرية", "الاسكندرية", "الإسكندرية"])
    ]
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, articles)
        place = read(store.catalogue).facets["place"]
    assert place.shown == ("الإسكندرية",) and place.codes.tolist() == [0, 0, 0]
    assert place.number("الاسكندرية") == place.number("الإسكندرية") == 0
    assert place.number("طنجة") is None


def test_an_organisation_that_speaks_is_its_own(press: Store) -> None:
    organization = read(press.catalogue).facets["organization"]
    assert "وزارة النقل" in organization.shown


def test_the_version_changes_with_the_catalogue_and_only_then(tmp_path: Path, tiny_embedder: Embedder) -> None:
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        first = version(store.catalogue)
        assert version(store.catalogue) == first
        add(store, [Article("قال الوزير سمير البنا إن العمل مستمر.")])
        second = version(store.catalogue)
        assert second != first
        with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as other:
            other.catalogue.record(something="else")  # as another process would
            assert version(store.catalogue) != second


def test_a_value_is_told_apart_by_its_folded_words() -> None:
    assert value_key("  مؤتمرٌ   صحفي ") == value_key("موتمر صحفي")
    assert value_key("Reuters") == value_key("reuters")
