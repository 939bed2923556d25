import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.arabic.analyser import tokens
from index.ingest import file_entry, statement_entries
from index.passages import estimate_tokens
from index.store.catalogue import Catalogue, Counts
from index.vocabulary import Article, Filters

BREAD = Article(
    "قال وزير التموين هاني الرفاعي إن سعر رغيف الخبز المدعم لن يتغير.",
    id="خبز/1",
    title="الرفاعي: لا مساس بالرغيف",
    date=dt.date(2025, 3, 4),
    source="الميزان",
)
RAIL = Article("وصل أول قطار إلى المحطة الجديدة صباح الأحد.", id="rail", title="قطار", source="الساحل")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite3")
    yield catalogue
    catalogue.close()


def write(catalogue: Catalogue, *articles: Article, run: int = 1) -> None:
    for article in articles:
        catalogue.write(file_entry(article, estimate_tokens), run)


def test_an_article_comes_back_as_it_was(catalogue: Catalogue) -> None:
    write(catalogue, BREAD, RAIL)
    assert catalogue.article("خبز/1") == BREAD
    assert catalogue.article("rail") == RAIL
    assert catalogue.article("nothing") is None


def test_it_is_pending_until_finished(catalogue: Catalogue) -> None:
    write(catalogue, BREAD)
    (key,) = catalogue.pending(10)
    article, [(passage, vector)] = catalogue.parts(key)
    assert article == BREAD
    assert passage.span.of(BREAD.text) == BREAD.text
    assert len(vector) == 32
    catalogue.finish([key])
    assert catalogue.pending(10) == []
    assert catalogue.standing("خبز/1") == (BREAD.fingerprint, "done", 1)


def test_a_changed_article_replaces_its_parts_and_leaves_stale_vectors(catalogue: Catalogue) -> None:
    write(catalogue, BREAD)
    old = catalogue.parts(catalogue.pending(1)[0])[1][0][1]
    changed = Article("نفى وزير التموين رفع سعر الخبز.", id="خبز/1", source="الميزان")
    write(catalogue, changed, run=2)
    assert catalogue.article("خبز/1") == changed
    assert catalogue.counts().passages == 1
    assert catalogue.stale_vectors() == [old]
    catalogue.forget_stale([old])
    assert catalogue.stale_vectors() == []


def test_statements_are_refiled_alone_and_only_their_vectors_are_due(catalogue: Catalogue) -> None:
    write(catalogue, BREAD)
    (key,) = catalogue.pending(10)
    catalogue.finish([key])
    assert catalogue.unwritten(key)[2:] == ([], False)
    [(said, vector)] = catalogue.statements(key)
    assert said.content.of(BREAD.text) == "سعر رغيف الخبز المدعم لن يتغير"
    changed = statement_entries(Article(BREAD.text.replace("الرفاعي", "الرافعي"), id="خبز/1"))
    catalogue.write_statements(key, changed, "2", ("", "", ""), [])
    assert catalogue.pending(10) == [key]
    _, passages, statements, passages_due = catalogue.unwritten(key)
    assert len(passages) == 1 and not passages_due
    assert [one.speaker for one, _ in statements] == ["هاني الرافعي"]
    assert catalogue.stale_statements() == [vector]
    assert catalogue.outdated_statements("2") == 0
    catalogue.write_statements(key, statement_entries(BREAD), "1", ("", "", ""), [])
    assert vector not in catalogue.stale_statements()


def test_statements_refiled_while_passages_are_due_leave_those_due(catalogue: Catalogue) -> None:
    write(catalogue, BREAD)
    (key,) = catalogue.pending(10)
    catalogue.write_statements(key, statement_entries(BREAD), "1", ("", "", ""), [])
    _, passages, statements, passages_due = catalogue.unwritten(key)
    assert (len(passages), len(statements), passages_due) == (1, 1, True)


def test_the_same_article_written_again_leaves_nothing_stale(catalogue: Catalogue) -> None:
    write(catalogue, BREAD)
    write(catalogue, BREAD, run=2)
    assert catalogue.stale_vectors() == []
    assert catalogue.counts().passages == 1


def test_removing_removes_every_part(catalogue: Catalogue) -> None:
    write(catalogue, BREAD, RAIL)
    assert catalogue.remove("خبز/1")
    assert not catalogue.remove("خبز/1")
    assert catalogue.article("خبز/1") is None
    tables = ("articles", "passages", "story_bands")
    left = {table: catalogue.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables}
    assert left == {"articles": 1, "passages": 1, "story_bands": 32}
    assert len(catalogue.stale_vectors()) == 1


def test_articles_newest_first_undated_last_and_narrowed(catalogue: Catalogue) -> None:
    later = Article("قال الوزير إن القمح يكفي.", id="b", date=dt.date(2025, 5, 1), source="الميزان")
    write(catalogue, RAIL, BREAD, later)
    assert [a.id for a in catalogue.articles()] == ["b", "خبز/1", "rail"]
    assert [a.id for a in catalogue.articles(limit=1, offset=1)] == ["خبز/1"]
    assert [a.id for a in catalogue.articles(Filters(sources=("الميزان",), until=dt.date(2025, 3, 4)))] == ["خبز/1"]
    assert [a.id for a in catalogue.articles(Filters(since=dt.date(2025, 4, 1)))] == ["b"]
    assert [a.id for a in catalogue.articles(Filters(articles=("rail", "b")))] == ["b", "rail"]


def test_articles_of_one_day_are_listed_from_the_last_added_without_sorting(catalogue: Catalogue) -> None:
    write(catalogue, RAIL, Article("أغلق المطار بسبب الضباب.", id="fog"))
    assert [a.id for a in catalogue.articles()] == ["fog", "rail"]
    ((*_, plan),) = catalogue.rows("EXPLAIN QUERY PLAN SELECT a.text FROM articles a ORDER BY a.day DESC, a.key DESC")
    assert "articles_day" in plan


def test_a_narrowing_to_more_articles_than_a_statement_has_variables(catalogue: Catalogue) -> None:
    write(catalogue, RAIL, BREAD)
    many = Filters(articles=("خبز/1", *(f"other-{n}" for n in range(40_000))))
    assert [a.id for a in catalogue.articles(many)] == ["خبز/1"]


def test_counts_and_sources(catalogue: Catalogue) -> None:
    write(catalogue, RAIL, BREAD)
    counts = catalogue.counts()
    assert (counts.articles, counts.passages, counts.pending, counts.sources) == (2, 2, 2, 2)
    assert (counts.first_day, counts.last_day) == (dt.date(2025, 3, 4), dt.date(2025, 3, 4))
    assert catalogue.sources() == [("الساحل", 1), ("الميزان", 1)]
    write(catalogue, Article("انقطعت الكهرباء عن الحي.", id="no outlet"))
    assert (catalogue.counts().sources, catalogue.counts().stories) == (2, 3)


def test_an_empty_catalogue_has_nothing_to_count(catalogue: Catalogue) -> None:
    assert catalogue.counts() == Counts(0, 0, 0, 0, 0, None, None, 0)


def test_words_are_owed_analysed_until_the_full_text_has_them(catalogue: Catalogue) -> None:
    write(catalogue, BREAD)
    [due] = catalogue.words_due(10)
    title, body, day = due.words or ("", "", "")
    assert title.split() == tokens(BREAD.title)
    assert body.split() == tokens(BREAD.text)
    assert day.split() == ["4", "شهر03", "2025"]
    assert due.passages == ((1, body),)
    assert (due.source, due.date) == (BREAD.source, BREAD.date)
    catalogue.forget_words_due([due.number])
    assert not catalogue.owes_words()


def test_a_change_made_meanwhile_stays_owed(catalogue: Catalogue) -> None:
    write(catalogue, BREAD, RAIL)
    taken = catalogue.words_due(10)
    catalogue.remove("rail")
    catalogue.forget_words_due(change.number for change in taken)
    [left] = catalogue.words_due(10)
    assert (left.article, left.words, left.passages) == (taken[1].article, None, ())


def test_what_a_ranking_needs_of_passages(catalogue: Catalogue) -> None:
    write(catalogue, BREAD, RAIL)
    found = catalogue.found([1, 2, 99])
    assert [(key, one.article, one.passage.article_id) for key, one in found.items()] == [
        (1, 1, "خبز/1"),
        (2, 2, "rail"),
    ]
    spans = [one.passage.span for one in found.values()]
    assert catalogue.passage_texts([1, 2, 99]) == {1: spans[0].of(BREAD.text), 2: spans[1].of(RAIL.text)}
    assert catalogue.articles_by_key([2, 99]) == {2: RAIL}
    assert catalogue.keys_of_articles(["rail", "nobody's"]) == [2]


def test_a_failed_transaction_leaves_nothing(catalogue: Catalogue) -> None:
    with pytest.raises(RuntimeError), catalogue.transaction():
        write(catalogue, BREAD)
        raise RuntimeError("stop")
    assert catalogue.article("خبز/1") is None


def test_runs_and_settings_are_kept(tmp_path: Path) -> None:
    for expected in (1, 2):
        catalogue = Catalogue(tmp_path / "c.sqlite3")
        assert catalogue.next_run() == expected
        catalogue.close()
