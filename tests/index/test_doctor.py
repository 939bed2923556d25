import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import numpy as np
import pytest

from index.doctor import Finding, examine, repair
from index.embedder import Embedder
from index.ingest import add
from index.store import Store, StoreInUseError
from index.vocabulary import Article

_THINGS = "الميناء المدرسة القطار الجسر المطار السوق الملعب المتحف النهر الحقل المصنع الفندق القمح الدواء".split()
_DRAWN = Random(7)  # texts that differ: among vectors that are nearly alike a search misses some
ARTICLES = [
    Article(
        id=f"n{i}",
        title=f"خبر {i}",
        text="أعلنت الوزارة رقم {} خطة {} و{} و{}. وقال الوزير سامي إن {} و{} من أهدافها.".format(
            i, *_DRAWN.sample(_THINGS, 5)
        ),
    )
    for i in range(80)
]
OpenStore = Callable[[], Store]


@pytest.fixture
def folder(tmp_path: Path, tiny_embedder: Embedder) -> Path:
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, ARTICLES)
    return tmp_path / "store"


@pytest.fixture
def open_store(folder: Path, tiny_embedder: Embedder) -> OpenStore:
    return lambda: Store(folder, load_embedder=lambda name: tiny_embedder)


def wrong(findings: list[Finding]) -> list[tuple[str, str | None]]:
    return [(finding.what, finding.remedy) for finding in findings if finding.level != "ok"]


def mended(open_store: OpenStore) -> list[str]:
    """What a repair did; afterwards all is well, in a store opened again too."""
    with open_store() as store:
        done = repair(store)
        assert wrong(examine(store)) == []
    with open_store() as store:
        assert wrong(examine(store)) == []
        counts = store.catalogue.counts()
        assert (len(store.vectors), len(store.statement_vectors)) == (counts.passages, counts.statements)
    return done


def test_a_whole_store(open_store: OpenStore) -> None:
    heard: list[str] = []
    with open_store() as store:
        findings = examine(store, heard.append)
    assert {finding.level for finding in findings} == {"ok"}
    assert "80 articles, 80 passages, 160 statements" in findings[0].what
    assert len(heard) == 7
    assert mended(open_store) == []


def test_an_empty_store(tmp_path: Path, tiny_embedder: Embedder) -> None:
    with Store(tmp_path / "empty", load_embedder=lambda name: tiny_embedder) as store:
        assert wrong(examine(store)) == []
        assert repair(store) == []


def test_pending_articles(open_store: OpenStore) -> None:
    with open_store() as store:
        with store.catalogue.transaction() as db:
            db.execute("UPDATE articles SET state = 'pending' WHERE key <= 3")
        assert wrong(examine(store)) == [("filed and not yet embedded: 3 articles", "isnad doctor --repair")]
    assert mended(open_store) == ["finished what was pending"]


def test_missing_vectors(open_store: OpenStore) -> None:
    with open_store() as store:
        store.vectors.delete(list(store.vectors.ids())[:5])
        assert wrong(examine(store)) == [("without a vector: 5 passages", "isnad doctor --repair")]
    assert mended(open_store) == ["embedded 5 passages that had no vector"]


def test_missing_vectors_of_statements_are_made_and_no_others(open_store: OpenStore) -> None:
    with open_store() as store:
        store.statement_vectors.delete(list(store.statement_vectors.ids())[:5])
        store.statement_vectors.upsert(["stray"], np.eye(64, dtype=np.float32)[:1])
        assert wrong(examine(store)) == [
            ("without a vector: 5 statements", "isnad doctor --repair"),
            ("without a statement: 1 vector", "isnad doctor --repair"),
        ]
        before = len(store.vectors)
    assert mended(open_store) == [
        "embedded 5 statements that had no vector",
        "dropped 1 vector that no statement has",
    ]
    assert before == 80


def test_statements_of_an_older_version(open_store: OpenStore) -> None:
    with open_store() as store:
        with store.catalogue.transaction() as db:
            db.execute("UPDATE articles SET statements = '' WHERE key <= 2")
        assert wrong(examine(store)) == [
            ("without the statements that this version of isnad finds: 2 articles", "isnad reindex statements")
        ]


def test_vectors_that_no_passage_has(open_store: OpenStore) -> None:
    with open_store() as store:
        store.vectors.upsert(["stray", "astray"], np.eye(64, dtype=np.float32)[:2])
        assert wrong(examine(store)) == [("without a passage: 2 vectors", "isnad doctor --repair")]
    assert mended(open_store) == ["dropped 2 vectors that no passage has"]


def test_vectors_of_another_length(open_store: OpenStore) -> None:
    with open_store() as store:
        store.vectors.upsert([next(store.vectors.ids())], np.full((1, 64), 3, np.float32))
        assert wrong(examine(store)) == [("not of the length 1: 1 vector", "isnad doctor --repair")]
    assert mended(open_store) == ["made all vectors anew"]


def test_vectors_of_another_text(open_store: OpenStore) -> None:
    with open_store() as store:
        ids = sorted(store.vectors.ids())
        store.vectors.upsert(ids, np.eye(64, dtype=np.float32)[np.arange(len(ids)) % 64])
        ((what, remedy),) = wrong(examine(store))
        assert what.startswith("16 of 16 passages embedded anew got another vector")
        assert remedy == "isnad doctor --repair"
    assert mended(open_store) == ["made all vectors anew"]


def test_the_folder_of_chroma_is_gone(folder: Path, open_store: OpenStore) -> None:
    shutil.rmtree(folder / "chroma")
    with open_store() as store:
        assert wrong(examine(store)) == [
            ("without a vector: 80 passages", "isnad doctor --repair"),
            ("without a vector: 160 statements", "isnad doctor --repair"),
        ]
    assert mended(open_store) == [
        "embedded 80 passages that had no vector",
        "embedded 160 statements that had no vector",
    ]


def test_the_database_of_chroma_is_broken(folder: Path, open_store: OpenStore) -> None:
    (folder / "chroma" / "chroma.sqlite3").write_bytes(b"no database at all" * 100)
    for suffix in ("-wal", "-shm"):
        (folder / "chroma" / f"chroma.sqlite3{suffix}").unlink(missing_ok=True)
    with open_store() as store:
        ((what, _),) = wrong(examine(store))
        assert what.startswith("the vectors cannot be read")
    assert mended(open_store) == ["made all vectors anew"]


_FILL = """
import sys; from pathlib import Path; sys.path[:0] = sys.argv[2:]
from conftest import TinyEmbedder; from index.ingest import add; from index.store import Store, StoreInUseError
from index.vocabulary import Article
with Store(Path(sys.argv[1]), load_embedder=lambda name: TinyEmbedder()) as store:
    add(store, [Article(id=f"n{i}", text=f"أعلنت الوزارة رقم {i} خطتها للعام {i * 7}.") for i in range(2200)])
"""


@pytest.mark.parametrize("loss", ["lost", "emptied"])
def test_the_index_of_chroma_is_lost(tmp_path: Path, tiny_embedder: Embedder, loss: str) -> None:
    # In a process of its own, so that nothing of it is left in memory; over 1,000 vectors, so that there are files.
    root = Path(__file__).parents[1]
    folder = tmp_path / "large"
    subprocess.run([sys.executable, "-c", _FILL, str(folder), str(root), str(root.parent)], check=True)
    segments = [path for path in (folder / "chroma").iterdir() if path.is_dir()]
    assert len(segments) == 2  # of the passages, of the statements
    for segment in segments:
        if loss == "lost":
            shutil.rmtree(segment)
        else:
            for file in segment.iterdir():
                file.write_bytes(b"")

    def open_store() -> Store:
        return Store(folder, load_embedder=lambda name: tiny_embedder)

    with open_store() as store:
        ((what, remedy),) = wrong(examine(store))
        assert "cannot" in what
        assert remedy == "isnad doctor --repair"
    assert mended(open_store) == ["made all vectors anew"]


@pytest.mark.parametrize("loss", ["folder", "record", "files"])
def test_the_full_text_is_lost(folder: Path, open_store: OpenStore, loss: str) -> None:
    with open_store() as store:
        before = store.words.keys()
    if loss == "folder":
        shutil.rmtree(folder / "words")
    elif loss == "record":
        (folder / "words" / "passages" / "meta.json").write_text("{")
    else:
        for file in (folder / "words" / "articles").glob("*.term"):
            file.write_bytes(b"")
    with open_store() as store:
        ((what, remedy),) = wrong(examine(store))
        assert what.startswith("the full text is damaged")
        assert remedy == "isnad doctor --repair"
    assert mended(open_store) == ["made the full text anew"]
    with open_store() as store:
        assert store.words.keys() == before
        assert len(store.words.articles_with(["77"], 5)) == 1


@pytest.mark.parametrize(
    "damage",
    [
        "INSERT OR REPLACE INTO words_due (article, words) VALUES (5, NULL)",
        'INSERT OR REPLACE INTO words_due (article, words) VALUES (5, \'["غير", "غير", "", [[5, "غير"]]]\')',
    ],
)
def test_the_full_text_has_other_words(open_store: OpenStore, damage: str) -> None:
    with open_store() as store:
        with store.catalogue.transaction() as db:
            db.execute(damage)
        ((what, remedy),) = wrong(examine(store))
        assert what.startswith("the full text is damaged")
        assert remedy == "isnad doctor --repair"
    assert mended(open_store) == ["made the full text anew"]


def test_rows_that_are_not_the_vectors(open_store: OpenStore) -> None:
    with open_store() as store:
        store.rows.write(list(range(1, 81)), np.eye(64, dtype=np.float32)[np.arange(80) % 64])
        assert wrong(examine(store)) == [
            ("the rows for exact comparison are not those of the vectors", "isnad doctor --repair")
        ]
    assert mended(open_store) == ["dropped the rows for exact comparison, which were wrong"]


def test_parts_of_another_version(open_store: OpenStore) -> None:
    with open_store() as store:
        store.catalogue.record(analyser="0")
    with open_store() as store:
        assert wrong(examine(store)) == [("the analyser come from another version of isnad", "isnad reindex")]
    assert mended(open_store) == ["reindexed 80 articles"]


def test_another_embedder_is_asked_for(open_store: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISNAD_EMBEDDER", "some/other-model")
    with open_store() as store:
        ((what, _),) = wrong(examine(store))
        assert "some/other-model" in what


def test_a_damaged_catalogue_is_only_named(folder: Path, open_store: OpenStore) -> None:
    with open_store() as store:
        store.catalogue.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    catalogue = folder / "catalogue.sqlite3"
    content = bytearray(catalogue.read_bytes())
    content[8192:40960] = b"\xff" * (40960 - 8192)
    catalogue.write_bytes(content)
    with open_store() as store:
        (finding,) = examine(store)
        assert finding.level == "error"
        assert finding.what.startswith("the catalogue is damaged")


def test_a_store_that_another_holds_is_not_called_damaged(open_store: OpenStore) -> None:
    with open_store() as holder, open_store() as store:
        holder.hold()
        for look in (examine, repair):
            with holder.catalogue.transaction(), pytest.raises(StoreInUseError):
                look(store)
