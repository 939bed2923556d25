"""Where, in what and when something was said: from the circumstances around the cue, carried over within one occasion.

A dateline (القاهرة - ...) tells where the report was filed, and what stands in the reported words is their topic:
neither is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.statements import said_on
from index.statements.circumstance_ends import Run, circumstance_end, extended
from index.statements.circumstances import scan
from index.statements.cues.cue import Cue
from index.statements.grammar import THEREIN
from index.statements.lexicon import grammar, nouns
from index.statements.morphology import bare
from index.statements.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Occasion:
    """Runs of words that tell place, medium and day; None where the article does not."""

    place: Run | None = None
    medium: Run | None = None
    time: Run | None = None

    def __bool__(self) -> bool:
        return bool(self.place or self.medium)


_SERMONS: Final = grammar("sermons")
_PAPERS: Final = grammar("papers")


def around(tokens: Tokens, cue: Cue, opening: bool = True) -> Occasion:
    """What the words around the cue tell: between it and what was said, and before it in its clause.

    `opening` says that no other cue stands before it in its sentence, whose beginning then belongs to it.
    """
    first = tokens.sentences[cue.sentence][0]
    subject = (cue.subject.start, cue.subject.end) if cue.subject else (0, 0)
    a, b = cue.between
    if cue.kind in ("source", "anaphor") or cue.before:
        b = min(b, a + 25)
    if any(tokens.words[k] in THEREIN for k in range(a, min(b, a + 4))):
        place, medium = _last_named(tokens, first, cue.start)
        if place or medium:
            return Occasion(place, medium, said_on.words_of(tokens, first, cue.start))
    runs = [(a, min(b, subject[0])), (max(a, subject[1]), b)] if subject[1] > a else [(a, b)]
    if cue.kind in ("finite", "noun", "participle") and cue.start - first <= 60:
        front = (first, cue.start) if opening else _front(tokens, cue, first)
        runs.append(front)
    place = medium = time = None
    if cue.kind == "source" and cue.subject is not None and cue.form is None:
        head = tokens.words[cue.subject.start]
        if bare(head) in _PAPERS or head in _PAPERS:
            medium = subject
    for start, stop in runs:
        if start >= stop:
            continue
        told = cue.subject is not None and cue.subject.kind == "anonymous" and start == cue.subject.end
        named = cue.subject is None or cue.subject.name is not None or start != cue.subject.end
        found_place, found_medium = scan(tokens, start, stop, told, named)
        place, medium = place or found_place, medium or found_medium
        time = time or said_on.words_of(tokens, start, stop)
    if cue.subject is not None:
        guest = _guest(tokens, *subject)
        medium = medium or guest
    return Occasion(place, medium, time)


def _front(tokens: Tokens, cue: Cue, first: int) -> Run:
    """The circumstances that open the clause of the cue: ولدى إشرافه على الاجتماع، أكد."""
    words = tokens.words
    start = cue.start
    while start > first and words[start - 1] not in (".", "؛", ":", "!", "؟"):
        start -= 1
    k = start
    while k < cue.start and words[k] in ("و", "،", "-"):
        k += 1
    opening = words[k] if k < cue.start else ""
    stem = opening[1:] if opening[:1] == "و" else opening
    if stem in nouns("adjunct") or stem in nouns("medium") or bare(opening) in nouns("medium") or stem in nouns("time"):
        return k, cue.start
    # "X, guest of a programme, says", and a cue in the middle of its sentence: only what is next to it.
    return cue.boundary, cue.start


def within(tokens: Tokens, a: int, b: int) -> Occasion:
    """What the tokens ``a:b`` tell."""
    place, medium = scan(tokens, a, b)
    return Occasion(place, medium, said_on.words_of(tokens, a, b))


def _guest(tokens: Tokens, a: int, b: int) -> Run | None:
    for k in range(a, b):
        if tokens.words[k] in ("ضيف", "ضيفا", "ضيفه"):
            return k, b
    return None


def _last_named(tokens: Tokens, a: int, b: int) -> tuple[Run | None, Run | None]:
    """For أكد خلاله: the occasion or medium named last before the cue."""
    for k in range(b - 1, a - 1, -1):
        word = tokens.words[k]
        noun = word[2:] if word.startswith("ال") else word
        if (word in nouns("occasion") or noun in nouns("occasion")) and noun not in _SERMONS:
            return (k, extended(tokens, circumstance_end(tokens, k + 1, b, medium=False), b)), None
        if noun in nouns("medium"):
            held = next(
                (_last_named(tokens, a, j)[0] for j in range(k, a, -1) if tokens.words[j - 1] in ("،", ",")), None
            )
            return held, (k, circumstance_end(tokens, k + 1, b, medium=True))
    return None, None
