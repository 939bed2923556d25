"""How sure it is that a retrieved passage answers the question, and when to refuse.

Two facts that compare across questions are weighed by a logistic curve: the cosine of question and passage, and how
much of the question (its rare words above all) stands in the passage's article. Fitted on development questions by
benchmarks/weights.py.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Final

# log-odds = BIAS + COSINE * cosine + COVERAGE * coverage
BIAS: Final = -24.0
COSINE: Final = 22.0
COVERAGE: Final = 8.0
ENOUGH: Final = 0.3
"""Below this confidence of the best passage the answer is a refusal."""


def confidence(cosine: float, coverage: float) -> float:
    """How likely a passage answers (0 to 1), from its cosine and the share of the question that its article holds."""
    odds = BIAS + COSINE * cosine + COVERAGE * coverage
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, odds))))


def coverage(rarity: Mapping[str, float], held: Collection[str]) -> float:
    """The share of the question's words that stand in `held`, each word counted by its rarity; 1 if it has none."""
    whole = sum(rarity.values())
    return sum(weight for word, weight in rarity.items() if word in held) / whole if whole else 1.0
