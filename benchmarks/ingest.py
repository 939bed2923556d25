"""Add a corpus to a new store with the command itself, and say how fast, how large and how much memory.

    python -m benchmarks.ingest STORE PATH...

STORE must not exist yet. It is added twice: the second time nothing has changed. JSON on stdout, the command's own
progress on stderr.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from index.store import Store


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args()
    if options.store.exists():
        parser.error(f"{options.store} exists: name a folder that does not")
    seconds = add(options.store, options.paths)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    with Store(options.store) as store:
        counts = store.catalogue.counts()
        characters = store.catalogue.rows("SELECT sum(length(text)) FROM articles")[0][0]
    again = add(options.store, options.paths)
    told = {
        "articles": counts.articles,
        "passages": counts.passages,
        "stories": counts.stories,
        "seconds": round(seconds, 1),
        "articles_a_second": round(counts.articles / seconds, 2),
        "passages_a_second": round(counts.passages / seconds, 2),
        "seconds_unchanged": round(again, 1),
        "peak_memory_mb": round(peak),
        "store_mb": round(size(options.store) / 1e6, 1),
        "text_million_characters": round(characters / 1e6, 2),
        "load_average": [round(load, 1) for load in os.getloadavg()],
    }
    print(json.dumps(told))


def add(store: Path, paths: list[str]) -> float:
    """Seconds that ``isnad add`` takes, its start included. Raises CalledProcessError if it fails."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "assistant.command", "add", *paths, "--store", str(store)]
    subprocess.run(command, check=True, stdout=sys.stderr)
    return time.perf_counter() - start


def size(folder: Path) -> int:
    """Bytes of all files below `folder`."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


if __name__ == "__main__":
    main()
