"""The outlet that a question names, and whether as the source of the articles or as what somebody spoke to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.understanding.asking import ASKING
from assistant.understanding.frame import Frame
from assistant.understanding.gazetteer import Gazetteer
from assistant.understanding.lexicon import words as words_of
from assistant.understanding.typed import Typed, is_rare, without_clitic
from index.arabic.stopwords import STOPWORDS
from index.people.keys import of_folded
from index.statements.lexicon import grammar

_LETTERS: Final = grammar("outlet letters") | {"fm", "tv"}
_NOUNS: Final = words_of("outlets")
_ARCHIVE: Final = words_of("archive")
_ACCORDING: Final = frozenset(["حسب", "بحسب", "وفق", "وفقا"])
_BEFORE: Final = _NOUNS | _ARCHIVE | _ACCORDING | {"عن"}


@dataclass(frozen=True, slots=True)
class OutletNamed:
    """An outlet of the catalogue that the words ``start:stop`` name; `hard`: as the source of the articles."""

    name: str
    start: int
    stop: int
    hard: bool


def outlet(typed: Typed, frame: Frame, gazetteer: Gazetteer) -> OutletNamed | None:
    """The first outlet of the catalogue that the question names, None if it names none."""
    words = [word.folded for word in typed.words]
    if not gazetteer.outlets:
        return None
    for start in range(len(words)):
        if words[start] in STOPWORDS or words[start] in ASKING:
            continue
        if not gazetteer.may_name_outlet(words[start]):
            continue
        for length in range(min(gazetteer.longest_outlet, len(words) - start), 0, -1):
            stop = start + length
            name = next(
                filter(
                    None, (_outlet(form, words[start + 1 : stop], gazetteer) for form in without_clitic(words[start]))
                ),
                "",
            )
            if name and (length > 1 or _stands_as_one(words, start, frame)):
                while stop < len(words) and words[stop] in _LETTERS:
                    stop += 1
                first = start - 1 if start and words[start - 1] in _NOUNS else start
                return OutletNamed(name, first, stop, _is_source(words, first, first < start, frame))
    return None


def _outlet(first: str, rest: Sequence[str], gazetteer: Gazetteer) -> str:
    key = of_folded([first, *rest])
    return gazetteer.outlet(key) or (gazetteer.outlet_sounding(key[0]) if len(key) == 1 else "")


def _stands_as_one(words: Sequence[str], start: int, frame: Frame) -> bool:
    """Whether one word alone means an outlet: that it is a rare word, or stands where outlets do."""
    before = words[start - 1] if start else ""
    speaking = any(run[0] <= start < run[1] for run in frame.speakers)
    return before in _BEFORE or words[start].startswith("ل") or speaking or is_rare(words[start])


def _is_source(words: Sequence[str], first: int, after_noun: bool, frame: Frame) -> bool:
    before = words[first - 1] if first else ""
    if before in _ARCHIVE or (before in ("في", "علي", "عبر") and first > 1 and words[first - 2] in _ARCHIVE):
        return True
    if before in _ACCORDING:
        return True
    return before == "في" and after_noun and frame.form is None and not frame.speech
