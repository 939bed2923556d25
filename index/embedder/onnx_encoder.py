"""The bundled encoder under ONNX Runtime: texts to vectors, each text a run of its own, on as many threads as cores.

A run uses one thread. So no thread waits for another within a layer, and a core that other work keeps busy slows only
the text it is at, where a matrix divided among cores would wait for the slowest at each of hundreds of steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from index.embedder import E5_PROMPTS, unit
from index.embedder.packed import PackedModel, unpack
from index.embedder.processor import cores
from index.embedder.tokenizer import placed_windows, token_counts, tokenizer, windows

_SPECIALS: Final = 2  # tokens of every window that are not the text's


class OnnxEncoder:
    """The encoder, with a model for `passages` and one for `questions` (see :func:`index.embedder.graph.graph`).

    Questions have their own: they are few and short, so that exact weights cost little there. Threads may share it.
    Raises what ONNX Runtime raises for a model it cannot read; ValueError for a wrong ISNAD_THREADS.
    """

    def __init__(self, packed: PackedModel, passages: bytes, questions: bytes) -> None:
        self.dimension = packed.hidden
        self._words = packed.matrices["emb.word"]
        self._threads = cores()
        self._tokenizer = tokenizer(packed)
        self._passages = session(passages, 1)
        self._questions = session(questions, min(2, self._threads))

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors (n, 384) of passages, unit length. A text longer than the window is averaged over its windows."""
        parts = windows(self._tokenizer, [E5_PROMPTS["document"] + text for text in texts])
        rows = [(len(ids), number, ids) for number, part in enumerate(parts) for ids in part]
        rows.sort(key=lambda row: -row[0])  # the longest first: what remains at the end is short
        sums = np.zeros((len(texts), self.dimension), np.float32)
        means = self._pool.map(lambda row: self._mean(self._passages, row[2]), rows)
        for (length, number, _), mean in zip(rows, means, strict=True):
            sums[number] += max(1, length - _SPECIALS) * mean
        return unit(sums)

    def passages_and_runs(
        self, texts: Sequence[str], runs: Sequence[Sequence[tuple[int, int]]]
    ) -> tuple[NDArray[np.float32], list[NDArray[np.float32]]]:
        """Vectors (n, 384) of passages, and for each those (k, 384) of the `runs` of its characters ``[start, end)``.

        A run's vector is the mean of the states of its tokens, which have read the whole passage (late chunking:
        Günther et al., 2024, https://arxiv.org/abs/2409.04701); it costs nothing beside the passage's. A run without a
        token has the passage's.
        """
        order = sorted(range(len(texts)), key=lambda number: -len(texts[number]))
        done = dict(zip(order, self._pool.map(lambda n: self._pooled(texts[n], runs[n]), order), strict=True))
        pairs = [done[number] for number in range(len(texts))]
        vectors = np.stack([whole for whole, _ in pairs]) if pairs else np.zeros((0, self.dimension), np.float32)
        return vectors, [pooled for _, pooled in pairs]

    def _pooled(self, text: str, runs: Sequence[tuple[int, int]]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        prefix = E5_PROMPTS["document"]
        parts, states, places = [], [], list[tuple[int, int]]()
        for ids, offsets in placed_windows(self._tokenizer, prefix + text):
            words = unpack(self._words[np.asarray(ids)])
            mean, state = self._passages.run(["mean", "states"], {"words": words[np.newaxis]})
            parts.append(max(1, len(ids) - _SPECIALS) * mean[0])
            states.append(state[0])
            places += offsets
        whole, state = unit(np.sum(parts, axis=0)), np.concatenate(states)
        begins, ends = (np.array([place[side] for place in places]) - len(prefix) for side in (0, 1))
        pooled = np.tile(whole, (len(runs), 1))
        for number, (start, end) in enumerate(runs):
            inside = (begins < end) & (ends > start) & (ends > begins)  # special tokens stand for no characters
            if inside.any():
                pooled[number] = unit(state[inside].mean(axis=0))
        return whole, pooled

    def question(self, text: str) -> NDArray[np.float32]:
        """Vector (384,) of a question, unit length."""
        ((*rows,),) = windows(self._tokenizer, [E5_PROMPTS["query"] + text])
        means = [max(1, len(ids) - _SPECIALS) * self._mean(self._questions, ids) for ids in rows]
        return unit(np.sum(means, axis=0))

    def token_counts(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text alone, without prefix and special tokens, and without the window's limit."""
        return token_counts(self._tokenizer, texts)

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(self._threads, thread_name_prefix="embed")

    def _mean(self, session: onnxruntime.InferenceSession, ids: list[int]) -> NDArray[np.float32]:
        words = unpack(self._words[np.asarray(ids)])
        mean: NDArray[np.float32] = session.run(["mean"], {"words": words[np.newaxis]})[0][0]
        return mean


def session(model: bytes, threads: int) -> onnxruntime.InferenceSession:
    """`model` ready to run, a run on that many threads. Raises what ONNX Runtime raises for one it cannot read."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # The graph is built as it is to run: further fusing would bring back the slow operators it avoids.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    # A thread that spins while it waits takes the core from whoever has work.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
