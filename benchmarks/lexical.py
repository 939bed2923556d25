"""How well words alone find the paragraph that answers, under several analyses, typed with care and without.

    python -m benchmarks.lexical SQUAD.json.gz...

Reading-comprehension sets in SQuAD form (XQuAD-ar, ARCD). BM25 (k1 = 1.2, b = .75); careless = the question folded, as
people type: no hamza, ه for ة. Snowball's Arabic stemmer is compared where PyStemmer is installed. JSON on stdout.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arabic.analyser import tokens
from index.arabic.normal import clean, fold

Analysis = Callable[[str], list[str]]
_WORD = re.compile(r"\w+")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", type=Path)
    told: dict[str, dict[str, dict[str, float]]] = {}
    for path in parser.parse_args().sets:
        paragraphs, questions = squad(path)
        told[path.name] = {}
        for name, analysis in analyses().items():
            for manner, typed in (("", str), (", careless", lambda q: fold(clean(q)))):
                ranks = rank(paragraphs, [(typed(q), place) for q, place in questions], analysis)
                told[path.name][name + manner] = {
                    "recall@1": round(float((ranks == 1).mean()), 3),
                    "recall@5": round(float((ranks <= 5).mean()), 3),
                    "mrr": round(float((1 / ranks).mean()), 3),
                }
    print(json.dumps(told, ensure_ascii=False, indent=1))


def analyses() -> dict[str, Analysis]:
    """Each analysis by its name."""
    found: dict[str, Analysis] = {
        "words as written": lambda text: _WORD.findall(text),
        "folded": lambda text: _WORD.findall(fold(clean(text))),
        "ours": tokens,
    }
    try:
        import Stemmer
    except ImportError:
        return found
    snowball = Stemmer.Stemmer("arabic")
    found["snowball, then folded"] = lambda text: [fold(w) for w in snowball.stemWords(_WORD.findall(clean(text)))]
    return found


def squad(path: Path) -> tuple[list[str], list[tuple[str, int]]]:
    """The distinct paragraphs, and each question with the place of the paragraph it was asked of."""
    places: dict[str, int] = {}
    questions = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for article in json.load(file)["data"]:
            for paragraph in article["paragraphs"]:
                place = places.setdefault(paragraph["context"], len(places))
                questions += [(question["question"], place) for question in paragraph["qas"]]
    return list(places), questions


def rank(paragraphs: Sequence[str], questions: Sequence[tuple[str, int]], analysis: Analysis) -> NDArray[np.int64]:
    """The rank of the right paragraph for each question, counted from 1."""
    weights = bm25([analysis(paragraph) for paragraph in paragraphs])
    return np.array(
        [1 + int((s > s[right]).sum()) for s, right in _scored(weights, len(paragraphs), questions, analysis)]
    )


def _scored(
    weights: dict[str, dict[int, float]], count: int, questions: Sequence[tuple[str, int]], analysis: Analysis
) -> Iterator[tuple[NDArray[np.float64], int]]:
    for question, right in questions:
        scores = np.zeros(count)
        for word in set(analysis(question)):
            for place, weight in weights.get(word, {}).items():
                scores[place] += weight
        yield scores, right


def bm25(texts: Sequence[Sequence[str]], k1: float = 1.2, b: float = 0.75) -> dict[str, dict[int, float]]:
    """For each word, what it adds to the score of each text that holds it (Robertson & Zaragoza, 2009)."""
    counts = [Counter(text) for text in texts]
    mean = sum(map(len, texts)) / len(texts)
    holders = Counter(word for count in counts for word in count)
    weights: dict[str, dict[int, float]] = {}
    for place, count in enumerate(counts):
        length = k1 * (1 - b + b * len(texts[place]) / mean)
        for word, times in count.items():
            idf = np.log(1 + (len(texts) - holders[word] + 0.5) / (holders[word] + 0.5))
            weights.setdefault(word, {})[place] = float(idf * times * (k1 + 1) / (times + length))
    return weights


if __name__ == "__main__":
    main()
