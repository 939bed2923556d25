from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.embedder import Embedder
from index.store.vectors import Vectors


@pytest.fixture
def vectors(tmp_path: Path) -> Iterator[Vectors]:
    vectors = Vectors(tmp_path)
    yield vectors
    vectors.close()


def circle(*degrees: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    radians = np.radians(degrees)
    return np.stack([np.cos(radians), np.sin(radians)], axis=1).astype(np.float32)


def test_nearest_come_first_with_their_cosine(vectors: Vectors) -> None:
    vectors.upsert(["a", "b", "c"], circle(0, 60, 180))
    found = vectors.nearest(circle(0)[0], 5)
    assert [id_ for id_, _ in found] == ["a", "b", "c"]
    assert [cosine for _, cosine in found] == pytest.approx([1, 0.5, -1], abs=1e-5)


def test_an_empty_collection_has_no_neighbours(vectors: Vectors) -> None:
    assert vectors.nearest(circle(0)[0], 5) == []
    assert vectors.get(["a"]) == {}


def test_an_id_written_again_is_replaced(vectors: Vectors) -> None:
    vectors.upsert(["a"], circle(0))
    vectors.upsert(["a"], circle(90))
    assert len(vectors) == 1
    np.testing.assert_allclose(vectors.get(["a"])["a"], circle(90)[0], atol=1e-6)


def test_deleting_passes_over_what_is_not_there(vectors: Vectors) -> None:
    vectors.upsert(["a", "b"], circle(0, 90))
    vectors.delete(["a", "x"])
    assert list(vectors.ids()) == ["b"]


def test_more_than_one_batch(vectors: Vectors) -> None:
    many = circle(*np.linspace(0, 359, 2500))
    vectors.upsert([f"v{i}" for i in range(2500)], many)
    assert len(vectors) == 2500
    assert sorted(vectors.ids()) == sorted(f"v{i}" for i in range(2500))


def test_vectors_that_are_nearly_alike_are_all_reached(tmp_path: Path, tiny_embedder: Embedder) -> None:
    form = "خبر {0}\nأعلنت الوزارة رقم {0} خطتها للعام {1}. وقال الوزير {0} إنها تبدأ غدًا."
    made = tiny_embedder.passages([form.format(i, i + 2000) for i in range(80)])
    for trial in range(6):  # how the index is joined is left to chance
        vectors = Vectors(tmp_path / str(trial))
        for part in (slice(0, 64), slice(64, 80)):
            vectors.upsert([f"v{i}" for i in range(80)][part], made[part])
        assert len(vectors.nearest(made[0], 80)) == 80
        vectors.close()


def test_cleared_it_takes_another_dimension(vectors: Vectors) -> None:
    vectors.upsert(["a"], circle(0))
    vectors.clear()
    vectors.upsert(["a"], np.eye(3, dtype=np.float32)[:1])
    assert vectors.get(["a"])["a"].shape == (3,)


def test_it_stands_after_closing(tmp_path: Path) -> None:
    first = Vectors(tmp_path / "x")
    first.upsert(["a"], circle(30))
    first.close()
    again = Vectors(tmp_path / "x")
    assert again.nearest(circle(30)[0], 1)[0][0] == "a"
    again.close()
