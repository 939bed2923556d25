from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.embedder.probes import PROBES, agreement


class Fixed:
    def __init__(self, vectors: NDArray[np.float32]) -> None:
        self.vectors = vectors

    def passages(self, texts: list[str]) -> NDArray[np.float32]:
        assert texts == list(PROBES)
        return self.vectors


def test_agreement_is_that_of_the_worst_probe() -> None:
    expected = np.eye(3, 4, dtype=np.float32)
    turned = expected.copy()
    turned[2] = (0, 0, 0.6, 0.8)
    assert agreement(Fixed(expected), expected) == 1
    assert abs(agreement(Fixed(turned), expected) - 0.6) < 1e-6
