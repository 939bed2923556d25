"""A cross-encoder that the user names, whose opinion of the best lines counts beside the learnt ranking's.

It reads a question and a line together (Nogueira and Cho, "Passage Re-ranking with BERT", 2019,
https://arxiv.org/abs/1901.04085), so that nothing can be made beforehand and every line costs a run of the model. None
comes with Isnad, and nothing of it is imported until one is named.
"""

from __future__ import annotations

import math
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from assistant.answering.lines import Line
from assistant.answering.ranking import Ranked, in_order
from index.embedder.cleaning import clean
from index.readings import shown_title

if TYPE_CHECKING:  # sentence-transformers takes four seconds to import: only loading a model pays them
    from sentence_transformers import CrossEncoder

SETTING: Final = "ISNAD_RERANKER"
WEIGHT_SETTING: Final = "ISNAD_RERANKER_WEIGHT"
WEIGHT: Final = 1.0
"""What a standard deviation of its scores counts in a line's: the odds that the line answers times e.

A choice, not a fit: there was no model to fit it with. The learnt scores of a question's lines have a standard
deviation of 2.7 (median of the development questions), so that a cross-encoder has about a third of their say. For a
model at hand, ``python -m benchmarks.cross_encoder`` fits it.
"""
LINES: Final = 16
"""Lines of a question that it reads at most, the best by the learnt ranking: each costs a run, and of the development
questions none has its first right line further down."""
TOKENS: Final = 256
"""What it reads of question, title and line together, at most: the longest of the development questions have 220."""
_BATCH: Final = 16
_TRIED: Final = ("من قال ذلك؟", "قال الوزير ذلك.")


class RerankerError(Exception):
    """A cross-encoder that cannot be used as it was named; the message is one line that says what to do."""


class Reranker:
    """The sentence-transformers cross-encoder `model`, called `name`; `weight` is explained at :data:`WEIGHT`.

    Threads may share it.
    """

    def __init__(self, name: str, model: CrossEncoder, weight: float = WEIGHT) -> None:
        self.name = name
        self.weight = weight
        self._model = model
        self._lock = threading.Lock()  # the hub's fast tokenizers fail ("Already borrowed") when two threads use one

    def reranked(self, question: str, ranked: Sequence[Ranked]) -> list[Ranked]:
        """`ranked` (best first) in a new order: its opinion of them as answers to `question` is added to their scores.

        The lines that it does not read are held for as poor as the poorest that it read.
        """
        if not ranked:
            return []
        read = standardised(self.scores(question, [one.line for one in ranked[:LINES]]))
        added = np.concatenate([read, np.full(len(ranked) - len(read), read.min())])
        scores = np.array([one.score for one in ranked]) + self.weight * added
        return in_order([one.line for one in ranked], scores)

    def scores(self, question: str, lines: Sequence[Line]) -> NDArray[np.float64]:
        """What the model says of each line (n,) with its article's title, before any sigmoid; larger is better."""
        return self._predict([(question, f"{shown_title(line.article)}\n{line.text}") for line in lines])

    def _predict(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        if not pairs:
            return np.zeros(0)
        cleaned = [(clean(question), clean(text)) for question, text in pairs]
        with self._lock:
            # The model's own activation would be a sigmoid, in which all good lines are .99 and more.
            told = self._model.predict(cleaned, batch_size=_BATCH, activation_fn=_as_it_is, show_progress_bar=False)
        return np.asarray(told, np.float64)

    def try_out(self) -> None:
        """Score one pair. Raises RerankerError where that does not come to one number."""
        told = self._predict([_TRIED])
        if told.shape != (1,):
            raise RerankerError(
                f"{self.name} gives {told.shape[-1]} numbers for a pair, so it classifies and does not rank: set "
                f"{SETTING} to a cross-encoder with one, such as BAAI/bge-reranker-v2-m3, or unset it"
            )
        if not np.isfinite(told).all():
            raise RerankerError(f"{self.name} scores a line with {told[0]}: its files are damaged; unset {SETTING}")

    def __repr__(self) -> str:
        return f"Reranker({self.name!r}, weight={self.weight})"


def load(name: str | None = None) -> Reranker | None:
    """The cross-encoder called `name`, or else ISNAD_RERANKER; None where neither names one (or names ``none``).

    `name` is one of the Hugging Face hub or a folder; a model that is on the disk already needs no network, and no
    code that comes with a model is run. ISNAD_RERANKER_WEIGHT is its weight. Raises RerankerError.
    """
    name = (name if name is not None else os.environ.get(SETTING, "")).strip()
    if not name or name.lower() == "none":
        return None
    weight = _weight(os.environ.get(WEIGHT_SETTING, ""))
    reranker = Reranker(name, _loaded(name), weight)
    try:
        reranker.try_out()
    except RerankerError:
        raise
    except Exception as error:  # whatever a model without some part raises when it is used first
        raise _cannot_load(name, error) from error
    return reranker


def standardised(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """`scores` (n,) with mean 0 and standard deviation 1; all 0 where they are the same, or one is no number."""
    if not np.isfinite(scores).all() or not (spread := float(scores.std())) > 1e-9:
        return np.zeros(len(scores))
    return np.asarray((scores - scores.mean()) / spread, np.float64)


def _loaded(name: str) -> CrossEncoder:
    folder = Path(name).expanduser() if name.startswith("~") else Path(name)
    if not folder.is_dir() and (folder.is_absolute() or name.startswith((".", "~"))):
        raise RerankerError(f"{name}: no such folder; set {SETTING} to one that holds a cross-encoder, or unset it")
    try:
        from sentence_transformers import CrossEncoder

        source = str(folder) if folder.is_dir() else name
        try:  # what is on the disk already first: it needs no network
            model: CrossEncoder = CrossEncoder(source, local_files_only=True)
        except Exception:
            if folder.is_dir():
                raise
            from huggingface_hub import HfApi

            # One question before the download: without it, loading retries every file for a minute without a network.
            HfApi().model_info(source, timeout=20)
            model = CrossEncoder(source)
    except Exception as error:  # the hub, the network, the file formats each have their own; a person needs one line
        raise _cannot_load(name, error) from error
    if not _has_head(model):
        raise RerankerError(
            f"{name} is an encoder without a part that scores pairs: set {SETTING} to a cross-encoder, such as "
            "BAAI/bge-reranker-v2-m3, or unset it"
        )
    model.max_seq_length = min(model.max_seq_length or TOKENS, TOKENS)
    return model


def _has_head(model: CrossEncoder) -> bool:
    """False where transformers put a new classifier, drawn at random, on a model that was saved without one."""
    inner = model.model
    saved = getattr(model.config, "architectures", None)
    if not saved or not type(inner).__name__.endswith("ForSequenceClassification"):
        return True  # a model of other parts, which have their own scores
    return any(one.endswith("ForSequenceClassification") for one in saved)


def _cannot_load(name: str, error: Exception) -> RerankerError:
    words = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    return RerankerError(
        f"cannot load the cross-encoder {name!r} ({words[:200]}); unset {SETTING} to rank without one, or set it to a "
        "local folder that holds one"
    )


def _weight(text: str) -> float:
    if not text.strip():
        return WEIGHT
    try:
        weight = float(text)
    except ValueError:
        weight = math.nan
    if not 0 <= weight <= 100:
        raise RerankerError(f"{WEIGHT_SETTING}={text!r}: give a number from 0 to 100; {WEIGHT} is the default")
    return weight


def _as_it_is(scores: Any) -> Any:
    return scores
