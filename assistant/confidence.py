"""How sure it is that a retrieved passage answers the question, and when to refuse.

Three facts that compare across questions are weighed by a logistic curve: the cosine of question and passage, how much
of the question (its rare words above all) stands in the passage's article, and whether a year it names is missing
there. Fitted on development questions by benchmarks/weights.py.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from typing import Final

# Log-odds: a bias, then a weight for each of `features`.
BIAS: Final = -39.98
WEIGHTS: Final = (45.03, 4.57, -2.2)
ENOUGH: Final = 0.5
"""Below this confidence of the best passage the answer is a refusal."""

_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")


def confidence(cosine: float, rarity: Mapping[str, float], held: Collection[str]) -> float:
    """How likely a passage answers (0 to 1).

    `cosine` is that of question and passage, `rarity` weighs the question's words, `held` are those of the passage's
    article.
    """
    odds = BIAS + sum(w * x for w, x in zip(WEIGHTS, features(cosine, rarity, held), strict=True))
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, odds))))


def features(cosine: float, rarity: Mapping[str, float], held: Collection[str]) -> tuple[float, float, float]:
    """What confidence is made of: cosine, coverage, and 1 if a year of the question is missing, else 0."""
    missing = any(_YEAR.fullmatch(word) and word not in held for word in rarity)
    return cosine, coverage(rarity, held), float(missing)


def coverage(rarity: Mapping[str, float], held: Collection[str]) -> float:
    """The share of the question's words that stand in `held`, each word counted by its rarity; 1 if it has none."""
    whole = sum(rarity.values())
    return sum(weight for word, weight in rarity.items() if word in held) / whole if whole else 1.0
