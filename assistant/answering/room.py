"""How many of the first words of an answer each of its lines has.

A short answer is read whole: what is asked for should stand among its first words, whichever of the lines holds it.
Where the best line is sure it is shown whole; where it is not, the next one has words as well. The chance that the
words shown of a line hold the answer rises fast with the first ones and slowly with the last (taken as 1 - (1 - s)^2
for the share s of the line), so that each further word goes to the line where it is worth most.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.answering.ranking import Ranked

WORDS: Final = 64
"""Words of all lines together. Chosen on unseen questions, with the rest of this file."""
LEAST: Final = (30, 16, 12)
"""Words that the best line has in any case, and the second and the third."""
MOST: Final = 55
"""Words that one line has at most."""
_STEP: Final = 2  # words given at a time


def rooms(chosen: Sequence[Ranked]) -> list[int]:
    """How many words each of the `chosen` lines has; they are best first, one to three."""
    lengths = [max(1, one.line.analysed.length) for one in chosen]
    found = [min(length, least) for length, least in zip(lengths, LEAST, strict=False)]
    # A share is squared: lines that are hardly likely would take words from the best where it is likely.
    worth = [one.share**2 / length for one, length in zip(chosen, lengths, strict=True)]
    for _ in range((WORDS - sum(found)) // _STEP):
        gains = [
            by * (1 - room / length) if room < MOST else 0.0
            for by, room, length in zip(worth, found, lengths, strict=True)
        ]
        most = max(gains)
        if most <= 0:
            break
        found[gains.index(most)] += _STEP
    return found
