"""How well glued words are told from long ones: ``python -m benchmarks.glued articles.jsonl[.gz]``, figures as JSON.

Recall: neighbours in the articles, glued at run time, whose parts are found again. Precision: which of the articles'
own words are divided. A word that several articles share is taken for one word: nobody's slip repeats itself often.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from index.arabic import analyser, glued
from index.arabic.frequency import rates
from index.arabic.normal import clean, fold

_WORD = re.compile(r"[\u0621-\u064a]+")
_PAIR = re.compile(r"(?<![\u0621-\u064a])(?=([\u0621-\u064a]{3,}) ([\u0621-\u064a]{3,})(?![\u0621-\u064a]))")
_PAIRS = 3000
_SHARED = 5  # articles
_SHOWN = 50
_SPEED_CHARACTERS = 600_000  # about 1 MB in UTF-8


def texts(path: Path) -> Iterator[str]:
    """The text of every article in a JSONL file, plain or gzipped."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def recall(articles: list[str], chance: random.Random) -> dict[str, float]:
    """Shares of glued neighbours (at least 3 letters each) that are divided where they were glued."""
    pairs = [
        match.groups() for text in chance.sample(articles, min(len(articles), 1000)) for match in _PAIR.finditer(text)
    ]
    counts: Counter[str] = Counter()
    for first, last in chance.sample(pairs, min(len(pairs), _PAIRS)):
        kind = "before_al" if last.startswith("ال") and len(last) > 4 else "other"  # not إلى
        found = glued.parts(first + last)
        outcome = "right" if found == (first, last) else "elsewhere" if found else "missed"
        counts.update([f"{kind}/{outcome}", f"all/{outcome}", kind, "all"])
    shares = {key: round(counts[key] / counts[key.split("/")[0]], 4) for key in sorted(counts) if "/" in key}
    return {"pairs": counts["all"], **shares}


def divided(articles: list[str], chance: random.Random) -> dict[str, object]:
    """Which of the articles' own words are divided; names (عبدالعزيز), which are meant to be, are counted apart."""
    occurrences: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for text in articles:
        words = _WORD.findall(text)
        occurrences.update(words)
        spread.update(set(words))
    names = {word for word in occurrences if glued._name(word)}
    split = {word for word in occurrences if glued.parts(word)} - names
    shared = {word for word, count in spread.items() if count >= _SHARED}
    sample = chance.sample(sorted(split), min(len(split), _SHOWN))
    return {
        "types": len(occurrences),
        "tokens": occurrences.total(),
        "divided_types": len(split),
        "divided_tokens": sum(occurrences[word] for word in split),
        "name_types": len(names),
        "name_tokens": sum(occurrences[word] for word in names),
        "shared_types": len(shared),
        "shared_divided_types": len(split & shared),
        "shared_divided": [" + ".join(glued.parts(word)) for word in sorted(split & shared)],
        "to_judge": [" + ".join(glued.parts(word)) for word in sample],
    }


def speed(articles: list[str]) -> dict[str, int]:
    """Words a second (of processor time) of the analyser, caches empty, with and without dividing."""
    rates()
    text = "\n".join(articles)[:_SPEED_CHARACTERS]
    words = len(text.split())

    def run() -> int:
        analyser._FORMS.clear()
        start = time.process_time()
        analyser.tokens(text)
        return round(words / (time.process_time() - start))

    best = {"without": 0, "with": 0}
    for _ in range(5):  # in turns, as other work on the machine comes and goes
        with patch.object(analyser, "parts", lambda word: ()):
            best["without"] = max(best["without"], run())
        best["with"] = max(best["with"], run())
    return {"words": words, **{f"words_per_second_{key}": value for key, value in best.items()}}


def main(path: Path) -> dict[str, object]:
    chance = random.Random(7)
    articles = list(dict.fromkeys(fold(clean(text)) for text in texts(path)))
    return {"recall": recall(articles, chance), "divided": divided(articles, chance), "speed": speed(articles)}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.glued ARTICLES.jsonl[.gz]")
    print(json.dumps(main(Path(sys.argv[1])), ensure_ascii=False, indent=1))
