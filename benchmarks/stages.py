"""How long adding takes, stage by stage, beside the embedder alone and beside the pipeline of the tutorials.

    python -m benchmarks.stages ARTICLES.jsonl[.gz] [--articles 400] [--rounds 2]

`add` is the whole way from the file to a store that can be asked, with its embedder loaded; `embedder alone` embeds the
same passages, and nothing else; the stages are run one after another, though `add` runs them beside the embedding.
Rounds alternate, and the best of each counts. Ratios compare runs of one process. JSON on stdout. Needs the extra
`bench`.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.tutorial import Tutorial
from index.arabic.analyser import tokens
from index.embedder import load
from index.ingest import add, file, file_entry
from index.passages import split
from index.reading import read
from index.readings import embedded_text
from index.store import Store
from index.stories import signature
from index.vocabulary import Article


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    print(json.dumps(measure(options.path, options.articles, options.rounds), indent=1))


def measure(path: Path, count: int, rounds: int) -> dict[str, Any]:
    articles = [item for item in islice(read([path]), count) if isinstance(item, Article)]
    embedder = load()
    passages = [(article, passage) for article in articles for passage in split(article, embedder.token_count)]
    texts = [embedded_text(article, passage) for article, passage in passages]
    embedder.passages(texts[:8])  # the warm-up
    best: dict[str, float] = {}
    tutorial: dict[str, float] = {}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            with Store(Path(folder) / "store", load_embedder=lambda _: embedder) as store:
                store.vectors  # noqa: B018  # opens Chroma, whose import is not what is measured
                _keep(best, "add", lambda store=store: add(store, islice(read([path]), count)))  # type: ignore[misc]
            _keep(best, "embedder alone", lambda: embedder.passages(texts))
            pipeline = Tutorial(Path(folder) / "tutorial")
            pipeline.model.encode_document(texts[:8], show_progress_bar=False)
            start = time.perf_counter()
            chunks = pipeline.add([item for item in islice(read([path]), count) if isinstance(item, Article)])
            took = time.perf_counter() - start
            if took < tutorial.get("whole", float("inf")):
                tutorial = {"whole": took, **pipeline.seconds}
    return {
        "articles": len(articles),
        "passages": len(texts),
        "tutorial_chunks": chunks,
        "seconds": {name: round(seconds, 2) for name, seconds in best.items()},
        "stages_alone_seconds": _stages(path, count, articles, texts, embedder),
        "tutorial_seconds": {name: round(seconds, 2) for name, seconds in tutorial.items()},
        "add_over_embedder_alone": round(best["add"] / best["embedder alone"], 3),
        "articles_a_second": round(len(articles) / best["add"], 1),
        "tutorial_articles_a_second": round(len(articles) / tutorial["whole"], 1),
        "times_the_tutorial": round(tutorial["whole"] / best["add"], 2),
        "load_average": os.getloadavg()[0],
    }


def _stages(path: Path, count: int, articles: list[Article], texts: list[str], embedder: Any) -> dict[str, float]:
    """Seconds of each stage by itself, on one thread, the embedding left out."""
    told: dict[str, float] = {}
    with _timed(told, "read"):
        for _ in islice(read([path]), count):
            pass
    with _timed(told, "divide, counting tokens"):
        divided = [(article, split(article, embedder.token_count)) for article in articles]
    with _timed(told, "analyse words"):
        words = [[w for p in parts for w in tokens(p.span.of(article.text))] for article, parts in divided]
    with _timed(told, "sign, for stories"):
        for each in words:
            signature(each)
    entries = [file_entry(article, embedder.token_count) for article in articles]
    vectors = embedder.passages(texts)
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder) / "store", load_embedder=lambda _: embedder) as store,
    ):
        ids = [vector for entry in entries for _, vector, _ in entry.parts]
        with _timed(told, "write to the catalogue"), store.catalogue.transaction():
            for entry in entries:
                file(store, entry, 1)
        store.vectors  # noqa: B018
        with _timed(told, "write to Chroma"):
            store.vectors.upsert(ids, vectors)
    return {name: round(seconds, 2) for name, seconds in told.items()}


def _keep(best: dict[str, float], name: str, call: Callable[[], object]) -> None:
    start = time.perf_counter()
    call()
    best[name] = min(best.get(name, float("inf")), time.perf_counter() - start)


@contextmanager
def _timed(told: dict[str, float], name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    told[name] = time.perf_counter() - start


if __name__ == "__main__":
    main()
