from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.embedder.packed import packed_file, read, unpack


def test_a_block_is_a_scale_and_thirty_two_weights() -> None:
    block = np.zeros((1, 1, 18), dtype=np.uint8)
    block[0, 0, :2] = np.array([0.5], dtype=np.float16).view(np.uint8)
    block[0, 0, 2] = 0x9F  # weight 0: 15, weight 16: 9
    weights = unpack(block)
    assert weights.shape == (1, 32)
    assert (weights[0, 0], weights[0, 16]) == (3.5, 0.5)
    assert set(weights[0, 1:16]) == {-4.0}


def test_another_file_is_named(tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match=r"other\.bin is not a packed e5 model"):
        read(other)


def test_another_version_of_the_format_is_named(tmp_path: Path) -> None:
    other = tmp_path / "later.bin"
    other.write_bytes(b"E5S1\x02" + bytes(100))
    with pytest.raises(ValueError, match="format version 2"):
        read(other)


@pytest.mark.model
def test_the_packed_model_has_the_published_shape() -> None:
    packed = read(packed_file())
    assert (packed.hidden, packed.layers, packed.heads, packed.feed_forward, packed.positions) == (
        384, 12, 12, 1536, 512,
    )  # fmt: skip
    assert packed.pieces[:4] == ("<s>", "<pad>", "</s>", "<unk>") and len(packed.pieces) == 250_002
    assert packed.matrices["emb.word"].shape == (250_037, 12, 18)
    assert packed.vectors["l11.oln.w"].shape == (384,)
