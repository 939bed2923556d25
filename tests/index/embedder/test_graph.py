from __future__ import annotations

import numpy as np
import onnx
import pytest

pytestmark = pytest.mark.model


def test_weights_shifted_to_unsigned_give_the_same_vectors() -> None:
    from index.embedder.graph import graph, peaks_graph
    from index.embedder.onnx_encoder import session
    from index.embedder.packed import packed_file, read

    packed = read(packed_file())
    words = np.random.default_rng(5).normal(0, 0.1, (1, 40, packed.hidden)).astype(np.float32)
    model, names = peaks_graph(packed)
    peaks = dict(zip(names, session(model, 1).run([f"{name}.peaks" for name in names], {"words": words}), strict=True))
    signed, unsigned = (graph(packed, "int8", peaks, signed=signed) for signed in (True, False))
    one, other = (session(each, 1).run(["mean"], {"words": words})[0] for each in (signed, unsigned))
    assert np.allclose(one, other, atol=1e-5)
    kinds = {weight.data_type for weight in onnx.load_from_string(unsigned).graph.initializer}
    assert onnx.TensorProto.INT8 not in kinds


def test_one_peak_is_seen_for_every_channel_of_every_matrix() -> None:
    from index.embedder.graph import peaks_graph
    from index.embedder.onnx_encoder import session
    from index.embedder.packed import packed_file, read

    packed = read(packed_file())
    model, names = peaks_graph(packed)
    assert len(names) == 4 * packed.layers and names[:4] == ["l0.qkv", "l0.ao", "l0.fi", "l0.fo"]
    words = np.random.default_rng(5).normal(0, 0.1, (1, 7, packed.hidden)).astype(np.float32)
    seen = session(model, 1).run([f"{name}.peaks" for name in names], {"words": words})
    assert [peaks.shape for peaks in seen[:4]] == [(384,), (384,), (384,), (1536,)]
    assert all((peaks >= 0).all() for peaks in seen)


def test_factors_level_the_channels_and_leave_the_product() -> None:
    from index.embedder.graph import _factors

    peaks = np.array([40.0, 1.0, 2.0, 1.0], np.float32)
    matrix = np.random.default_rng(5).normal(0, 1, (6, 4)).astype(np.float32)
    factors = _factors(peaks, matrix)
    assert (peaks / factors).max() / (peaks / factors).min() < 10 < peaks.max() / peaks.min()
    states = np.random.default_rng(6).normal(0, 1, (3, 4)).astype(np.float32)
    assert np.allclose((states / factors) @ (matrix * factors).T, states @ matrix.T, atol=1e-5)
