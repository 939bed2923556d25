"""What a cross-encoder would add to the learnt ranking of lines, and the weight that it should have.

    python -m benchmarks.cross_encoder STORE QUESTIONS.jsonl MODEL

STORE holds the articles that the questions ask about; MODEL is a name of the hub or a folder, as ISNAD_RERANKER takes
it. Its standardised score of a question's lines is one more signal; the figures are those of unseen questions
(benchmarks/one_more_signal.py). ``weight`` is what to put into ISNAD_RERANKER_WEIGHT. JSON on stdout.

Here it reads all lines; in an answer only the best by the learnt ranking (``LINES`` of the module).
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

import numpy as np

from assistant.answering.cross_encoder import load, standardised
from assistant.assistant import Assistant
from benchmarks.one_more_signal import answerable, compared
from index.store import Store


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("model")
    options = parser.parse_args()
    model = load(options.model)
    if model is None:
        parser.error("name a cross-encoder")
    with Store(options.store, must_exist=True) as store:
        asked = answerable(Assistant(store), options.questions)
    columns, seconds = [], []
    for one in asked:
        start = time.perf_counter()
        columns.append(standardised(model.scores(one.question.search, one.lines)))
        seconds.append((time.perf_counter() - start) / max(1, len(one.lines)))
    told = compared(asked, {model.name: columns})
    told["milliseconds a line, median"] = round(1000 * float(np.median(seconds)), 2)
    print(json.dumps({**told, "load_average": os.getloadavg()[0]}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
