"""How common a word is in Arabic at large, from wordfreq's lists (Speer, "wordfreq", v3, 2022), under folded spelling.

It tells a clitic from a root letter (وقال from وطن) and a glued pair from a rare word.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from index.arabic.normal import clean, fold

_WORDS: Final = 250_000  # the commonest; rarer ones are mostly typing errors and cost memory


@lru_cache(maxsize=1)
def rates() -> dict[str, float]:
    """Share of each folded word in running text; words not there are rarer than one in a hundred million."""
    import wordfreq

    summed: dict[str, float] = {}
    taken = 0
    # A list of lists: bucket i holds the words of frequency 10 ** (-i / 100), in centibels.
    for centibels, bucket in enumerate(wordfreq.get_frequency_list("ar", "best")):
        share = 10 ** (-centibels / 100)
        for word in fold(clean("\n".join(bucket))).split("\n"):
            summed[word] = summed.get(word, 0.0) + share
        taken += len(bucket)
        if taken >= _WORDS:
            break
    return summed
