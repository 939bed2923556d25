"""The bundled encoder as an ONNX graph: a text's word vectors in, its states (1, tokens, 384) and their mean out.

One text a run, so nothing is padded and nothing masked. The weights are one of:

- ``blocks``: the 4-bit blocks as they are packed (MatMulNBits), the vectors of the engine itself;
- ``float32``: unpacked;
- ``int8``: a scale for each output, and each token's activations scaled to int8 by their own largest. Where a few
  channels are far larger than the others they would leave the rest no resolution: such channels are made smaller and
  their weights larger beforehand, after Xiao et al., "SmoothQuant" (2023, https://arxiv.org/abs/2211.10438).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from index.embedder.packed import BLOCK, PackedModel, nibbles, scales, unpack

GRAPH_VERSION: Final = 1
"""Converted models record it: a change to what this file builds makes them anew."""

Weights = Literal["blocks", "float32", "int8"]
Peaks = Mapping[str, NDArray[np.float32]]
"""The largest magnitude of each channel (its length is the input's width), by the name of the matrix it goes into."""

_CONTRIB = "com.microsoft"  # operators that ONNX Runtime adds to the standard's
# How far a channel's size moves from activations to weights (0: stays, 1: all of it); where: cosines to float32 were
# .99923 with none and .99966 with these, and got worse when the other two matrices were smoothed as well (measured).
_MOVED: Final = 0.65
_SMOOTHED: Final = ("qkv", "fi")
_LARGEST: Final = 127


def graph(packed: PackedModel, weights: Weights, peaks: Peaks | None = None, *, signed: bool = True) -> bytes:
    """The serialised model. ``int8`` needs `peaks` (see :func:`peaks_graph`).

    `signed` False stores the int8 weights shifted to uint8, for processors whose instructions for signed ones add in
    16 bits and overflow (x86 without VNNI); the products are the same.
    """
    return _Builder(packed, weights, peaks or {}, signed).model()


def peaks_graph(packed: PackedModel) -> tuple[bytes, list[str]]:
    """A float32 model with one more output for each matrix: its input's :data:`Peaks`; and the matrices' names."""
    builder = _Builder(packed, "float32", {}, True, watch=True)
    return builder.model(), builder.watched


class _Builder:
    def __init__(self, packed: PackedModel, weights: Weights, peaks: Peaks, signed: bool, watch: bool = False) -> None:
        self.packed, self.weights, self.peaks, self.signed, self.watch = packed, weights, peaks, signed, watch
        self.watched: list[str] = []
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def model(self) -> bytes:
        width = self.packed.hidden
        states = self._embedded()
        for layer in range(self.packed.layers):
            states = self._layer(f"l{layer}", states)
        self._node("Identity", [states], "states")
        self._node("ReduceMean", [states, self._constant("axis.tokens", np.array([1]))], "mean", keepdims=0)
        outputs = [
            helper.make_tensor_value_info("mean", TensorProto.FLOAT, ["texts", width]),
            helper.make_tensor_value_info("states", TensorProto.FLOAT, ["texts", "tokens", width]),
        ]
        outputs += [helper.make_tensor_value_info(f"{name}.peaks", TensorProto.FLOAT, None) for name in self.watched]
        made = helper.make_graph(
            self._nodes,
            "multilingual-e5-small",
            [helper.make_tensor_value_info("words", TensorProto.FLOAT, ["texts", "tokens", width])],
            outputs,
            list(self._constants.values()),
        )
        opsets = [helper.make_opsetid("", 20), helper.make_opsetid(_CONTRIB, 1)]
        return bytes(helper.make_model(made, opset_imports=opsets, ir_version=10).SerializeToString())

    def _embedded(self) -> str:
        vectors, width = self.packed.vectors, self.packed.hidden
        # Every text is of the one type of token, so its vector is part of each position's.
        places = vectors["emb.pos"].reshape(-1, width) + vectors["emb.type"].reshape(-1, width)[:1]
        count = self._node("Shape", ["words"], "count", start=1, end=2)
        bounds = [self._constant("zero", np.array([0])), count, self._constant("axis.first", np.array([0]))]
        here = self._node("Slice", [self._constant("places", places), *bounds], "here")
        return self._norm("emb.ln", self._node("Add", ["words", here], "emb.sum"))

    def _layer(self, layer: str, states: str) -> str:
        vectors, heads = self.packed.vectors, self.packed.heads
        mixed = self._linear(f"{layer}.qkv", ("q", "k", "v"), states)
        parts = [f"{layer}.{part}" for part in ("query", "key", "value")]
        self._nodes.append(helper.make_node("Split", [mixed], parts, axis=-1, num_outputs=3))
        bias = np.concatenate([vectors[f"{layer}.{part}.b"] for part in "qkv"])
        inputs = [*parts, self._constant(f"{layer}.qkv.b", bias)]
        heard = self._node("MultiHeadAttention", inputs, f"{layer}.heard", _CONTRIB, num_heads=heads)
        states = self._joined(f"{layer}.a", self._linear(f"{layer}.ao", ("ao",), heard), states)
        wide = [
            self._linear(f"{layer}.fi", ("fi",), states),
            self._constant(f"{layer}.fi.b", vectors[f"{layer}.fi.b"]),
        ]
        wide_states = self._node("BiasGelu", wide, f"{layer}.gelu", _CONTRIB)
        return self._joined(f"{layer}.o", self._linear(f"{layer}.fo", ("fo",), wide_states), states)

    def _joined(self, name: str, new: str, states: str) -> str:
        """`new` with its bias, on top of `states`, normalised."""
        # Not as one SkipLayerNormalization, which takes several times as long as these two.
        bias = {"a": "ao", "o": "fo"}[name[-1]]
        constant = self._constant(f"{name}.b", self.packed.vectors[f"{name[:-1]}{bias}.b"])
        biased = self._node("Add", [new, constant], f"{name}.biased")
        return self._norm(f"{name}ln", self._node("Add", [biased, states], f"{name}.sum"))

    def _norm(self, name: str, states: str) -> str:
        scale, shift = (self._constant(f"{name}.{kind}", self.packed.vectors[f"{name}.{kind}"]) for kind in "wb")
        return self._node(
            "LayerNormalization", [states, scale, shift], f"{name}.out", axis=-1, epsilon=self.packed.epsilon
        )

    def _linear(self, name: str, parts: tuple[str, ...], states: str) -> str:
        """`states` times the matrices `parts` of one layer, stacked, without bias."""
        layer, short = name.split(".")
        blocks = np.concatenate([self.packed.matrices[f"{layer}.{part}.w"] for part in parts])
        if self.watch:
            sizes = self._node("Abs", [states], f"{name}.sizes")
            self._node("ReduceMax", [sizes, self._constant("axes", np.array([0, 1]))], f"{name}.peaks", keepdims=0)
            self.watched.append(name)
        if self.weights == "blocks":
            return self._times_blocks(name, blocks, states)
        matrix = unpack(blocks)
        if self.weights == "float32":
            return self._node("MatMul", [states, self._constant(f"{name}.w", matrix.T)], f"{name}.out")
        if short in _SMOOTHED:
            factors = _factors(self.peaks[name], matrix)
            matrix = matrix * factors
            states = self._node("Mul", [states, self._constant(f"{name}.smooth", 1 / factors)], f"{name}.smoothed")
        return self._times_int8(name, matrix, states)

    def _times_blocks(self, name: str, blocks: NDArray[np.uint8], states: str) -> str:
        values = nibbles(blocks)
        pairs = np.asarray(values[..., 0::2] | values[..., 1::2] << 4, np.uint8)  # neighbours share a byte here
        rows, columns = len(blocks), blocks.shape[1] * BLOCK
        inputs = [states, self._constant(f"{name}.w", pairs), self._constant(f"{name}.s", scales(blocks))]
        sizes = {"N": rows, "K": columns, "bits": 4, "block_size": BLOCK}
        # Level 4: activations in int8, a scale for every 32 of them, which is what the engine does.
        return self._node("MatMulNBits", inputs, f"{name}.out", _CONTRIB, accuracy_level=4, **sizes)

    def _times_int8(self, name: str, matrix: NDArray[np.float32], states: str) -> str:
        steps = np.maximum(np.abs(matrix).max(axis=1), 1e-8) / _LARGEST
        rounded = np.rint(matrix / steps[:, np.newaxis]).astype(np.int8)
        shifted = rounded if self.signed else (rounded.astype(np.int16) + 128).astype(np.uint8)
        unit, middle = self._constant("unit", np.float32(1 / _LARGEST)), self._constant("middle", np.uint8(128))
        sizes = self._node("Abs", [states], f"{name}.sizes")
        largest = self._node(
            "ReduceMax", [sizes, self._constant("axis.last", np.array([-1]))], f"{name}.max", keepdims=1
        )
        largest = self._node("Max", [largest, self._constant("least", np.float32(1e-6))], f"{name}.largest")
        scaled = self._node("Div", [states, largest], f"{name}.scaled")
        whole = self._node("QuantizeLinear", [scaled, unit, middle], f"{name}.whole")
        inputs = [whole, self._constant(f"{name}.w", shifted.T), unit]
        inputs += [self._constant(f"{name}.s", steps.astype(np.float32)), middle, "" if self.signed else middle]
        product = self._node("MatMulIntegerToFloat", inputs, f"{name}.product", _CONTRIB)
        return self._node("Mul", [product, largest], f"{name}.out")

    def _constant(self, name: str, value: NDArray[np.generic] | np.generic) -> str:
        if name not in self._constants:
            self._constants[name] = numpy_helper.from_array(np.asarray(value, order="C"), name)
        return name

    def _node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        self._nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output


def _factors(peaks: NDArray[np.float32], matrix: NDArray[np.float32]) -> NDArray[np.float32]:
    """What each channel's weights are multiplied by, its activations divided by; their geometric mean is 1."""
    heights, widths = np.maximum(peaks, 1e-5), np.maximum(np.abs(matrix).max(axis=0), 1e-5)
    factors = heights**_MOVED / widths ** (1 - _MOVED)
    return np.asarray(factors / np.exp(np.log(factors).mean()), np.float32)
