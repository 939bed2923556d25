"""The runs of a question's words that name somebody whom the catalogue knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.understanding.asking import ASKING
from assistant.understanding.frame import Frame, form_of, is_stop
from assistant.understanding.gazetteer import LONGEST, PROMINENT, Gazetteer, Known, is_word
from assistant.understanding.lexicon import words as words_of
from assistant.understanding.typed import Typed, is_rare, without_clitic
from index.arabic.stopwords import STOPWORDS
from index.people.keys import of_folded
from index.statements.lexicon import given_names
from index.statements.phrases.heads import is_head, is_title

OFTEN: Final = 3
"""Statements of somebody whom a surname that is a common word may mean, where a speaker stands."""
_SHORT: Final = 4  # letters below which a lone surname counts only where a speaker stands, or after a title
_GOVERNING: Final = words_of("before a surname")
_STOPS: Final = words_of("ends a speaker")
_LATIN: Final = re.compile("[a-z]+")
_ENGLISH: Final = words_of("english")
_LONGEST_LATIN: Final = 4  # words
_SHORTEST_LATIN: Final = 4  # letters


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of words ``start:stop`` that names somebody."""

    start: int
    stop: int
    known: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name is looked for: the words ``start:stop``, the first of them as `first` without a clitic.

    `run` is the run of a speaker that they stand in, and `opens` tells that they begin it.
    """

    words: Sequence[str]
    start: int
    stop: int
    first: str
    run: tuple[int, int] | None

    @property
    def opens(self) -> bool:
        return self.run is not None and self.run[0] == self.start

    @property
    def before(self) -> str:
        return self.words[self.start - 1] if self.start else ""

    @property
    def after(self) -> str:
        return self.words[self.stop] if self.stop < len(self.words) else ""


def mentions(typed: Typed, frame: Frame, gazetteer: Gazetteer, taken: Collection[int]) -> list[Mention]:
    """Everybody named, the longest names first; words in `taken` (dates, outlets) name nobody."""
    words = [word.folded for word in typed.words]
    free = [n not in taken and n not in (frame.verb, frame.noun) for n in range(len(words))]
    found: list[Mention] = []
    start = frame.start
    while start < len(words):
        if free[start] and (mention := _at(words, start, frame, gazetteer, taken)):
            found.append(mention)
            start = mention.stop
        else:
            start += 1
    return found


def _at(words: Sequence[str], start: int, frame: Frame, gazetteer: Gazetteer, taken: Collection[int]) -> Mention | None:
    """The longest name that begins at `start`."""
    if words[start] in ASKING:
        return None
    if _LATIN.fullmatch(words[start]):
        return _latin(words, start, gazetteer)
    run = next((run for run in frame.speakers if run[0] <= start < run[1]), None)
    limit = next((n for n in range(start, len(words)) if n in taken), len(words))
    limit = next((n for n in range(start + 1, limit) if is_stop(words[n]) and not words[n].startswith("بال")), limit)
    for stop in range(min(start + LONGEST, limit), start, -1):
        if words[stop - 1] in STOPWORDS or (stop - start > 1 and words[start] in STOPWORDS):
            continue
        if stop - start > 1 and not gazetteer.may_end(words[stop - 1]):
            continue
        for first in without_clitic(words[start]):
            key = of_folded([first, *words[start + 1 : stop]])
            if gazetteer.knows(key) and (known := _known(key, _Place(words, start, stop, first, run), gazetteer)):
                return Mention(start, stop, known)
    return None


def _known(key: tuple[str, ...], place: _Place, gazetteer: Gazetteer) -> tuple[Known, ...]:
    """Whoever the words mean where they stand."""
    exact = gazetteer.exact(key)
    bodies = tuple(one for one in exact if one.kind != "person")
    single = place.stop - place.start == 1
    if bodies and bodies[0] == exact[0] and _is_whole(place):
        alone = place.run is not None and place.stop == place.run[1] and not gazetteer.person(key)
        if place.opens and (not single or alone):
            return bodies[:1]
        if not single and bodies[0].kind == "organization" and is_head(place.words[place.start], "organization"):
            return bodies[:1]
    if single:
        return _by_surname(key, place, bodies, gazetteer)
    # A title and a surname: the key drops the title, the person is looked for by the surname.
    head = place.words[place.start]
    return gazetteer.person(key) if len(key) > 1 or (is_title(head) and not _is_given(head)) else ()


def _by_surname(
    key: tuple[str, ...], place: _Place, bodies: tuple[Known, ...], gazetteer: Gazetteer
) -> tuple[Known, ...]:
    """Whoever one word means: sure where a speaker stands or after a title; elsewhere only what is a name first."""
    joined = place.first != place.words[place.start] and place.words[place.start].startswith("و")
    if not joined and _is_given(place.before):
        return ()  # somebody else of that surname
    found = gazetteer.person(key)
    titled = is_title(place.before)
    if not found or (len(key[0]) < _SHORT and not (place.opens or titled)):
        return ()
    if is_word(key[0]) and not place.first.startswith("ال"):
        return ()
    if place.run is not None and place.opens and gazetteer.quoted(found[0].person) >= OFTEN:
        # Beside whoever bears the word for a name: الشاهد is Chahed, and the witness.
        return tuple(dict.fromkeys((*found, *(bodies if place.stop == place.run[1] else ()))))
    return found if titled else _by_the_way(key, place, found, gazetteer)


def _by_the_way(
    key: tuple[str, ...], place: _Place, found: tuple[Known, ...], gazetteer: Gazetteer
) -> tuple[Known, ...]:
    """Those of `found` whom a surname means in the midst of a question."""
    defined = place.first.startswith("ال")
    # The article is part of a surname: السافر is no "travelled". An adjective after it tells a noun: الصيد البحري.
    found = tuple(one for one in found if one.shown.split()[-1].startswith("ال") == defined)
    if not found or (defined and place.after.startswith("ال")):
        return ()
    quoted = gazetteer.quoted(found[0].person)
    if is_rare(place.first):
        if quoted >= (PROMINENT if is_word(key[0]) else OFTEN):
            return found
        if not is_word(key[0]) and found[0].words[0] in given_names():
            return found
    governed = place.before in _GOVERNING or form_of(place.before) is not None
    return found if quoted >= PROMINENT and (governed or not is_word(key[0])) else ()


def _is_given(word: str) -> bool:
    return word in given_names() or f"ال{word}" in given_names()


def _is_whole(place: _Place) -> bool:
    """Whether a body's name ends with these words: the Interior of Ukraine is not the Interior."""
    if place.opens and place.run is not None and place.stop >= place.run[1]:
        return True
    if not place.after.startswith("ال") or place.after in _STOPS:
        return True
    # After an indefinite head its owner follows (رابطة الليغا), after a definite one its adjective.
    return place.words[place.stop - 1].startswith("ال") and not place.after.endswith(("ي", "يه"))


def _latin(words: Sequence[str], start: int, gazetteer: Gazetteer) -> Mention | None:
    stop = start
    while stop < min(len(words), start + _LONGEST_LATIN) and _LATIN.fullmatch(words[stop]):
        if words[stop] in _ENGLISH or form_of(words[stop]) is not None:
            break
        stop += 1
    for end in range(stop, start, -1):
        name = " ".join(words[start:end])
        if len(name) >= _SHORTEST_LATIN and (known := gazetteer.latin(name)):
            return Mention(start, end, known)
    return None
