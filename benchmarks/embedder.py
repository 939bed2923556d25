"""How fast the bundled model embeds passages, by engine, and how far the vectors agree with the engine's own.

    python benchmarks/embedder.py ARTICLES.jsonl[.gz] [--passages 96] [--characters 600] [--rounds 3]

Prints a table to stderr and the same figures as JSON to stdout. Rounds of the engines alternate, and the best of each
counts, because other work on the machine only ever slows. On a busy machine compare the passages per second of
processor time.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import click
import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from index.embedder import Embedder
from index.embedder.bundled import PROMPTS, bundled_model
from index.embedder.encoder import E5Encoder, best_dtype
from index.embedder.packed import packed_file, read

QUESTION_CHARACTERS = 60


def passages(path: Path, count: int, characters: int) -> list[str]:
    """The beginnings of the first `count` articles that are long enough."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        texts = (json.loads(line)["text"] for line in lines if line.strip())
        return list(islice((text[:characters] for text in texts if len(text) >= characters), count))


def embedders() -> dict[str, Callable[[], Embedder]]:
    def encoder(dtype: torch.dtype) -> Embedder:
        module = E5Encoder(read(packed_file()), dtype)
        return Embedder("torch", SentenceTransformer(modules=[module], prompts=PROMPTS, device="cpu"))

    return {
        "engine": lambda: Embedder("engine", bundled_model("engine")),
        "torch float32": lambda: encoder(torch.float32),
        "torch bfloat16": lambda: encoder(torch.bfloat16),
    }


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def measure(texts: Sequence[str], rounds: int, batch_size: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    ready: list[Embedder] = []
    vectors: list[NDArray[np.float32]] = []
    for name, make in embedders().items():
        start = time.perf_counter()
        ready.append(make())
        rows.append({"engine": name, "load_seconds": round(time.perf_counter() - start, 2)})
        vectors.append(ready[-1].passages(texts[:16]))  # also the warm-up
    best = [float("inf")] * len(rows)
    least = [float("inf")] * len(rows)
    for _ in range(rounds):
        for number, embedder in enumerate(ready):
            before = time.process_time()
            best[number] = min(best[number], seconds(lambda e=embedder: e.passages(texts, batch_size)))  # type: ignore[misc]
            least[number] = min(least[number], time.process_time() - before)
    for row, embedder, wall, processor, some in zip(rows, ready, best, least, vectors, strict=True):
        single = [seconds(lambda e=embedder, t=text: e.question(t[:QUESTION_CHARACTERS])) for text in texts[:20]]  # type: ignore[misc]
        row["passages_per_second"] = round(len(texts) / wall, 1)
        row["per_processor_second"] = round(len(texts) / processor, 1)
        row["question_ms_median"] = round(1000 * float(np.median(single)), 1)
        row["worst_cosine_to_engine"] = round(float((some * vectors[0]).sum(axis=1).min()), 5)
        row["same_token_counts"] = all(embedder.token_count(t) == ready[0].token_count(t) for t in texts)
    return rows


@click.command()
@click.argument("articles", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--passages", "count", default=96, show_default=True)
@click.option("--characters", default=600, show_default=True)
@click.option("--rounds", default=3, show_default=True)
@click.option("--batch-size", default=8, show_default=True)
def main(articles: Path, count: int, characters: int, rounds: int, batch_size: int) -> None:
    texts = passages(articles, count, characters)
    if len(texts) < 16:
        raise click.ClickException(
            f"{articles}: only {len(texts)} texts of {characters} characters; at least 16 needed"
        )
    rows = measure(texts, rounds, batch_size)
    names = list(rows[0])
    for cells in [names, *([str(row[name]) for name in names] for row in rows)]:
        print("  ".join(f"{cell:>22}" for cell in cells), file=sys.stderr)
    setting: dict[str, Any] = {"passages": len(texts), "characters": characters, "threads": torch.get_num_threads()}
    setting |= {"batch_size": batch_size, "chosen": str(best_dtype()), "load_average": os.getloadavg()[0]}
    print(json.dumps({**setting, "engines": rows}, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
