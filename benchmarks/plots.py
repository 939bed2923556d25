"""Draw the benchmarks' figures as SVG: each argument is what one benchmark printed, and is drawn for what it holds.

    python -m benchmarks.plots FOLDER embedder.json latency.json growth.json

Writes engines.svg, latency.svg and growth.svg to FOLDER, for those that are given. Needs the extra `bench`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np

_STAGES = ("embed", "vectors", "lexical", "rank", "answer")
_MEASURES = {"disk_mb": "disk", "asking_mb": "memory while asking", "adding_mb": "memory while adding"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("results", nargs="+", type=Path)
    options = parser.parse_args()
    plt.switch_backend("svg")
    plt.rcParams["svg.hashsalt"] = "isnad"  # the same figures give the same file
    kinds: dict[str, tuple[str, Callable[[Any, dict[str, Any]], None]]] = {
        "engines": ("engines.svg", engines),
        "stores": ("latency.svg", latency),
        "measured": ("growth.svg", growth),
    }
    for path in options.results:
        told = json.loads(path.read_text(encoding="utf-8"))
        name, draw = next(kinds[key] for key in kinds if key in told)
        figure, axes = plt.subplots(figsize=(7, 4))
        draw(axes, told)
        figure.tight_layout()
        figure.savefig(options.folder / name, metadata={"Date": None})


def engines(axes: Any, told: dict[str, Any]) -> None:
    """Passages a second of every engine, as bars."""
    rows = sorted(told["engines"], key=lambda row: float(row["passages_per_second"]))
    bars = axes.barh([row["engine"] for row in rows], [row["passages_per_second"] for row in rows])
    axes.bar_label(bars, padding=3)
    axes.set_xlabel(f"passages of {told['characters']} characters a second")


def latency(axes: Any, told: dict[str, Any]) -> None:
    """The median of every stage by the size of the corpus, one on the other, and the least needed as a line."""
    stores = told["stores"]
    places = np.arange(len(stores))
    below = np.zeros(len(stores))
    for stage in _STAGES:
        height = np.array([store["asked"]["none"][stage]["p50"] for store in stores])
        axes.bar(places, height, 0.5, bottom=below, label=stage)
        below += height
    needed = [store["asked"]["none"]["needed"]["p50"] for store in stores]
    axes.plot(places, needed, "k_", markersize=40, label="embedding + vector search")
    axes.set_xticks(places, [f"{store['articles']:,} articles" for store in stores])
    axes.set_ylabel("milliseconds, median")
    axes.legend()


def growth(axes: Any, told: dict[str, Any]) -> None:
    """What was measured as dots, and the laws to ten million passages as dashes."""
    rows = told["measured"]
    sizes = [row["passages"] for row in rows]
    ends = np.geomspace(min(sizes), told["on_paper"][-1]["passages"], 60)
    for name, label in _MEASURES.items():
        law = told["laws"][name]
        (line,) = axes.loglog(ends, law["base_mb"] + law["kb_a_passage"] / 1000 * ends, linestyle="--", linewidth=1)
        axes.loglog(sizes, [row[name] for row in rows], "o", color=line.get_color(), label=label)
    axes.set_xlabel("passages")
    axes.set_ylabel("megabytes")
    axes.set_title("measured (dots) and on paper (dashes)")
    axes.grid(alpha=0.3)
    axes.legend()


if __name__ == "__main__":
    main()
