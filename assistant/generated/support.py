"""Whether a source bears out a sentence, and which of its own sentences do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.generated.evidence import Source
from index.arabic.analyser import day_tokens, tokens
from index.arabic.sentences import sentences
from index.vocabulary import Span

ENOUGH: Final = 0.4
"""Share of a sentence's words that its sources must have. Of 300 sentences made of people's questions and answers .987
reach it with the passage that answers, .003 with one of another article, and .548 with another of the same article:
it tells what is about something else, not what is wrong (benchmarks/verification.py)."""
_MOST: Final = 3  # sentences of a citation; beyond them it is the whole passage


def share(words: frozenset[str], sources: Sequence[Source]) -> float:
    """The share (0 to 1) of `words` that stand in `sources`, their titles and days included; 1 for no words."""
    if not words:
        return 1.0
    held: set[str] = set()
    for source in sources:
        held.update(tokens(source.text), tokens(source.about), day_tokens(source.article.date))
    return len(words & held) / len(words)


def narrow(words: frozenset[str], source: Source, quoted: Sequence[Span] = ()) -> Span:
    """The run of `source` to cite for a sentence of these `words`: those of its sentences that bear it out.

    They are the sentences of what is `quoted` (runs of the article), else the one that has most of the words; its
    neighbours are taken in while they add two words or more, as far as three sentences.
    """
    text, inside = source.article.text, source.span
    found = [Span(inside.start + one.start, inside.start + one.end) for one in sentences(inside.of(text))]
    if not found:
        return inside
    if quoted:
        touched = [n for n, one in enumerate(found) if any(one.overlap(run) for run in quoted)]
        if touched:
            return Span(found[touched[0]].start, found[touched[-1]].end)
    held = [words & frozenset(tokens(one.of(text))) for one in found]
    first = last = max(range(len(found)), key=lambda n: (len(held[n]), -n))
    have = set(held[first])
    while last - first + 1 < _MOST:
        beside = [n for n in (first - 1, last + 1) if 0 <= n < len(found)]
        best = max(beside, key=lambda n: len(held[n] - have), default=None)
        if best is None or len(held[best] - have) < 2:
            break
        have |= held[best]
        first, last = min(first, best), max(last, best)
    return Span(found[first].start, found[last].end)
