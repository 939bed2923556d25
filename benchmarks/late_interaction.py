"""What late interaction on the encoder's own token states would add to the learnt ranking of lines, and what it costs.

    python -m benchmarks.late_interaction STORE QUESTIONS.jsonl

STORE holds the articles that the questions ask about. For each question that has an answer: the lines that answering
ranks, with its signals, and one more column. That column is MaxSim (Khattab and Zaharia, "ColBERT", 2020,
https://arxiv.org/abs/2004.12832): the largest cosine that each token of the question has with a token of the line, the
mean over the question's tokens. A line's tokens have read its whole passage, title included; the tokens of prefix and
title, and the special ones, are left out. The figures are those of unseen questions (benchmarks/one_more_signal.py).

The states are those of the bundled model, once as float16 and once as int8 with a scale for each token: kept in a
store, they would take the bytes told for all its passages. JSON on stdout.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from assistant.assistant import READ, Assistant
from assistant.retriever import Hit
from benchmarks.development import Asked
from benchmarks.one_more_signal import Array, answerable, compared
from index.embedder import E5_PROMPTS, unit
from index.embedder.cleaning import clean
from index.embedder.conversion import converted
from index.embedder.onnx_encoder import session
from index.embedder.packed import packed_file, read, unpack
from index.embedder.processor import cores
from index.embedder.tokenizer import placed_windows, tokenizer
from index.readings import embedded_text
from index.store import Store
from index.vocabulary import Article, Passage

Kept = Literal["float16", "int8"]
FORMS: Final[tuple[Kept, ...]] = ("float16", "int8")
_LARGEST: Final = 127
_SCALE: Final = 2  # bytes of an int8 token's scale, a float16


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("questions", type=Path)
    options = parser.parse_args()
    with Store(options.store, must_exist=True) as store:
        asked = answerable(Assistant(store), options.questions)
        encoder = TokenStates()
        cost = state_cost(store, encoder)
    questions = [encoder.question(one.question.search) for one in asked]
    columns = {
        f"MaxSim, {kept}": [max_sims(states, one, encoder, kept) for states, one in zip(questions, asked, strict=True)]
        for kept in FORMS
    }
    told = {"states": cost, "read": _read(asked, encoder), **compared(asked, columns)}
    print(json.dumps(told, ensure_ascii=False, indent=1))


class TokenStates:
    """The bundled model's states of tokens, each at unit length: of questions as of passages with its own weights."""

    def __init__(self) -> None:
        packed = read(packed_file())
        self._words = packed.matrices["emb.word"]
        self._tokenizer = tokenizer(packed)
        self.dimension = packed.hidden
        self._passages = session(converted(packed, "int8"), cores())
        self._questions = session(converted(packed, "blocks"), cores())
        self.passage = cache(self._passage)

    def question(self, text: str) -> NDArray[np.float32]:
        """The states (tokens, 384) of a question's own tokens."""
        states, _ = self._states(self._questions, E5_PROMPTS["query"], clean(text))
        return states

    def _passage(self, article: Article, passage: Passage) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The states (tokens, 384) of what is embedded for a passage, and the characters (tokens, 2) they stand for."""
        return self._states(self._passages, E5_PROMPTS["document"], clean(embedded_text(article, passage)))

    def _states(self, model: Any, prefix: str, text: str) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        states, places = [], []
        for ids, offsets in placed_windows(self._tokenizer, prefix + text):
            words = unpack(self._words[np.asarray(ids)])
            states.append(model.run(["states"], {"words": words[np.newaxis]})[0][0])
            places += offsets
        found = np.array(places, np.int64).reshape(-1, 2) - len(prefix)
        own = (found[:, 1] > 0) & (found[:, 1] > found[:, 0])  # special tokens stand for no characters
        return unit(np.concatenate(states)[own]), found[own]

    def tokens(self, texts: Sequence[str]) -> int:
        """Tokens of `texts` alone, all together."""
        return sum(len(ids) - 2 for text in texts for ids, _ in placed_windows(self._tokenizer, clean(text)))


def max_sims(question: NDArray[np.float32], asked: Asked, encoder: TokenStates, kept: Kept) -> Array:
    """MaxSim (lines,) of the states (tokens, 384) of a question and each of its lines; states `kept` in that form."""
    found = []
    for line in asked.lines:
        hit = asked.hits[line.hit]
        states, places = encoder.passage(hit.article, hit.passage)
        start, end = (_place(hit, place) for place in (line.span.start, line.span.end))
        inside = (places[:, 0] < end) & (places[:, 1] > start)
        found.append(float((question @ _kept(states[inside], kept).T).max(1).mean()) if inside.any() else np.nan)
    if not (sims := np.array(found)).size:
        return np.zeros(0)
    # A line of signs that cleaning takes away has no token: it is no nearer than the farthest.
    return np.asarray(np.where(np.isnan(sims), np.nanmin(sims), sims), np.float64)


def _place(hit: Hit, place: int) -> int:
    """A place of the article as one of the clean text that is embedded for the passage of `hit`."""
    text = embedded_text(hit.article, hit.passage)
    return len(clean(text[: len(text) - len(hit.passage.span) + place - hit.passage.span.start]))


def _kept(states: NDArray[np.float32], kept: Kept) -> NDArray[np.float32]:
    """What is left of `states` when they were kept in that form."""
    if kept == "float16":
        return states.astype(np.float16).astype(np.float32)
    scale = (np.abs(states).max(1, keepdims=True) / _LARGEST).astype(np.float16).astype(np.float32)
    return np.asarray(np.clip(np.rint(states / scale), -_LARGEST, _LARGEST) * scale, np.float32)


def state_cost(store: Store, encoder: TokenStates) -> dict[str, Any]:
    """Tokens of all passages (titles not among them), and the bytes that their states would take."""
    tokens, articles, passages = 0, 0, 0
    keys = store.catalogue.keys_of_articles(article.id for article in store.catalogue.articles())
    for key in keys:
        article, parts = store.catalogue.parts(key)
        tokens += encoder.tokens([passage.span.of(article.text) for passage, _ in parts])
        articles, passages = articles + 1, passages + len(parts)
    return {
        "articles": articles,
        "passages": passages,
        "tokens": tokens,
        "megabytes": {
            "float16": round(tokens * encoder.dimension * 2 / 1e6),
            "int8": round(tokens * (encoder.dimension + _SCALE) / 1e6),
        },
        "megabytes of the passages' own vectors, float32": round(passages * encoder.dimension * 4 / 1e6),
    }


def _read(asked: Sequence[Asked], encoder: TokenStates) -> dict[str, float]:
    """What a question would have to read where states are not kept: the passages that its lines are of."""
    counts = [encoder.tokens([embedded_text(hit.article, hit.passage) for hit in one.hits[:READ]]) for one in asked]
    return {"passages of a question": READ, "tokens of them, median": float(np.median(counts))}


if __name__ == "__main__":
    main()
