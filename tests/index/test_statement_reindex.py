from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from index.doctor import examine
from index.embedder import Embedder
from index.embedder.probes import PROBES
from index.ingest import add
from index.statement_reindex import reindex_statements
from index.statements import extract
from index.statements.version import STATEMENTS_VERSION
from index.store import Store
from index.store.statements import find, in_time
from index.vocabulary import Article, Span, Statement

_THINGS = "الميناء المدرسة القطار الجسر المطار السوق الملعب المتحف النهر الحقل المصنع الفندق القمح الدواء".split()
_DRAWN = Random(7)  # texts that differ, so that a search tells their vectors apart
ARTICLES = [
    Article(
        id=f"n{i}",
        text="أعلنت البلدية خطة {} و{} و{} {i}. وقال المدير سامي {i} إن العمل في {} و{} و{} {i} تمّ.".format(
            *_DRAWN.sample(_THINGS, 6), i=i
        ),
    )
    for i in range(150)
]


class Counted:
    """The tiny embedder, counting the texts it embeds, and failing at the n-th batch."""

    name, dimension = "tiny-hash", 64

    def __init__(self, embedder: Embedder, fails_at: int = 0) -> None:
        self._embedder, self._left, self.texts = embedder, fails_at, list[str]()
        self.token_count, self.question = embedder.token_count, embedder.question

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if tuple(texts) != PROBES:
            self._left -= 1
            if self._left == 0:
                raise MemoryError
            self.texts += texts
        return self._embedder.passages(texts)


@pytest.fixture
def open_store(tmp_path: Path, tiny_embedder: Embedder) -> Callable[..., Store]:
    return lambda embedder=tiny_embedder: Store(tmp_path / "store", load_embedder=lambda name: embedder)


@pytest.fixture
def store(open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store whose first hundred articles were filed by an older extractor, which found other statements."""
    with open_store() as store:
        with monkeypatch.context() as older:
            older.setattr("index.ingest.STATEMENTS_VERSION", "0")
            older.setattr(
                "index.ingest.extract",
                lambda article: [_shorter(extract(article)[0]), *extract(article)[1:]],
            )
            add(store, ARTICLES[:100])
        add(store, ARTICLES[100:])
        yield store


def _shorter(statement: Statement) -> Statement:
    return replace(statement, content=Span(statement.content.start, statement.content.end - 3))


def well(store: Store) -> bool:
    # Of texts this much alike and vectors this short a search misses some, which is a warning.
    assert [finding for finding in examine(store) if finding.level == "error"] == []
    vectors = {row[0] for row in store.catalogue.rows("SELECT vector FROM statements")}
    return set(store.statement_vectors.ids()) == vectors and len(store.vectors) == 150


def test_only_what_is_found_otherwise_is_embedded(
    store: Store, open_store: Callable[..., Store], tiny_embedder: Embedder
) -> None:
    assert store.catalogue.outdated_statements(STATEMENTS_VERSION) == 100
    store.close()
    embedder, told = Counted(tiny_embedder), list[int]()
    with open_store(embedder) as again:
        assert reindex_statements(again, told.append) == 100
        assert sum(told) == 100
        # Each with the passage that it is read in, whose own vector stays.
        assert len(embedder.texts) == 200
        assert sum(text.startswith("أعلنت البلدية") for text in embedder.texts) == 100
        assert again.catalogue.part_counts() == (150, 300)
        assert well(again)
        assert len(find(again, words=["عمل"], count=400)) == 150


def test_statements_of_a_store_from_before_there_were_any(
    store: Store, open_store: Callable[..., Store], tiny_embedder: Embedder
) -> None:
    with store.catalogue.transaction() as db:
        db.execute("DELETE FROM statements")
        db.execute("DELETE FROM names")
        db.execute("DELETE FROM people")
        db.execute("UPDATE articles SET statements = ''")
    store.statement_vectors.clear()
    store.close()
    embedder = Counted(tiny_embedder)
    with open_store(embedder) as again:
        assert reindex_statements(again) == 150
        assert len(embedder.texts) == 150 + 300
        assert well(again)
        assert len(list(in_time(again.catalogue))) == 300


def test_current_ones_are_extracted_anew_when_asked(
    store: Store, open_store: Callable[..., Store], tiny_embedder: Embedder
) -> None:
    reindex_statements(store)
    before = store.catalogue.rows("SELECT vector FROM statements ORDER BY vector")
    store.close()
    embedder = Counted(tiny_embedder)
    with open_store(embedder) as again:
        assert reindex_statements(again) == 150
        assert again.catalogue.rows("SELECT vector FROM statements ORDER BY vector") == before
        assert embedder.texts == []
        assert well(again)


@pytest.mark.parametrize("fails_at", [1, 2])
def test_cut_off_it_is_finished_by_the_next_run(
    store: Store, open_store: Callable[..., Store], tiny_embedder: Embedder, fails_at: int
) -> None:
    store.close()
    with open_store(Counted(tiny_embedder, fails_at)) as failing, pytest.raises(MemoryError):
        reindex_statements(failing)
    with open_store() as again:
        reindex_statements(again)
        assert again.catalogue.part_counts() == (150, 300)
        assert well(again)
