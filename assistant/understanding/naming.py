"""Whom a question names, and whose words it asks for: looked up, or read off the place where a speaker stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from assistant.understanding.frame import Frame
from assistant.understanding.gazetteer import Gazetteer
from assistant.understanding.lexicon import words as words_of
from assistant.understanding.mentions import OFTEN, Mention, mentions
from assistant.understanding.question import Named
from assistant.understanding.typed import Typed
from index.arabic.stopwords import STOPWORDS
from index.people.keys import of_folded
from index.statements.lexicon import grammar
from index.statements.phrases.heads import is_title

_MOST: Final = 4  # people of one surname that are told of
_UNKNOWN: Final = 4  # words of a speaker whom the catalogue does not know
_BACK: Final = words_of("points back")
_RELATIONS: Final = grammar("relations") | {"دفاع"}


def people(typed: Typed, frame: Frame, gazetteer: Gazetteer, taken: Collection[int]) -> list[tuple[Named, int, int]]:
    """Everybody a question names with the places of the words; words in `taken` (dates, outlets) name nobody."""
    found = mentions(typed, frame, gazetteer, taken)
    named = [
        (_named(typed, mention, speaker=_speaks(typed, mention, frame, found)), mention.start, mention.stop)
        for mention in found
    ]
    for start, stop in frame.speakers:
        stop = next((n for n in range(start, stop) if n in taken), stop)
        if any(one.speaker and start <= at < stop for one, at, _ in named):
            continue
        if frame.impersonal:
            continue
        if (unknown := _unknown(typed, start, stop, gazetteer)) is not None:
            named.append((unknown, start, stop))
    return sorted(named, key=lambda one: one[1])


def _named(typed: Typed, mention: Mention, *, speaker: bool) -> Named:
    keys = tuple(one.person for one in mention.known[:_MOST])
    return Named(keys, typed.between(mention.start, mention.stop), mention.known[0].shown, speaker)


def _speaks(typed: Typed, mention: Mention, frame: Frame, every: Sequence[Mention]) -> bool:
    """Whether the words of whoever is mentioned are asked for: they open a speaker's run, or follow their title there.

    A lawyer's words are not his client's. Of several joined by و each speaks.
    """
    if mention.start == frame.doer:
        return True
    words = [word.folded for word in typed.words]
    for start, stop in frame.speakers:
        if not start <= mention.start < stop:
            continue
        place = mention.start
        if place == start or (is_title(words[start]) and words[start] not in _RELATIONS):
            return all(other.start < start or other.start >= place for other in every)
        joined = words[place].startswith("و") and len(words[place]) > 4
        return joined and any(other.stop == place and _speaks(typed, other, frame, every) for other in every)
    return False


def _unknown(typed: Typed, start: int, stop: int, gazetteer: Gazetteer) -> Named | None:
    """Whoever the words where a speaker stands may name although the catalogue does not know them."""
    words = [word.folded for word in typed.words[start:stop]]
    if not _may_speak(words):
        return None
    name = typed.between(start, stop)
    name = name[1:] if words[0].startswith("وال") else name  # والوزير ماذا قال
    # Filed by a surname alone where the given name is a word too: زهرة إدريس.
    last = gazetteer.exact(of_folded(words[-1:])) if len(words) == 2 else ()
    keys = tuple(one.person for one in last if one.kind == "person" and one.count >= OFTEN)
    return Named(keys[:1], name, name, speaker=True)


def _may_speak(words: Sequence[str]) -> bool:
    if not 0 < len(words) <= _UNKNOWN or (words[0][:1] in "بل" and words[0][1:] in STOPWORDS):
        return False
    if len(words) == 1 and (words[0] in _BACK or words[0].endswith(("ها", "هم"))):
        return False
    return any(word not in STOPWORDS for word in words)
