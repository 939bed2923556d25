from __future__ import annotations

from assistant.exploring.matching import holding, nearest, ranked
from index.store import Store
from index.store.statements import hits


def said(store: Store, keys: list[int]) -> list[str]:
    return [hit.content for hit in hits(store.catalogue, keys)]


def test_all_the_words_have_to_be_there(press: Store) -> None:
    found = said(press, holding(press, "رسوم الموانئ إضراب").tolist())
    assert found == ["إضراب عام في الموانئ إذا ارتفعت رسوم الميناء"]
    assert len(holding(press, "رسوم الميناء")) == 6
    assert len(holding(press, "رسوم المريخ")) == 0


def test_words_are_matched_as_the_analyser_has_them(press: Store) -> None:
    assert len(holding(press, "الأرصفه")) == len(holding(press, "أرصفة")) == 3
    assert len(holding(press, "في من إلى")) == 0  # nothing but function words
    assert len(holding(press, "")) == 0


def test_the_nearest_come_first_with_falling_scores(press: Store) -> None:
    found = nearest(press, "إضراب عام في الموانئ", 5)
    assert len(found) == 5
    assert said(press, list(found))[0].startswith("إضراب عام")
    assert list(found.values()) == sorted(found.values(), reverse=True)


def test_ranking_keeps_all_that_are_given(press: Store) -> None:
    among = holding(press, "رسوم الميناء")
    found = ranked(press, "رسوم الميناء تثقل الصيادين", among)
    assert set(found) == set(among.tolist())
    assert said(press, list(found))[0].startswith("رسوم الميناء تثقل")
