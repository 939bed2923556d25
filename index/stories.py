"""One story, several outlets: exact and near duplicates by MinHash over runs of three words.

Broder, "On the resemblance and containment of documents" (1997); bands as in Leskovec, Rajaraman, Ullman,
*Mining of Massive Datasets*, ch. 3. The bands live in the catalogue, so that a corpus of any size is compared without
being held in memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from datasketch import MinHash

    from index.store.catalogue import Catalogue

PERMUTATIONS = 128
_ROWS = 4  # 32 bands of 4 rows find pairs from a resemblance of about .4 up; the signature then decides
SAME_STORY = 0.7  # resemblance from which two articles tell one story in (nearly) the same words
_RUN = 3
_COMPARED = 50  # articles of one band
_AT_ONCE = 4096  # runs hashed together: each takes 1 KB, several times over


@lru_cache(maxsize=1)
def _permutations() -> MinHash:
    from datasketch import MinHash

    return MinHash(num_perm=PERMUTATIONS, seed=1, hashfunc=_hash)


def _hash(run: bytes) -> int:
    return crc32(run)


def signature(words: Sequence[str]) -> bytes:
    """The MinHash of a text given as its analysed words: 128 unsigned 32-bit integers, 512 bytes."""
    sketch = _permutations().copy()
    runs = sorted({" ".join(words[i : i + _RUN]).encode("utf-8") for i in range(max(1, len(words) - _RUN + 1))})
    for start in range(0, len(runs), _AT_ONCE):
        sketch.update_batch(runs[start : start + _AT_ONCE])
    return np.asarray(sketch.hashvalues, dtype=np.uint32).tobytes()


def bands(sketch: bytes) -> tuple[tuple[int, int], ...]:
    """(band number, 63-bit hash) pairs: texts that share one are worth comparing."""
    size = _ROWS * 4
    pieces = (sketch[i : i + size] for i in range(0, len(sketch), size))
    digests = (hashlib.blake2b(piece, digest_size=8).digest() for piece in pieces)
    return tuple((band, int.from_bytes(digest, "big") >> 1) for band, digest in enumerate(digests))


def resemblance(one: bytes, other: bytes) -> float:
    """The share of three-word runs that two texts have in common, estimated from their signatures (0 to 1)."""
    a, b = (np.frombuffer(sketch, np.uint32) for sketch in (one, other))
    return float((a == b).mean())


def same_story(catalogue: Catalogue, sketch: bytes, among: Iterable[tuple[int, int]]) -> list[int]:
    """Stories (their keys, earliest first) whose articles resemble the text with this signature.

    `among` are the text's bands. Of a band that many share, as articles filled into one form do, only some are
    compared: a copy shares rarer bands too.
    """
    candidates: dict[int, tuple[int, bytes]] = {}
    for band, value in among:
        sql = """SELECT a.key, a.story, a.signature FROM story_bands b JOIN articles a ON a.key = b.article
                 WHERE b.band = ? AND b.hash = ? LIMIT ?"""
        for key, story, other in catalogue.rows(sql, (band, value, _COMPARED)):
            candidates[key] = (story, other)
    return sorted({story for story, other in candidates.values() if resemblance(sketch, other) >= SAME_STORY})
