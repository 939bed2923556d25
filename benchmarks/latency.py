"""How long a question takes, by stage, by the size of the corpus, with filters and without.

    python -m benchmarks.latency STORE QUESTIONS.jsonl FOLDER [--sizes 1000 10000 100000] [--first N]

STORE is a store of true articles (it is brought to the newest schema, and not changed otherwise); smaller and larger
ones are made of it in FOLDER once and kept (see benchmarks/grown.py: the vectors of copies are made, not embedded).
Each question is asked in turn without a filter, of one outlet, of one year, of both, and of one month of that outlet.
`ratio` is the whole over the least a question needs, `needed`: its embedding and the vector search without a filter,
both done once more by themselves. JSON on stdout, a table on stderr.
"""

from __future__ import annotations

import argparse
import calendar
import datetime as dt
import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from assistant.assistant import Assistant
from assistant.understanding import understand
from benchmarks.grown import grown
from index.embedder import load
from index.store import Store
from index.vocabulary import EVERYTHING, Filters

NEIGHBOURS = 100
STAGES = ("understand", "embed", "vectors", "lexical", "rank", "answer", "whole", "needed")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("store", "questions", "folder"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--first", type=int, help="so many questions only")
    options = parser.parse_args()
    lines = options.questions.read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines if line][: options.first]
    stores = [grown(options.store, options.folder, size) for size in options.sizes]
    embedder = load()
    told = []
    for path, made in stores:
        start = time.perf_counter()
        with Store(path, load_embedder=lambda _: embedder) as store:
            Assistant(store).prepare()
            opened = time.perf_counter() - start
            told.append({**made, "seconds_to_open": round(opened, 2), "asked": measure(store, questions)})
            told[-1]["megabytes"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(json.dumps({"stores": told, "questions": len(questions), "load_average": os.getloadavg()[0]}, indent=1))
    for one in told:
        print(f"{one['articles']:,} articles, opened in {one['seconds_to_open']} s", file=sys.stderr)
        for name, times in one["asked"].items():
            cells = "  ".join(f"{s} {times[s]['p50']}/{times[s]['p95']}" for s in STAGES)
            print(f"  {name:8} passing {times['passing']:.4f}  {cells}  ratio {times['ratio']}", file=sys.stderr)


def measure(store: Store, questions: list[dict[str, Any]]) -> dict[str, Any]:
    """By filter: the share of articles that pass, milliseconds (p50, p95) of each stage, and the median ratio."""
    assistant = Assistant(store)
    filters = narrowings(store)
    found: dict[str, list[dict[str, float]]] = {name: [] for name in filters}
    for question in questions:
        for name, narrowed in filters.items():
            start = time.perf_counter()
            answer = assistant.ask(question["question"], filters=narrowed, history=question.get("history") or ())
            whole = time.perf_counter() - start
            # By themselves: inside, the full text is searched beside them.
            start = time.perf_counter()
            vector = store.embedder.question(understand(question["question"], question.get("history") or ()).search)
            store.vectors.nearest(vector, NEIGHBOURS)
            least = time.perf_counter() - start
            found[name].append({**answer.seconds, "whole": whole, "needed": least})
    return {name: {"passing": _passing(store, filters[name]), **_summary(times)} for name, times in found.items()}


def narrowings(store: Store) -> dict[str, Filters]:
    """The filters: the outlet with the second most articles (the only one, if so), and its year and month of most."""
    outlets = store.catalogue.sources()
    outlet = outlets[min(1, len(outlets) - 1)][0]
    sql = "SELECT substr(day, 1, 4) FROM articles WHERE day IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
    year = int(store.catalogue.rows(sql)[0][0])
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    sql = """SELECT substr(day, 6, 2) FROM articles WHERE source = ? AND day BETWEEN ? AND ?
             GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"""
    month = int(store.catalogue.rows(sql, (outlet, first.isoformat(), last.isoformat()))[0][0])
    return {
        "none": EVERYTHING,
        "outlet": Filters(sources=(outlet,)),
        "year": Filters(since=first, until=last),
        "both": Filters(sources=(outlet,), since=first, until=last),
        "month": Filters(
            sources=(outlet,),
            since=dt.date(year, month, 1),
            until=dt.date(year, month, calendar.monthrange(year, month)[1]),
        ),
    }


def _passing(store: Store, filters: Filters) -> float:
    from index.store.catalogue import narrowing

    where, values = narrowing(filters)
    ((passing, every),) = store.catalogue.rows(
        f"SELECT (SELECT count(*) FROM articles a WHERE {where}), (SELECT count(*) FROM articles)", values
    )
    return round(float(passing / every), 4)


def _summary(times: list[dict[str, float]]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for stage in STAGES:
        ms = np.array([one.get(stage, 0.0) for one in times]) * 1000
        told[stage] = {"p50": round(float(np.median(ms)), 1), "p95": round(float(np.quantile(ms, 0.95)), 1)}
    rest = np.array([one["whole"] - one["needed"] for one in times]) * 1000
    told["rest"] = {"p50": round(float(np.median(rest)), 1), "p95": round(float(np.quantile(rest, 0.95)), 1)}
    told["ratio"] = round(float(np.median([one["whole"] / one["needed"] for one in times])), 2)
    return told


if __name__ == "__main__":
    main()
