import datetime as dt

import pytest

from assistant.library.shelf import PAGE, browse
from index.ingest import add
from index.store import Store
from index.vocabulary import Article


@pytest.fixture
def filled(store: Store) -> Store:
    first = dt.date(2024, 1, 1)
    add(
        store,
        [
            Article(
                f"قالت هدى النجار رقم {number}: «حصاد القمح بدأ».",
                id=f"n{number}",
                title=f"الخبر {number}",
                date=first + dt.timedelta(days=number),
                source="المرفأ" if number % 2 else "الساحل",
            )
            for number in range(60)
        ],
    )
    add(store, [Article("أغلق الميناء أبوابه بسبب العاصفة.", id="storm", title="العاصفة")])
    return store


def test_the_newest_first_a_page_at_a_time(filled: Store) -> None:
    shelf = browse(filled)
    assert (shelf.total, shelf.pages, shelf.number, len(shelf.articles)) == (61, 3, 0, PAGE)
    assert (shelf.articles[0].title, shelf.articles[0].date) == ("الخبر 59", dt.date(2024, 2, 29))
    assert shelf.articles[0].statements == 1
    last = browse(filled, number=99)
    assert last.number == 2 and last.articles[-1].id == "storm"  # without a date it comes last


def test_of_one_outlet(filled: Store) -> None:
    shelf = browse(filled, sources=("الساحل",))
    assert shelf.total == 30 and {held.source for held in shelf.articles} == {"الساحل"}


def test_by_words_in_any_form_and_by_id(filled: Store) -> None:
    assert [held.id for held in browse(filled, "عواصف العاصفه").articles][:1] == ["storm"]
    assert browse(filled, " n7 ").articles[0].id == "n7"
    assert browse(filled, "القمح").total == 60
    assert browse(filled, "القمح", number=2).number == 2
    assert browse(filled, "كلمة ليست هناك").total == 0
    assert browse(filled, "the of").total == 0 and browse(filled, "القمح", ("غير موجود",)).total == 0


def test_an_empty_store(store: Store) -> None:
    shelf = browse(store)
    assert (shelf.articles, shelf.total, shelf.pages) == ((), 0, 1)
