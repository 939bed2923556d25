"""How fast the bundled model embeds, by what it runs in, how far the vectors agree with the engine's, and what is lost.

    python -m benchmarks.embedder ARTICLES.jsonl[.gz] [SQUAD.json.gz...] [--passages 96] [--busy 1]

Speed: rounds of the engines alternate, and the best of each counts, because other work on the machine only ever slows.
On a busy machine compare the passages per second of processor time. Loss: which paragraph is nearest to each question
of reading-comprehension sets in SQuAD form (XQuAD-ar, ARCD), by dense vectors alone. OpenVINO is compared where it is
installed (pip install openvino nncf). A table on stderr, the same figures as JSON on stdout.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import click
import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from benchmarks.lexical import squad
from index.embedder import E5_PROMPTS, Embedder
from index.embedder.bundled import OnnxEmbedder, bundled
from index.embedder.conversion import converted
from index.embedder.encoder import E5Encoder
from index.embedder.onnx_encoder import OnnxEncoder
from index.embedder.packed import packed_file, read

QUESTION_CHARACTERS = 60
_CHECKED = 16  # passages whose vectors are compared


def passages(path: Path, count: int, characters: int) -> list[str]:
    """The beginnings of the first `count` articles that are long enough."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        texts = (json.loads(line)["text"] for line in lines if line.strip())
        return list(islice((text[:characters] for text in texts if len(text) >= characters), count))


def embedders() -> dict[str, Callable[[], Embedder]]:
    """Every way the bundled weights run here."""

    def encoder(dtype: torch.dtype) -> Embedder:
        module = E5Encoder(read(packed_file()), dtype)
        return Embedder("torch", SentenceTransformer(modules=[module], prompts=E5_PROMPTS, device="cpu"))

    def exact_blocks() -> Embedder:
        packed = read(packed_file())
        blocks = converted(packed, "blocks")
        return OnnxEmbedder("blocks", OnnxEncoder(packed, blocks, blocks))

    made: dict[str, Callable[[], Embedder]] = {
        "engine": lambda: bundled("engine", "engine"),
        "torch float32": lambda: encoder(torch.float32),
        "torch bfloat16": lambda: encoder(torch.bfloat16),
        "onnx float32": lambda: bundled("float32", "float32"),
        "onnx 4-bit": exact_blocks,
        "onnx int8": lambda: bundled("int8", "int8"),
    }
    if find_spec("openvino") and find_spec("nncf"):
        made["openvino bfloat16"] = lambda: _openvino(compressed=False)
        made["openvino int8"] = lambda: _openvino(compressed=True)
    return made


def _openvino(compressed: bool) -> Embedder:
    """PyTorch's layers converted; `compressed`: weights in int8, activations too, in groups of 32."""
    import nncf
    import openvino

    module = E5Encoder(read(packed_file()), torch.float32)
    example = {"inputs_embeds": torch.zeros(2, 8, 384), "attention_mask": torch.ones(2, 8, dtype=torch.int64)}
    model = openvino.convert_model(module.layers, example_input=example)
    if compressed:
        with redirect_stdout(sys.stderr):  # it talks
            model = nncf.compress_weights(model, mode=nncf.CompressWeightsMode.INT8_SYM)
    hints = {"INFERENCE_PRECISION_HINT": "f32" if compressed else "bf16", "DYNAMIC_QUANTIZATION_GROUP_SIZE": "32"}
    request = openvino.Core().compile_model(model, "CPU", hints).create_infer_request()

    class Layers:
        device, dtype = torch.device("cpu"), torch.float32
        config = module.layers.config

        def __call__(self, **inputs: torch.Tensor) -> Any:
            states = request.infer({name: tensor.numpy() for name, tensor in inputs.items()})[0]
            return type("Output", (), {"last_hidden_state": torch.from_numpy(np.array(states))})

    del module.layers
    object.__setattr__(module, "layers", Layers())
    return Embedder("openvino", SentenceTransformer(modules=[module], prompts=E5_PROMPTS, device="cpu"))


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def measure(texts: Sequence[str], rounds: int, only: Sequence[str] = ()) -> tuple[list[dict[str, Any]], list[Embedder]]:
    rows: list[dict[str, Any]] = []
    ready: list[Embedder] = []
    vectors: list[NDArray[np.float32]] = []
    for name, make in embedders().items():
        if only and name not in ("engine", "torch float32", *only):
            continue
        start = time.perf_counter()
        ready.append(make())
        rows.append({"engine": name, "load_seconds": round(time.perf_counter() - start, 2)})
        vectors.append(ready[-1].passages(texts[:_CHECKED]))  # also the warm-up
    best, least = [float("inf")] * len(rows), [float("inf")] * len(rows)
    for _ in range(rounds):
        for number, embedder in enumerate(ready):
            before = time.process_time()
            best[number] = min(best[number], seconds(lambda e=embedder: e.passages(texts)))  # type: ignore[misc]
            least[number] = min(least[number], time.process_time() - before)
    names = [row["engine"] for row in rows]
    for row, embedder, wall, processor, some in zip(rows, ready, best, least, vectors, strict=True):
        single = [seconds(lambda e=embedder, t=text: e.question(t[:QUESTION_CHARACTERS])) for text in texts[:20]]  # type: ignore[misc]
        row["passages_per_second"] = round(len(texts) / wall, 1)
        row["per_processor_second"] = round(len(texts) / processor, 1)
        row["times_engine"] = round(best[names.index("engine")] / wall, 2)
        row["times_torch_float32"] = round(best[names.index("torch float32")] / wall, 2)
        row["question_ms_median"] = round(1000 * float(np.median(single)), 1)
        row["worst_cosine_to_engine"] = round(float((some * vectors[0]).sum(axis=1).min()), 5)
        row["same_token_counts"] = all(embedder.token_count(t) == ready[0].token_count(t) for t in texts)
    return rows, ready


def found(embedder: Embedder, path: Path) -> dict[str, float]:
    """Shares of the questions in `path` whose paragraph is the nearest, or among the five nearest; and the MRR."""
    paragraphs, questions = squad(path)
    vectors = embedder.passages(paragraphs)
    asked = np.stack([embedder.question(question) for question, _ in questions])
    cosines = asked @ vectors.T
    right = cosines[np.arange(len(questions)), [place for _, place in questions]]
    ranks = 1 + (cosines > right[:, np.newaxis]).sum(axis=1)
    figures = {"r1": (ranks == 1).mean(), "r5": (ranks <= 5).mean(), "mrr": (1 / ranks).mean()}
    return {f"{path.name.split('.')[0]}_{name}": round(float(figure), 4) for name, figure in figures.items()}


@click.command()
@click.argument("articles", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("sets", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--passages", "count", default=96, show_default=True)
@click.option("--characters", default=600, show_default=True)
@click.option("--rounds", default=3, show_default=True)
@click.option("--busy", default=0, show_default=True, help="So many cores are kept busy by other processes meanwhile.")
@click.option("--only", multiple=True, help="Only this one beside the engine and torch float32; may be repeated.")
def main(
    articles: Path, sets: tuple[Path, ...], count: int, characters: int, rounds: int, busy: int, only: tuple[str, ...]
) -> None:
    texts = passages(articles, count, characters)
    if len(texts) < _CHECKED:
        raise click.ClickException(
            f"{articles}: only {len(texts)} texts of {characters} characters; at least {_CHECKED} needed"
        )
    others = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(busy)]
    try:
        rows, ready = measure(texts, rounds, only)
    finally:
        for other in others:
            other.kill()
    for row, embedder in zip(rows, ready, strict=True):
        for path in sets:
            row |= found(embedder, path)
    names = list(rows[0])
    for cells in [names, *([str(row[name]) for name in names] for row in rows)]:
        print("  ".join(f"{cell:>22}" for cell in cells), file=sys.stderr)
    setting = {"passages": len(texts), "busy_cores": busy, "characters": characters, "load_average": os.getloadavg()[0]}
    print(json.dumps({**setting, "engines": rows}, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
