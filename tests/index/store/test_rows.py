from pathlib import Path

import numpy as np
import pytest

from index.store.rows import Rows

VECTORS = np.array([[0.6, 0.8], [1.0, 0.0], [-0.28, 0.96]], np.float32)


def keys(*numbers: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array(numbers, np.int64)


def test_what_is_written_is_read_in_any_order_nearly_exactly(tmp_path: Path) -> None:
    rows = Rows(tmp_path)
    rows.write([7, 2, 5000], VECTORS)
    np.testing.assert_allclose(rows.read(keys(5000, 7, 2), 2), VECTORS[[2, 0, 1]], atol=5e-4)


def test_what_was_never_written_is_nothing(tmp_path: Path) -> None:
    rows = Rows(tmp_path)
    assert not rows.read(keys(3, 100_000), 2).any()
    rows.write([3], VECTORS[:1])
    assert rows.read(keys(3, 4), 2).any(axis=1).tolist() == [True, False]
    assert rows.read(keys(), 2).shape == (0, 2)


def test_it_grows_and_stands_when_opened_again(tmp_path: Path) -> None:
    rows = Rows(tmp_path)
    rows.write([1], VECTORS[:1])
    rows.write([50_000], VECTORS[1:2])
    rows.write([1], VECTORS[2:])
    again = Rows(tmp_path).read(keys(1, 50_000), 2)
    np.testing.assert_allclose(again, VECTORS[[2, 1]], atol=5e-4)


def test_cleared_it_takes_another_dimension(tmp_path: Path) -> None:
    rows = Rows(tmp_path)
    rows.write([1], VECTORS[:1])
    rows.clear()
    assert not rows.read(keys(1), 2).any()
    rows.write([1], np.ones((1, 3), np.float32))
    assert rows.read(keys(1), 3) == pytest.approx(np.ones((1, 3)))
