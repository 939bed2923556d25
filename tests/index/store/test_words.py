import datetime as dt
import math
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.arabic.analyser import tokens
from index.ingest import file_entry
from index.passages import estimate_tokens
from index.store.catalogue import Catalogue
from index.store.words import Words
from index.vocabulary import Article, Filters

ARTICLES = (
    Article(
        "نفى وزير التموين رفع سعر الخبز المدعّم.", id="bread", title="الخبز", date=dt.date(2025, 1, 9), source="الميزان"
    ),
    Article("وصل القطار الأول إلى المحطة.", id="rail", title="سكك", date=dt.date(2025, 4, 1), source="الساحل"),
    Article("أعلن الوزير موعد انطلاق القطار السريع.", id="fast", title="القطار", source="الساحل"),
)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite3")
    write(catalogue, *ARTICLES)
    yield catalogue
    catalogue.close()


@pytest.fixture
def words(tmp_path: Path, catalogue: Catalogue) -> Words:
    return Words(tmp_path / "words", catalogue)


def write(catalogue: Catalogue, *articles: Article) -> None:
    for article in articles:
        catalogue.write(file_entry(article, estimate_tokens), run=1)


def ids(catalogue: Catalogue, found: list[tuple[int, float]]) -> list[str]:
    return [catalogue.parts(key)[0].id for key, _ in found]


def test_the_best_match_is_first_and_scores_fall(catalogue: Catalogue, words: Words) -> None:
    found = words.articles_with(tokens("من أعلن موعد القطار؟"), 10)
    assert ids(catalogue, found) == ["fast", "rail"]
    assert found[0][1] > found[1][1] > 0


def test_bm25_by_hand(words: Words) -> None:
    # سعر stands once in one of three passages.
    lengths = [len(tokens(f"{a.title} {a.text}")) + 3 * (a.date is not None) for a in ARTICLES]
    idf = math.log(2.5 / 1.5)
    expected = idf * 2.2 / (1 + 1.2 * (0.25 + 0.75 * lengths[0] / (sum(lengths) / 3)))
    [(key, score)] = words.passages_with(tokens("سعر"), 5)
    assert key == 1
    assert score == pytest.approx(expected, rel=1e-4)


def test_careless_spelling_finds_the_same(catalogue: Catalogue, words: Words) -> None:
    assert ids(catalogue, words.passages_with(tokens("سعر الخبز المدعم"), 5)) == ["bread"]


def test_a_passage_is_found_by_its_title_and_its_month_under_any_name(catalogue: Catalogue, words: Words) -> None:
    assert ids(catalogue, words.passages_with(tokens("سكك"), 5)) == ["rail"]
    assert ids(catalogue, words.passages_with(tokens("كانون الثاني"), 5)) == ["bread"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(since=dt.date(2025, 1, 1)), ["rail"]),
        (Filters(until=dt.date(2025, 4, 1)), ["rail"]),
        (Filters(until=dt.date(2025, 3, 31)), []),
        (Filters(sources=("الميزان",)), []),
        (Filters(sources=("الساحل", "الميزان")), ["fast", "rail"]),
        (Filters(articles=("rail", "bread")), ["rail"]),
        (Filters(articles=("nobody's",)), []),
        (Filters(sources=("الساحل",), since=dt.date(2025, 4, 1), until=dt.date(2025, 4, 1)), ["rail"]),
    ],
)
def test_filters_narrow_and_leave_the_score_alone(
    catalogue: Catalogue, words: Words, filters: Filters, expected: list[str]
) -> None:
    everything = dict(words.articles_with(tokens("القطار"), 5))
    found = words.articles_with(tokens("القطار"), 5, filters)
    assert ids(catalogue, found) == expected
    assert all(score == pytest.approx(everything[key]) for key, score in found)
    passages = words.passages_with(tokens("القطار"), 5, filters)
    assert ids(catalogue, [(catalogue.articles_of([key])[key], score) for key, score in passages]) == expected


@pytest.mark.parametrize("question", ["", "من؟", "NOT AND OR NEAR(", '"', "* ^ : - ()"])
def test_no_question_is_a_syntax_error(words: Words, question: str) -> None:
    assert words.passages_with(tokens(question), 5) == []


def test_what_is_written_replaced_and_removed_is_so_at_the_next_search(catalogue: Catalogue, words: Words) -> None:
    assert ids(catalogue, words.articles_with(tokens("الضباب"), 5)) == []
    write(catalogue, Article("أغلق المطار بسبب الضباب.", id="fog"))
    assert ids(catalogue, words.articles_with(tokens("الضباب"), 5)) == ["fog"]
    write(catalogue, Article("فتح المطار من جديد.", id="fog"))
    assert ids(catalogue, words.articles_with(tokens("الضباب"), 5)) == []
    assert ids(catalogue, words.articles_with(tokens("المطار"), 5)) == ["fog"]
    catalogue.remove("fog")
    assert words.passages_with(tokens("المطار"), 5) == []
    assert words.keys() == ({1, 2, 3}, {1, 2, 3})


def test_the_key_of_a_removed_article_given_to_another(catalogue: Catalogue, words: Words) -> None:
    assert len(words.articles_with(tokens("موعد"), 5)) == 1
    catalogue.remove("fast")
    write(catalogue, Article("هطلت أمطار غزيرة.", id="rain"))  # SQLite gives it the key that has become free
    assert words.articles_with(tokens("موعد"), 5) == []
    assert ids(catalogue, words.articles_with(tokens("أمطار"), 5)) == ["rain"]


def test_a_kill_before_the_catalogue_hears_of_it_does_no_harm(
    tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(self: Catalogue, numbers: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Catalogue, "forget_words_due", killed)
        with pytest.raises(KeyboardInterrupt):
            Words(tmp_path / "words", catalogue).catch_up()
    assert catalogue.owes_words()
    words = Words(tmp_path / "words", catalogue)
    assert len(words.articles_with(tokens("القطار"), 5)) == 2
    assert words.keys() == ({1, 2, 3}, {1, 2, 3})
    assert not catalogue.owes_words()


def test_a_rolled_back_article_is_never_found(catalogue: Catalogue, words: Words) -> None:
    with pytest.raises(RuntimeError), catalogue.transaction():
        write(catalogue, Article("أغلق المطار بسبب الضباب.", id="fog"))
        raise RuntimeError("stop")
    assert words.articles_with(tokens("الضباب"), 5) == []


def test_it_stands_when_opened_again(tmp_path: Path, catalogue: Catalogue, words: Words) -> None:
    words.catch_up()
    assert Words(tmp_path / "words", catalogue).counts()[0] == 3


def test_threads_that_search_at_once_bring_it_up_to_date_once(catalogue: Catalogue, words: Words) -> None:
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: words.articles_with(tokens("القطار"), 5), range(8)))
    assert all(one == found[0] and len(one) == 2 for one in found)


def test_the_rarer_a_word_the_more_it_tells(words: Words) -> None:
    weights = words.rarity(tokens("القطار والخبز والزرافة"))
    assert list(weights.values()) == [pytest.approx(math.log(1 + 3 / n)) for n in (2, 1, 1)]


def test_which_words_an_article_holds(words: Words) -> None:
    asked = tokens("سعر القطار في جانفي 2025")
    held = words.held(asked, [1, 2])
    assert held == {1: {*tokens("سعر"), "شهر01", "2025"}, 2: {*tokens("القطار"), "2025"}}
    assert words.held(asked, []) == {}


def test_a_damaged_folder_is_named(tmp_path: Path, catalogue: Catalogue, words: Words) -> None:
    words.catch_up()
    (tmp_path / "words" / "passages" / "meta.json").write_text("{")
    with pytest.raises(ValueError, match=r"."):
        Words(tmp_path / "words", catalogue)
