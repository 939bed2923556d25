"""Are the vectors in Chroma those of the catalogue's passages and statements, can they be fetched, found, made again?

Chroma answers in silence when its index is lost: it counts, takes and finds vectors, only not those it had. So the
vectors themselves are fetched, a sample of them is looked for, and a sample of their texts is embedded anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from index.counted import count
from index.embedder.runs import embed
from index.readings import readings
from index.store import Store, StoreInUseError
from index.store.rows import Rows
from index.store.vectors import Vectors

LOOKED_FOR, EMBEDDED_ANEW = 200, 16
"""Passages in the samples."""

_BATCH = 500
_FEW = 0.1  # of a sample: an index that is whole misses now and then one, a lost one nearly all
_SAME = 0.9999  # cosine of a vector with itself, as Chroma counts it
_ALIKE = 0.99  # cosine of two embeddings of one text: batches and machines differ in the last digits


@dataclass(frozen=True, slots=True)
class Part:
    """What has vectors: passages or statements. `name` is that of its table, `stale` of the one of its stale vectors.

    `due` is the state of an article whose vectors of this part are to be written; `waiting` lists, as SQL, the states
    in which they may be missing.
    """

    name: Literal["passages", "statements"]
    singular: str
    stale: str
    due: Literal["pending", "statements"]
    waiting: str

    def vectors(self, store: Store) -> Vectors:
        """Its collection, even of a store that is outdated."""
        return store.vectors_as_they_are() if self.name == "passages" else store.statement_vectors_as_they_are()

    def rows(self, store: Store) -> Rows:
        """Its rows for exact comparison."""
        return store.rows if self.name == "passages" else store.statement_rows

    def keys_of(self, store: Store) -> Callable[[Sequence[str]], dict[str, int]]:
        """What gives the keys of its vectors' ids."""
        return store.catalogue.keys_of if self.name == "passages" else store.catalogue.keys_of_statements


PARTS: Final = (
    Part("passages", "passage", "stale_vectors", "pending", "('pending')"),
    Part("statements", "statement", "stale_statements", "statements", "('pending', 'statements')"),
)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is wrong with the vectors of `part`.

    `broken` says why they all have to be made anew, empty if they need not; `unfound` that a search misses a few.
    `missing` are passages or statements (their vector ids) of finished articles without a vector, `orphans` vectors
    that belong to none. `changed` says that the embedder gives other vectors now, empty if it does not.
    """

    part: Part
    held: int = 0
    broken: str = ""
    unfound: str = ""
    missing: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    changed: str = ""


def diagnose(store: Store, part: Part, progress: Callable[[str], None] = lambda _: None) -> Diagnosis:
    """Examine the vectors of one `part` of `store`; `progress` hears in words what comes next.

    Raises StoreInUseError, and what the embedder raises if it cannot be loaded.
    """
    progress(f"fetching every vector of {part.name}")
    try:
        vectors = part.vectors(store)
        held = set(vectors.ids())
    except StoreInUseError:
        raise
    except Exception as error:  # Chroma has its own for each of its layers
        return Diagnosis(part, broken=f"the vectors cannot be read ({_first_line(error.__cause__ or error)})")
    expected = {row[0] for row in store.catalogue.rows(f"SELECT vector FROM {part.name}")}
    waiting = f"""SELECT p.vector FROM {part.name} p JOIN articles a ON a.key = p.article
                  WHERE a.state IN {part.waiting}"""
    due = expected - {row[0] for row in store.catalogue.rows(waiting)}
    present = sorted(due & held)
    broken = _unfetchable(vectors, present, int(store.catalogue.setting("dimension") or 0))
    if not broken:
        progress("looking for a sample of them")
        broken, unfound = _unfindable(vectors, _sample(present, LOOKED_FOR))
    if broken:
        return Diagnosis(part, len(held), broken)
    progress("embedding a sample anew")
    changed = _changed(store, part, _sample(present, EMBEDDED_ANEW))
    return Diagnosis(part, len(held), "", unfound, tuple(sorted(due - held)), tuple(sorted(held - expected)), changed)


def _unfetchable(vectors: Vectors, ids: Sequence[str], dimension: int) -> str:
    """Why these vectors cannot be fetched as they should be, empty if they can."""
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        try:
            found = vectors.get(batch)
        except Exception as error:  # Chroma has its own for each of its layers
            return f"vectors cannot be fetched, the index of Chroma is lost or damaged ({_first_line(error)})"
        if len(found) < len(batch):
            return "vectors cannot be fetched, the index of Chroma is lost or damaged"
        matrix = np.stack(list(found.values()))
        if matrix.shape[1] != dimension:
            return f"the vectors have {matrix.shape[1]} numbers, and {dimension} are recorded"
        lengths = np.linalg.norm(matrix, axis=1)
        if off := int((~(np.abs(lengths - 1) < 1e-3)).sum()):  # not(<): a NaN is off as well
            return f"not of the length 1: {count(off, 'vector')}"
    return ""


def _unfindable(vectors: Vectors, ids: Sequence[str]) -> tuple[str, str]:
    """Why a search does not find most of these vectors by themselves, and why not a few; empty if it does."""
    lost = 0
    try:
        for id_, vector in vectors.get(ids).items() if ids else ():
            nearest, cosine = vectors.nearest(vector, 1)[0]
            lost += nearest != id_ and cosine < _SAME
    except Exception as error:
        return f"a search fails ({_first_line(error)})", ""
    words = f"not found by themselves: {lost} of {len(ids)} vectors in a sample" if lost else ""
    return (words, "") if lost > _FEW * len(ids) else ("", words)


def _changed(store: Store, part: Part, ids: Sequence[str]) -> str:
    """In words, how far a new embedding of these parts is from what is held; empty if it is the same."""
    if not ids:
        return ""
    held = part.vectors(store).get(ids)
    anew = np.stack([_anew(store, part, id_) for id_ in held])
    cosines = (anew * np.stack(list(held.values()))).sum(axis=1)
    off = int((cosines <= _ALIKE).sum())
    return (
        f"{off} of {count(len(ids), part.singular)} embedded anew got another vector (cosine {cosines.min():.2f})"
        if off
        else ""
    )


def _anew(store: Store, part: Part, vector: str) -> NDArray[np.float32]:
    """The vector (d,) that the passage or statement of that vector id gets now."""
    ((key,),) = store.catalogue.rows(f"SELECT article FROM {part.name} WHERE vector = ?", (vector,))
    article, passages = store.catalogue.parts(key)
    found = readings(article, passages, store.catalogue.statements(key))
    reading = next(one for one in found if vector in (one.passage, *one.statements))
    whole, (parts,) = embed(store.embedder, [reading.text], [reading.runs])
    found_at = whole[0] if vector == reading.passage else parts[reading.statements.index(vector)]
    return np.asarray(found_at, np.float32)


def _sample(ids: Sequence[str], size: int) -> Sequence[str]:
    return ids[:: max(1, len(ids) // size)][:size]  # ids are hashes: evenly spaced is as good as drawn by chance


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:160]
