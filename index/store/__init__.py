"""A store: one folder with the catalogue (SQLite), the vectors (Chroma), the full text (Tantivy) and their origin.

STORE/catalogue.sqlite3    articles, passages, statements, people: the truth
STORE/chroma/              vectors of passages and of statements, derived from it
STORE/rows/                the same vectors, to compare many of them one by one
STORE/statement_rows/      those of the statements
STORE/words/               full text, derived from the catalogue
STORE/lock, holder.json    which process uses the vectors and the full text
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from index.arabic.analyser import ANALYSER_VERSION
from index.counted import count
from index.store.catalogue import Catalogue
from index.store.fingerprint import COMPATIBLE, cosine, taken
from index.store.lock import Lock, StoreInUseError
from index.store.places import Places
from index.store.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.store.vectors import Vectors
    from index.store.words import Words

__all__ = ["EmbedderLike", "Store", "StoreError", "StoreInUseError", "default_path"]


class StoreError(Exception):
    """A store that cannot be opened or used as asked; the message says what to do."""


class EmbedderLike(Protocol):
    """What a store needs of an embedder (see :class:`index.embedder.Embedder`)."""

    @property
    def name(self) -> str:
        """The name the store records."""

    @property
    def dimension(self) -> int:
        """Length of the vectors."""

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors (n, dimension) of passages."""

    def question(self, text: str) -> NDArray[np.float32]:
        """Vector (dimension,) of a question."""

    def token_count(self, text: str) -> int:
        """Tokens of the text alone."""


def default_path() -> Path:
    """The folder that ISNAD_STORE names, else the user's data folder for isnad."""
    import platformdirs

    named = os.environ.get("ISNAD_STORE")
    return Path(named).expanduser() if named else Path(platformdirs.user_data_dir("isnad", appauthor=False)) / "store"


class Store:
    """The store in the folder `path`, made if absent (or, with `must_exist`, refused).

    The catalogue opens at once; the embedder is loaded and the vectors are locked only when first used, so that a
    command which needs neither answers at once, even while another process serves the store.
    `load_embedder` takes the model's name (None: the user's choice) and returns it.
    Raises StoreError; :class:`StoreInUseError` when `vectors` is used while another process has them.
    """

    def __init__(
        self, path: Path, *, load_embedder: Callable[[str | None], EmbedderLike] | None = None, must_exist: bool = False
    ) -> None:
        self.path = path
        self.load_embedder = load_embedder or _load_embedder
        self._lock = Lock(path)
        self._opening = threading.RLock()  # two threads that both ask first must not open anything twice
        self._checked: tuple[int, int] | None = None  # the catalogue as it was when all statements were there
        self._embedder: EmbedderLike | None = None
        self._vectors: Vectors | None = None
        self._statement_vectors: Vectors | None = None
        self._words: Words | None = None
        if must_exist and not (path / "catalogue.sqlite3").exists():
            raise StoreError(f"there is no store at {path}: add articles first (isnad add PATH), or name another one")
        try:
            path.mkdir(parents=True, exist_ok=True)
            self.catalogue = Catalogue(path / "catalogue.sqlite3")
            self.places = Places(self.catalogue)
            self.rows = Rows(path / "rows")
            self.statement_rows = Rows(path / "statement_rows")
        except OSError as error:
            raise StoreError(f"the store {path} cannot be made: {error.strerror}. Name another folder") from error
        except (sqlite3.DatabaseError, ValueError) as error:
            raise StoreError(f"the catalogue of {path} cannot be read: {error}") from error

    @property
    def embedder(self) -> EmbedderLike:
        """The embedder this store was made with; a new store takes the user's choice and records it.

        Raises StoreError if the user chose another one than the store's.
        """
        if (embedder := self._embedder) is not None:
            return embedder
        with self._opening:
            if self._embedder is None:
                self._embedder = self._chosen_embedder()
            return self._embedder

    @embedder.setter
    def embedder(self, embedder: EmbedderLike) -> None:
        self._embedder = embedder

    def _chosen_embedder(self) -> EmbedderLike:
        from index.embedder import resolve

        recorded, wanted = self.catalogue.setting("embedder"), os.environ.get("ISNAD_EMBEDDER") or None
        if recorded and wanted and resolve(recorded) != resolve(wanted):
            raise StoreError(
                f"the store {self.path} was made with the embedder {recorded}, and ISNAD_EMBEDDER is {wanted}: vectors "
                "of two models do not compare. Unset ISNAD_EMBEDDER, or make the store anew with it: isnad reindex"
            )
        embedder = self.load_embedder(recorded)
        if recorded is None:
            self.record(embedder)
        elif (dimension := self.catalogue.setting("dimension")) != str(embedder.dimension):
            raise StoreError(
                f"the store {self.path} holds vectors of {dimension} numbers, but {embedder.name} now gives "
                f"{embedder.dimension}: run isnad reindex"
            )
        elif not (fingerprint := self.catalogue.setting("fingerprint")):
            self.catalogue.record(fingerprint=taken(embedder))
        elif not (same := cosine(fingerprint, embedder)) >= COMPATIBLE:
            raise StoreError(
                f"{embedder.name} gives other vectors here than those in the store {self.path} (cosine {same:.3f}), so "
                "that they do not compare: isnad reindex makes them anew"
            )
        return embedder

    def record(self, embedder: EmbedderLike) -> None:
        """Note what the parts of this store are made with."""
        from index.passages import PASSAGES_VERSION

        self.catalogue.record(
            embedder=embedder.name,
            dimension=str(embedder.dimension),
            fingerprint=taken(embedder),
            passages=PASSAGES_VERSION,
            analyser=ANALYSER_VERSION,
        )

    def outdated(self) -> str | None:
        """Which part was made by another version of this project (passages, analyser), None if all is current."""
        from index.passages import PASSAGES_VERSION

        current = {"passages": PASSAGES_VERSION, "analyser": ANALYSER_VERSION}
        return next((name for name, now in current.items() if self.catalogue.setting(name) not in (None, now)), None)

    @property
    def vectors(self) -> Vectors:
        """The vectors, locked for this process until the store is closed. Raises StoreInUseError, StoreError."""
        if self._vectors is not None:
            return self._vectors
        self._check_made()
        return self.vectors_as_they_are()

    @property
    def statement_vectors(self) -> Vectors:
        """The vectors of the statements, locked like the others. Raises StoreInUseError, StoreError."""
        if self._statement_vectors is not None:
            return self._statement_vectors
        self._check_made()
        return self.statement_vectors_as_they_are()

    def check_statements(self) -> None:
        """Raise StoreError unless the statements of every article are there, and from this version's extractor."""
        from index.statements.version import STATEMENTS_VERSION

        changes = self.catalogue.changes()
        if changes == self._checked:
            return
        if outdated := self.catalogue.outdated_statements(STATEMENTS_VERSION):
            raise StoreError(
                f"{count(outdated, 'article')} of the store {self.path} were filed by a version of isnad that finds "
                "other statements, or none: isnad reindex statements"
            )
        self._checked = changes

    @property
    def words(self) -> Words:
        """The full text, up to date, locked like the vectors. Raises StoreInUseError, StoreError."""
        if self._words is not None:
            return self._words
        self._check_made()
        with self._opening:
            words = self.words_as_they_are()
            while (held := words.counts()) != (there := self.catalogue.part_counts()):
                if not self.catalogue.owes_words():  # else another thread has added some since
                    self._words = None
                    what, has, of = (
                        ("passages", held[0], there[0]) if held[0] != there[0] else ("statements", held[1], there[1])
                    )
                    raise StoreError(
                        f"the full text of the store {self.path} holds {has:,} {what} of {of:,}: isnad doctor --repair"
                    )
                words.catch_up()
            return words

    def _check_made(self) -> None:
        if self.catalogue.setting("reindex"):
            raise StoreError(f"the store {self.path} is half reindexed: isnad reindex finishes it")
        if part := self.outdated():
            raise StoreError(f"the {part} of the store {self.path} come from another version of isnad: isnad reindex")

    def vectors_as_they_are(self) -> Vectors:
        """The vectors, locked, even when the store is outdated or half reindexed: for rebuilding and examining it.

        `vectors` gives them too from then on.
        """
        with self._opening:
            if self._vectors is None:
                self._vectors = self._open_vectors("passages", self._write_rows)
            return self._vectors

    def statement_vectors_as_they_are(self) -> Vectors:
        """The vectors of the statements, as :meth:`vectors_as_they_are` gives those of the passages."""
        with self._opening:
            if self._statement_vectors is None:
                self._statement_vectors = self._open_vectors("statements", self._write_statement_rows)
            return self._statement_vectors

    def _open_vectors(self, name: str, on_write: Callable[[Sequence[str], NDArray[np.float32]], None]) -> Vectors:
        from index.store.vectors import Vectors

        self.hold()
        try:
            return Vectors(self.path / "chroma", name, on_write)
        except Exception as error:  # Chroma has its own for each of its layers
            why = (str(error).splitlines() or [type(error).__name__])[0]
            raise StoreError(
                f"the vectors of the store {self.path} cannot be opened ({why}): isnad doctor --repair"
            ) from error

    def _write_rows(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        _write(self.rows, self.catalogue.keys_of(ids), ids, vectors)

    def _write_statement_rows(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        _write(self.statement_rows, self.catalogue.keys_of_statements(ids), ids, vectors)

    def words_as_they_are(self) -> Words:
        """The full text, up to date, even when the store is outdated or half reindexed; `words` gives it too then."""
        from index.store.words import Words

        with self._opening:
            if self._words is None:
                self.hold()
                try:
                    words = Words(self.path / "words", self.catalogue)
                    words.catch_up()
                except (ValueError, OSError) as error:
                    why = (str(error).splitlines() or [type(error).__name__])[0]
                    raise StoreError(
                        f"the full text of the store {self.path} cannot be opened ({why}): isnad doctor --repair"
                    ) from error
                self._words = words
            return self._words

    def hold(self) -> None:
        """Lock the store for this process until it is closed. Raises StoreInUseError, StoreError."""
        try:
            self._lock.acquire()
        except OSError as error:
            raise StoreError(
                f"the store {self.path} cannot be locked ({error.strerror}): its folder has to be writable"
            ) from error

    def drop_vectors(self) -> None:
        """Let go of the vectors and delete them, damaged or not; the next use begins with none."""
        with self._opening:
            self._close_vectors()
            self.rows.clear()
            self.statement_rows.clear()
            shutil.rmtree(self.path / "chroma", ignore_errors=True)

    def drop_words(self) -> None:
        """Let go of the full text and delete it, damaged or not; the next use begins with none."""
        with self._opening:
            self._words = None  # it has nothing open but mapped files
            shutil.rmtree(self.path / "words", ignore_errors=True)

    def close(self) -> None:
        """Let go of files and lock."""
        self._words = None
        self._close_vectors()
        self._lock.release()
        self.catalogue.close()

    def _close_vectors(self) -> None:
        for vectors in (self._vectors, self._statement_vectors):
            if vectors is not None:
                vectors.close()
        self._vectors = self._statement_vectors = None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _write(rows: Rows, keys: dict[str, int], ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
    known = [number for number, id_ in enumerate(ids) if id_ in keys]
    rows.write([keys[ids[number]] for number in known], vectors[known])


def _load_embedder(name: str | None) -> EmbedderLike:
    from index.embedder import load

    return load(name)
