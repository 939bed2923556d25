"""Memory and disk by the size of the corpus, and what the law they follow makes of ten million passages.

    python -m benchmarks.growth ARTICLES.jsonl[.gz] FOLDER [--sizes 1250 2500 5000 10000 ...]

A store of each size is made in a process of its own, which is measured: the articles, then copies of them with changed
words (benchmarks/corpus.py). Vectors are drawn by chance: their number and form decide memory and disk, not their
values. Then a process of its own opens the store and asks. Fitted: bytes = base + a x passages, by least squares; what
lies beyond the measured sizes is on paper. JSON on stdout, for benchmarks/plots.py.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpus import corpus
from benchmarks.ingest import size as bytes_below
from index.embedder import BUNDLED, Embedder, load
from index.ingest import add
from index.passages import estimate_tokens
from index.reading import read
from index.store import Store
from index.vocabulary import Article

_SIZES = (1250, 2500, 5000, 10_000, 20_000, 40_000)
_PAPER = (100_000, 1_000_000, 10_000_000)  # passages
_QUESTIONS = ("ماذا قال وزير الصحة عن اللقاح؟", "من أعلن ارتفاع أسعار المحروقات؟", "أين وقع الحادث؟")
_MEASURES = ("adding_mb", "asking_mb", "disk_mb")


class Random(Embedder):
    """Vectors by chance, the same in every process, and tokens by estimate: for measuring what holds them."""

    def __init__(self) -> None:
        self.name = BUNDLED
        self._chance = np.random.default_rng(0)

    @property
    def dimension(self) -> int:
        return 384

    def passages(self, texts: Any, batch_size: int | None = None) -> NDArray[np.float32]:
        vectors = self._chance.normal(size=(len(texts), self.dimension)).astype(np.float32)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)

    def question(self, text: str) -> NDArray[np.float32]:
        return np.asarray(self.passages([text])[0])

    def token_count(self, text: str) -> int:
        return estimate_tokens(text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(_SIZES))
    parser.add_argument("--one", choices=("make", "ask"), help="measure one store in this process")
    options = parser.parse_args()
    if options.one:
        told = (make if options.one == "make" else ask)(options.articles, options.folder, options.sizes[0])
        print(json.dumps(told))
        return
    rows: list[dict[str, Any]] = []
    for number in options.sizes:
        store = options.folder / str(number)
        rows.append({})
        for what in ("make", "ask"):
            rows[-1] |= _child(options.articles, store, number, what)
        shutil.rmtree(store)
        print(rows[-1], file=sys.stderr)
    laws = {name: law(rows, name) for name in _MEASURES}
    paper = [{"passages": n, **{name: round(b + a * n) for name, (b, a) in laws.items()}} for n in _PAPER]
    fitted = {name: {"base_mb": round(b, 1), "kb_a_passage": round(a * 1000, 3)} for name, (b, a) in laws.items()}
    print(json.dumps({"measured": rows, "laws": fitted, "on_paper": paper}, indent=1))


def make(articles: Path, folder: Path, number: int) -> dict[str, Any]:
    """Make the store, and say how much memory that took beyond the articles that the copies are made of."""
    originals = [item for item in islice(read([articles]), number) if isinstance(item, Article)]
    before = _peak_mb()
    start = time.perf_counter()
    with Store(folder, load_embedder=lambda _: Random()) as store:
        add(store, islice(corpus(originals, number), number))
        counts = store.catalogue.counts()
    seconds = time.perf_counter() - start
    disk = bytes_below(folder) / 1e6
    adding = _peak_mb() - before
    return {
        "articles": counts.articles,
        "passages": counts.passages,
        "adding_mb": round(adding),
        "disk_mb": round(disk, 1),
        "seconds_without_embedding": round(seconds, 1),
    }


def ask(articles: Path, folder: Path, number: int) -> dict[str, Any]:
    """Open the store, ask, and say how much memory the process has then, the embedder included."""
    from assistant.assistant import Assistant

    real = load()
    with Store(folder, load_embedder=lambda _: Random()) as store:
        assistant = Assistant(store)
        for question in _QUESTIONS:
            real.question(question)
            assistant.ask(question)
    return {"asking_mb": round(_peak_mb())}


def law(rows: list[dict[str, Any]], name: str) -> tuple[float, float]:
    """Base and megabytes a passage, by least squares over the measured sizes."""
    passages = np.array([row["passages"] for row in rows], float)
    measured = np.array([row[name] for row in rows], float)
    slope, base = np.polyfit(passages, measured, 1)
    return float(base), float(slope)


def _child(articles: Path, store: Path, number: int, what: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.growth", str(articles), str(store), "--sizes", str(number)]
    done = subprocess.run([*command, "--one", what], check=True, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


if __name__ == "__main__":
    main()
