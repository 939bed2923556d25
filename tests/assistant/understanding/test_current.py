from collections.abc import Callable

import pytest

from assistant.understanding import current
from assistant.understanding.current import CurrentGazetteer
from index.ingest import add
from index.people.keys import words
from index.store import Store
from index.vocabulary import Article

StoreOf = Callable[..., Store]
ONE = Article(id="one", text="قال المدير كمال الدريدي إن المصنع سيغلق أبوابه في نهاية الشهر.", source="الضحى")
TWO = Article(id="two", text="قالت النائبة لبنى الجريبي إن السوق ستفتح أبوابها يوم الاثنين.", source="الشعلة")


def test_it_is_made_once(store_of: StoreOf) -> None:
    names = CurrentGazetteer(store_of(ONE).catalogue)
    made = names.now()
    assert [one.shown for one in made.person(words("الدريدي"))] == ["كمال الدريدي"]
    assert made.outlets == {"الضحى": 1}
    assert names.now() is made


def test_it_follows_the_store(store_of: StoreOf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "_REST", 0.0)
    store = store_of(ONE)
    names = CurrentGazetteer(store.catalogue)
    assert not names.now().person(words("الجريبي"))
    add(store, [TWO])
    assert [one.shown for one in names.now().person(words("الجريبي"))] == ["لبنى الجريبي"]
    assert names.now().outlets == {"الضحى": 1, "الشعلة": 1}


def test_it_rests_between_two_makings(store_of: StoreOf) -> None:
    store = store_of(ONE)
    names = CurrentGazetteer(store.catalogue)
    made = names.now()
    add(store, [TWO])
    assert names.now() is made
