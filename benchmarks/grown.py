"""Stores of any size from one that was made in earnest: its articles, then copies of them with changed words.

Copies are filed like any article. Only their vectors are not embedded, which would take an hour for 100,000 articles:
a copy's is its original's plus noise of the size that the changed words make. That size is measured: the mean cosine
of original and copy over `SAMPLE` copies that are embedded. The noise runs along differences of the corpus' own
vectors, so that what is made lies where passages lie (those of e5 fill a narrow cone).
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpus import copies, original
from index.ingest import file, file_entry
from index.passages import estimate_tokens, split
from index.readings import embedded_text
from index.store import Store
from index.vocabulary import Article

SAMPLE = 200
_BATCH = 500  # articles
Matrix = NDArray[np.float32]
T = TypeVar("T")


def grown(base: Path, folder: Path, size: int) -> tuple[Path, dict[str, Any]]:
    """A store of `size` articles made of those of the store `base`, kept in `folder`, and how its copies were made.

    One that is there already is taken as it is; up to the number that `base` has it holds true articles only.
    """
    path, note = folder / f"articles{size}", folder / f"articles{size}.json"
    if note.exists():
        return path, dict(json.loads(note.read_text(encoding="utf-8")))
    shutil.rmtree(path, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    with Store(base, must_exist=True) as source:
        articles = list(source.catalogue.articles())
        vectors, embedder = _vectors(source, articles), source.embedder
        made: dict[str, Any] = {"articles": size, "copies": max(0, size - len(articles))}
        if made["copies"]:
            made |= calibrate(source, articles, vectors)
    if made["copies"]:
        shutil.copytree(base, path)
    with Store(path, load_embedder=lambda _: embedder) as store:
        if made["copies"]:
            _file(store, islice(copies(articles), made["copies"]), vectors, made["strength"])
        else:
            _file(store, articles[:size], vectors, 0.0)
        assert store.words is not None  # up to date
    note.write_text(json.dumps(made), encoding="utf-8")
    return path, made


def calibrate(store: Store, articles: Sequence[Article], vectors: dict[str, Matrix]) -> dict[str, Any]:
    """How near copies are to their originals (first passages, embedded), and the strength of noise that makes it so."""
    texts, own = [], []
    for copy in islice(copies(articles, seed=1), 0, SAMPLE * 10, 10):
        texts.append(embedded_text(copy, split(copy, estimate_tokens)[0]))
        own.append(vectors[original(copy.id)][0])
    true = np.sum(np.stack(own) * store.embedder.passages(texts), axis=1)
    every = np.concatenate(list(vectors.values()))
    low, high = 0.0, 4.0
    for _ in range(20):
        strength = (low + high) / 2
        got = np.sum(np.stack(own) * noisy(np.stack(own), every, strength, np.random.default_rng(2)), axis=1)
        low, high = (strength, high) if got.mean() > true.mean() else (low, strength)
    two = np.random.default_rng(3).choice(len(every), (2, 2000))
    return {
        "strength": round(strength, 4),
        "cosine_of_copies_embedded": [round(float(x), 4) for x in (true.mean(), true.std())],
        "cosine_of_copies_made": [round(float(x), 4) for x in (got.mean(), got.std())],
        "cosine_of_any_two_passages": round(float(np.sum(every[two[0]] * every[two[1]], axis=1).mean()), 4),
    }


def noisy(vectors: Matrix, every: Matrix, strength: float, chance: np.random.Generator) -> Matrix:
    """`vectors` (n, d) moved by `strength` times the difference of two random ones of `every` (m, d), unit length."""
    one, other = every[chance.integers(0, len(every), (2, len(vectors)))]
    moved = vectors + np.float32(strength) * (one - other)
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), np.float32)


def _vectors(store: Store, articles: Sequence[Article]) -> dict[str, Matrix]:
    """The vectors (n, d) of each article's passages, by its id."""
    ids = store.catalogue.rows(
        "SELECT a.id, p.vector FROM passages p JOIN articles a ON a.key = p.article ORDER BY p.article, p.number"
    )
    held: dict[str, NDArray[np.float32]] = {}
    for batch in _batched([vector for _, vector in ids], 1000):
        held |= store.vectors.get(batch)
    found: dict[str, list[NDArray[np.float32]]] = {article.id: [] for article in articles}
    for article, vector in ids:
        found[article].append(held[vector])
    return {article: np.stack(rows) for article, rows in found.items()}


def _file(store: Store, articles: Iterable[Article], vectors: dict[str, Matrix], strength: float) -> None:
    """File `articles`, with the vectors of their originals and noise."""
    run = store.catalogue.next_run()
    every = np.concatenate(list(vectors.values()))
    done, writing = 0, None
    with ThreadPoolExecutor(1) as background:  # Chroma writes while the next ones are analysed
        for number, batch in enumerate(_batched(articles, _BATCH)):
            ids: list[str] = []
            rows: list[NDArray[np.float32]] = []
            with store.catalogue.transaction():
                for article in batch:
                    own = vectors[original(article.id)]
                    entry = file_entry(article, store.embedder.token_count)
                    file(store, entry, run)
                    for place, (_, vector, _) in enumerate(entry.parts):
                        ids.append(vector)
                        rows.append(own[min(place, len(own) - 1)])  # changed words may be cut into more passages
            matrix = np.stack(rows)
            if strength:
                matrix = noisy(matrix, every, strength, np.random.default_rng(number))
            _wait(writing)
            writing = background.submit(store.vectors.upsert, ids, matrix)
            done += len(batch)
            print(f"{store.path.name}: {done:,} articles filed", file=sys.stderr)
        _wait(writing)
    store.catalogue.finish(row[0] for row in store.catalogue.rows("SELECT key FROM articles WHERE state = 'pending'"))


def _batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    # As itertools has it from Python 3.12 on.
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def _wait(writing: Future[None] | None) -> None:
    if writing is not None:
        writing.result()
