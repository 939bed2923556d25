import datetime as dt
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.arabic.analyser import tokens
from index.embedder import Embedder
from index.embedder.probes import PROBES
from index.embedder.runs import embed
from index.ingest import Summary, add, file_entry, finish, remove
from index.readings import embedded_text, readings
from index.statements.version import STATEMENTS_VERSION
from index.store import Store, StoreInUseError
from index.vocabulary import Article, Rejection

FLOOD = Article(
    id="f1",
    title="فيضانات في الوادي",
    date=dt.date(2024, 3, 5),
    source="الساحل",
    text="غمرت المياه، أمس الثلاثاء، أحياء كاملة من مدينة الوادي. "
    "وقال رئيس البلدية سالم العبيدي إن «ثلاثين أسرة نُقلت إلى المدارس».\n"
    "وأضاف أن فرق الحماية المدنية تعمل منذ الفجر على شفط المياه من الأقبية.",
)
MARKET = Article(
    id="m1",
    title="ارتفاع أسعار الزيت",
    date=dt.date(2024, 3, 6),
    source="البيان الجديد",
    text="إرتفعت أسعار زيت الزيتون بنسبة 12% في الأسواق ، وفق ما أعلنته نقابة التجّار. "
    "وأكدت النقابة أن المخزون يكفي شهرين.",
)


class Flaky:
    """The tiny embedder, failing at the n-th batch of passages; the probes of a store are none."""

    def __init__(self, embedder: Embedder, fails_at: int, error: BaseException) -> None:
        self.name, self.dimension, self.token_count, self.question = (
            *(embedder.name, embedder.dimension, embedder.token_count, embedder.question),
        )
        self._embedder, self._left, self._error = embedder, fails_at, error

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self._left -= tuple(texts) != PROBES
        if self._left == 0 and tuple(texts) != PROBES:
            raise self._error
        return self._embedder.passages(texts)


@pytest.fixture
def open_store(tmp_path: Path, tiny_embedder: Embedder) -> Callable[[], Store]:
    return lambda: Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder)


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Iterator[Store]:
    with open_store() as store:
        yield store


def many(number: int) -> list[Article]:
    return [
        Article(
            id=f"n{i}",
            title=f"خبر رقم {i}",
            text=f"أعلنت البلدية رقم {i} افتتاح المكتبة {i * 7}. وقال المدير {i} إن العمل تمّ.",
        )
        for i in range(number)
    ]


def whole(store: Store) -> bool:
    """Every passage and statement has its vector and its words, there is no other, and nothing is left to do."""
    passages, statements = (
        {row[0] for row in store.catalogue.rows(f"SELECT vector FROM {table}")} for table in ("passages", "statements")
    )
    vectors = (set(store.vectors.ids()), set(store.statement_vectors.ids()))
    keys = {row[0] for row in store.catalogue.rows("SELECT key FROM statements")}
    store.words.catch_up()
    return (
        vectors == (passages, statements)
        and store.words.statement_keys() == keys
        and not store.catalogue.counts().pending
        and not store.catalogue.outdated_statements(STATEMENTS_VERSION)
    )


def counts(summary: Summary) -> tuple[int, int, int, int, int]:
    return summary.added, summary.unchanged, summary.changed, summary.duplicate, len(summary.rejected)


def test_added_then_unchanged(store: Store) -> None:
    assert counts(add(store, [FLOOD, MARKET])) == (2, 0, 0, 0, 0)
    assert counts(add(store, [FLOOD, MARKET])) == (0, 2, 0, 0, 0)
    assert store.catalogue.article("f1") == FLOOD
    assert whole(store)


def test_the_vectors_are_of_the_title_and_the_words_as_read(store: Store, tiny_embedder: Embedder) -> None:
    add(store, [MARKET])
    (row,) = store.catalogue.rows("SELECT key FROM articles")
    article, [(passage, vector)] = store.catalogue.parts(row[0])
    assert embedded_text(article, passage) == f"ارتفاع أسعار الزيت\n{MARKET.text}"
    np.testing.assert_allclose(
        store.vectors.get([vector])[vector], tiny_embedder.passages([f"{MARKET.title}\n{MARKET.text}"])[0], atol=1e-6
    )


def test_statements_are_filed_with_their_article_and_their_vectors_say_who_said_what(
    store: Store, tiny_embedder: Embedder
) -> None:
    assert add(store, [FLOOD, MARKET]).statements == 4
    (key,) = (row[0] for row in store.catalogue.rows("SELECT key FROM articles WHERE id = 'f1'"))
    (first, vector), (second, _) = store.catalogue.statements(key)
    assert (first.speaker, first.role, second.speaker, second.basis) == (
        *("سالم العبيدي", "رئيس البلدية"),
        *("سالم العبيدي", "inherited"),
    )
    article, passages = store.catalogue.parts(key)
    (reading,) = readings(article, passages, [(first, vector)])
    _, (expected,) = embed(tiny_embedder, [reading.text], [reading.runs])
    np.testing.assert_allclose(store.statement_vectors.get([vector])[vector], expected[0], atol=1e-6)
    assert len(store.words.statements_with(tokens("العبيدي"), 5)) == 2


def test_statements_are_changed_and_removed_with_their_article(store: Store) -> None:
    add(store, [FLOOD, MARKET])
    before = set(store.statement_vectors.ids())
    add(store, [Article(text=FLOOD.text.replace("ثلاثين", "أربعين"), id="f1", title=FLOOD.title, date=FLOOD.date)])
    after = set(store.statement_vectors.ids())
    assert whole(store)
    assert (len(before - after), len(after - before), len(before & after)) == (1, 1, 3)
    remove(store, "f1")
    assert whole(store)
    assert [row[0] for row in store.catalogue.rows("SELECT DISTINCT speaker FROM statements")] == ["نقابة التجار"]
    assert [row[0] for row in store.catalogue.rows("SELECT shown FROM people")] != []


def test_a_new_title_makes_new_vectors_of_statements_too(store: Store) -> None:
    add(store, [MARKET])
    before = set(store.statement_vectors.ids())
    add(store, [Article(text=MARKET.text, id="m1", title="الزيت يزداد غلاءً")])
    after = set(store.statement_vectors.ids())
    assert after.isdisjoint(before) and len(after) == len(before) > 0
    assert whole(store)


def test_a_changed_article_replaces_its_parts(store: Store) -> None:
    add(store, [FLOOD, MARKET])
    before = set(store.vectors.ids())
    corrected = Article(
        text="غمرت المياه أحياء من مدينة الوادي. وقال رئيس البلدية إن عشرين أسرة نُقلت.", id="f1", title=FLOOD.title
    )
    assert counts(add(store, [corrected, MARKET])) == (0, 1, 1, 0, 0)
    assert store.catalogue.article("f1") == corrected
    assert whole(store)
    assert len(before & set(store.vectors.ids())) == 1  # the market's
    assert store.words.passages_with(tokens("ثلاثين شفط"), 5) == []
    assert len(store.words.passages_with(tokens("عشرين"), 5)) == 1


def test_a_new_title_alone_makes_new_vectors(store: Store) -> None:
    add(store, [MARKET])
    before = set(store.vectors.ids())
    add(store, [Article(text=MARKET.text, id="m1", title="الزيت يزداد غلاءً")])
    assert whole(store)
    assert not before & set(store.vectors.ids())


def test_the_same_text_under_another_id_is_added_and_counted(store: Store) -> None:
    copy = Article(text=FLOOD.text, id="f2", source="وكالة الجنوب")
    assert counts(add(store, [FLOOD, copy])) == (2, 0, 0, 1, 0)
    assert store.catalogue.counts().stories == 1


def test_what_was_rejected_is_kept_in_order_and_the_rest_added(store: Store) -> None:
    bad = [Rejection("أخبار.jsonl:3", "the text (body) is empty"), Rejection("x.pdf", "encrypted")]
    summary = add(store, [bad[0], FLOOD, bad[1]])
    assert counts(summary) == (1, 0, 0, 0, 2)
    assert summary.rejected == bad


def test_of_two_articles_with_one_id_in_a_run_the_first_stands_whenever_it_is_added(store: Store) -> None:
    other = Article(text="نصّ آخر تمامًا عن مباراة الأحد.", id="f1")
    for expected in ((1, 0, 0, 0, 1), (0, 1, 0, 0, 1), (0, 1, 0, 0, 1)):
        summary = add(store, [FLOOD, other])
        assert counts(summary) == expected
        assert "f1" in summary.rejected[0].place
        assert store.catalogue.article("f1") == FLOOD


def test_the_same_article_twice_in_a_run_is_unchanged(store: Store) -> None:
    assert counts(add(store, [FLOOD, FLOOD])) == (1, 1, 0, 0, 0)
    assert whole(store)


def test_near_duplicates_tell_one_story_and_leave_it_when_they_change(store: Store) -> None:
    wire = FLOOD.text + " وتواصلت عمليات الإغاثة حتى ساعة متأخرة من الليل بمشاركة متطوعين من القرى المجاورة."
    relay = Article(text=wire.replace("أمس الثلاثاء", "الثلاثاء"), id="f2", source="وكالة الجنوب")
    again = Article(text=wire, id="f3", source="المرصد")
    add(store, [Article(text=wire, id="f1"), relay, MARKET, again])
    stories = dict(store.catalogue.rows("SELECT id, story FROM articles"))
    assert stories["f1"] == stories["f2"] == stories["f3"] != stories["m1"]
    add(store, [Article(text="توفي الشاعر عن تسعين عامًا بعد مسيرة طويلة في الصحافة والأدب.", id="f1")])
    stories = dict(store.catalogue.rows("SELECT id, story FROM articles"))
    assert stories["f1"] != stories["f2"] == stories["f3"]


def test_an_article_of_signs_alone_has_no_word_and_does_no_harm(store: Store) -> None:
    assert counts(add(store, [Article(text="!!! ... ؟؟", id="x"), FLOOD])) == (2, 0, 0, 0, 0)
    assert whole(store)


def test_remove(store: Store) -> None:
    add(store, [FLOOD, MARKET])
    assert remove(store, "f1")
    assert not remove(store, "f1")
    assert store.catalogue.article("f1") is None
    assert whole(store)
    assert len(store.vectors) == 1


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_a_failure_between_filing_and_embedding_loses_nothing(
    tmp_path: Path, tiny_embedder: Embedder, open_store: Callable[[], Store], fails_at: int
) -> None:
    articles = many(150)
    flaky = Flaky(tiny_embedder, fails_at, MemoryError("no memory left"))
    with Store(tmp_path / "store", load_embedder=lambda name: flaky) as store, pytest.raises(MemoryError):
        add(store, articles)
    with open_store() as store:
        held = store.catalogue.counts()
        # Filing runs ahead of embedding: what follows the batch that failed may be filed too, and nothing of it done.
        assert {1: 64, 2: 128, 3: 150}[fails_at] <= held.articles <= 150
        assert held.pending == held.articles - {1: 0, 2: 64, 3: 128}[fails_at]
        summary = add(store, articles)
        assert (summary.added, summary.unchanged) == (150 - held.articles, held.articles)
        assert store.catalogue.counts().articles == 150
        assert whole(store)


def test_ctrl_c_ends_the_run_and_counts_what_is_filed(
    tmp_path: Path, tiny_embedder: Embedder, open_store: Callable[[], Store]
) -> None:
    flaky = Flaky(tiny_embedder, 2, KeyboardInterrupt())
    with Store(tmp_path / "store", load_embedder=lambda name: flaky) as store:
        summary = add(store, many(150))
        assert summary.interrupted
        assert summary.added == store.catalogue.counts().articles >= 128
        assert store.catalogue.counts().pending == summary.added - 64
    with open_store() as store:
        finish(store)
        assert whole(store)


def test_ctrl_c_while_a_batch_is_read_or_filed_does_not_count_it(store: Store) -> None:
    def items() -> Iterator[Article]:
        yield from many(100)
        raise KeyboardInterrupt

    summary = add(store, items())
    assert summary.interrupted
    assert summary.added == store.catalogue.counts().articles == 64
    finish(store)
    assert whole(store)


def test_nothing_is_filed_while_another_has_the_vectors(open_store: Callable[[], Store], store: Store) -> None:
    add(store, [MARKET])
    with open_store() as second:
        with pytest.raises(StoreInUseError):
            add(second, [FLOOD])
        with pytest.raises(StoreInUseError):
            remove(second, "m1")
        assert [article.id for article in second.catalogue.articles()] == ["m1"]


def test_progress_is_told_after_each_batch(store: Store) -> None:
    told: list[int] = []
    add(store, many(100), lambda summary: told.append(summary.added))
    assert told == [64, 100]


def test_an_entry_holds_the_analysed_words(tiny_embedder: Embedder) -> None:
    entry = file_entry(MARKET, tiny_embedder.token_count)
    title, body, day = entry.tokens
    assert "زيت" in title.split()
    assert "زيت" in body.split()
    assert day.split() == ["6", "شهر03", "2024"]
    assert len(entry.parts) == 1


_SLOW = """
import sys, time
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from conftest import TinyEmbedder
from index.ingest import add
from index.store import Store
from index.vocabulary import Article

class Slow(TinyEmbedder):
    def passages(self, texts, batch_size=32):
        time.sleep(0.2)
        return super().passages(texts)

text = "أعلنت البلدية رقم {0} افتتاح المكتبة. وقال المدير {0} إن العمل تمّ."
articles = [Article(id=f"n{i}", text=text.format(i)) for i in range(640)]
with Store(Path(sys.argv[1]), load_embedder=lambda name: Slow()) as store:
    add(store, articles, lambda summary: print(summary.added, flush=True))
"""


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
@pytest.mark.parametrize("after", [0.0, 0.1, 0.25])
def test_a_killed_process_loses_nothing(tmp_path: Path, open_store: Callable[[], Store], after: float) -> None:
    root = Path(__file__).parents[1]
    child = subprocess.Popen(
        [sys.executable, "-c", _SLOW, str(tmp_path / "store"), str(root), str(root.parent)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "64"
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    child.wait()
    articles = [
        Article(id=f"n{i}", text=f"أعلنت البلدية رقم {i} افتتاح المكتبة. وقال المدير {i} إن العمل تمّ.")
        for i in range(640)
    ]
    with open_store() as store:
        held = store.catalogue.counts().articles
        assert 64 <= held < 640
        summary = add(store, articles)
        assert (summary.added, summary.unchanged, summary.changed) == (640 - held, held, 0)
        assert whole(store)
        assert store.catalogue.counts().articles == 640


def test_an_article_of_a_crowded_form_is_filed_though_none_compared_resembles_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As among thousands of weather reports: every band's first articles are others, and too different.
    monkeypatch.setattr("index.ingest.same_story", lambda *_: [])
    assert add(store, [FLOOD, MARKET]).added == 2
    assert store.catalogue.counts().stories == 2


def test_when_the_first_of_a_story_changes_the_others_stay_together(store: Store) -> None:
    copies = [Article(FLOOD.text, id=id_, title="عاجل") for id_ in ("f2", "f3")]
    add(store, [FLOOD, *copies])
    assert store.catalogue.counts().stories == 1
    add(store, [Article(MARKET.text, id="f1")])
    assert store.catalogue.counts().stories == 2
    add(store, [FLOOD])
    assert store.catalogue.counts().stories == 1
    remove(store, "f1")
    assert store.catalogue.counts().stories == 1


def test_the_embedder_stays_recorded_though_ctrl_c_rolls_the_first_batch_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("index.ingest.file_entry", interrupted)
        assert add(store, [FLOOD]).interrupted
    assert add(store, [FLOOD]).added == 1
    assert store.catalogue.setting("embedder") == store.embedder.name


def test_half_a_surrogate_pair_costs_only_its_article(store: Store) -> None:
    broken = [Article("قال \ud800 الوزير", id="b1"), Article(MARKET.text, id="b\udc00")]
    summary = add(store, [FLOOD, *broken, MARKET])
    assert summary.added == 2
    assert [one.place for one in summary.rejected] == ["article 'b1'", "article 'b\\udc00'"]
