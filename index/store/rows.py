"""The passages' vectors once more, in rows of one file: to compare thousands of them with a question, one by one.

Chroma hands out vectors at some 27 microseconds each; from here ten thousand take a few milliseconds. 16-bit floats: a
cosine is off by less than .001. The file is mapped, not read: memory is that of the pages in use, which the system
may take back. It is derived from Chroma's vectors; a row that was never written is all zeros, and filled from there.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_SPARE = 4096  # rows that the file grows by at least; unwritten ones take no space on most disks


class Rows:
    """Vectors of any one dimension d in the folder `path`, made if absent, each in the row of its passage's key."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._rows: NDArray[np.float16] | None = None
        self._plain = np.zeros((0, 0), np.float16)

    def write(self, keys: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Put vectors (n, d) in the rows of n passages (their keys), on disk when this returns."""
        if not len(keys):
            return
        with self._lock:
            rows = self._mapped(vectors.shape[1], max(keys) + 1)
            rows[np.asarray(keys)] = vectors
            rows.flush()

    def read(self, keys: NDArray[np.int64], dimension: int) -> NDArray[np.float32]:
        """The vectors (n, `dimension`) of n passages; zeros where none was written."""
        with self._lock:
            self._mapped(dimension, int(keys.max(initial=-1)) + 1)
            return self._plain[keys].astype(np.float32)

    def clear(self) -> None:
        """Forget them all."""
        with self._lock:
            self._rows, self._plain = None, np.zeros((0, 0), np.float16)
            for file in self._path.glob("*.f16"):
                file.unlink()

    def _mapped(self, dimension: int, least: int) -> np.memmap[tuple[int, int], np.dtype[np.float16]]:
        """The file, of at least so many rows."""
        if self._rows is None or self._rows.shape[1] != dimension or len(self._rows) < least:
            self._path.mkdir(parents=True, exist_ok=True)
            file = self._path / f"{dimension}.f16"
            with file.open("ab") as opened:
                held = opened.tell() // (2 * dimension)
                rows = held if held >= least else max(least + _SPARE, held + held // 4)
                opened.truncate(rows * dimension * 2)
            self._rows = np.memmap(file, np.float16, "r+", shape=(rows, dimension))
            self._plain = self._rows.view(np.ndarray)  # to pick rows of a memmap costs more than of a plain array
        return self._rows  # type: ignore[return-value]
