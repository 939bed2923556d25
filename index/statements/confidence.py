"""How sure a statement is: the estimated probability that its words and its speaker are right.

A logistic function of what the statement was found by, fitted (L2, C = 0.5) to the 121 statements that the extractor
found in development articles nobody had read while the rules were written. There it told 0.70 where 0.64 were right,
0.80 where 0.72 were and 0.89 where 0.94 were; docs/statements.md has the table.
"""

from __future__ import annotations

import math
from typing import Final

_BASE: Final = 2.09
_WEIGHTS: Final = {
    "inherited": -0.66,
    "participle": -0.41,
    "nominal": -0.31,
    "nested": -0.99,
    "long_name": -0.47,
    "weak": -0.34,
}
_LONG_NAME: Final = 5
_NOMINAL: Final = frozenset(["np", "bi", "li"])


def estimate(*, basis: str, cue: str, link: str, nested: bool, weak: bool, speaker: str) -> float:
    """The probability, 0 to 1, that words and speaker are right.

    `basis` tells how the speaker was found, `cue` and `link` are the kinds of :class:`index.statements.cues.cue.Cue`;
    `nested`: the cue stands within other reported words; `weak`: most uses of its verb report nothing.
    """
    features = {
        "inherited": basis == "inherited",
        "participle": cue == "participle",
        "nominal": link in _NOMINAL,
        "nested": nested,
        "long_name": len(speaker.split()) > _LONG_NAME,
        "weak": weak,
    }
    return 1 / (1 + math.exp(-_BASE - sum(_WEIGHTS[name] for name, present in features.items() if present)))
