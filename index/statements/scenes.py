"""Sentences that report nothing and tell where the statements around them were made.

Two kinds: جاء ذلك خلال ندوة في عمان, which looks back, and عقد الوزير مؤتمرا صحفيا, which sets the scene for what
follows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from index.statements import said_on
from index.statements.circumstance_ends import Run, circumstance_end, extended, press_meeting
from index.statements.circumstances import scan
from index.statements.grammar import PUNCTUATION, RELATIVE, THAT
from index.statements.lexicon import grammar, nouns, places
from index.statements.morphology import bare, is_cue_word
from index.statements.occasion import Occasion
from index.statements.phrases.heads import is_title
from index.statements.phrases.names import begins_name
from index.statements.tokens import MARKS, Tokens

_CAME: Final = grammar("came")
_THAT_WAS_SAID: Final = grammar("that was said")
_HOLDS: Final = grammar("scene verbs")
_MEETS: Final = grammar("meeting verbs")
_SEES: Final = grammar("hosting verbs")
_COMES: Final = grammar("guest verbs")
_GUESTS: Final = grammar("guests")
_SITES: Final = grammar("sites")
_CEREMONIES: Final = grammar("ceremonies")
_VAGUE: Final = grammar("vague occasions")
_FAR: Final = 12
"""Tokens after the verb of a scene within which its occasion is named."""


@dataclass(frozen=True, slots=True)
class Scene:
    """An occasion that a sentence tells. `backward`: for the statements before it, too. `names` are the words of the
    sentence: who speaks at the occasion is among them, unless it is open to all (`anybody`), or to all `persons`."""

    here: Occasion
    backward: bool
    names: frozenset[str] = frozenset()
    anybody: bool = False
    persons: bool = False
    sentence: int = -1


def scene(tokens: Tokens, number: int) -> Scene | None:
    """The scene that sentence `number` sets, None if it sets none."""
    a, b = tokens.sentences[number]
    k = a
    while k < min(b, a + 3) and tokens.words[k] in ("و", "،", "-"):
        k += 1
    if k >= b:
        return None
    first, second = tokens.words[k], tokens.words[k + 1] if k + 1 < b else ""
    if first in _CAME and (second in _THAT_WAS_SAID or bare(second) in nouns("medium")):
        place, medium = scan(tokens, k + 2, b)
        if place is not None and not any(w in places() or bare(w) in _SITES for w in tokens.words[place[0] : place[1]]):
            further, _ = scan(tokens, place[1], b)
            place = (place[0], further[1]) if further is not None else place  # في مؤتمر صحفي ...، عقب لقائهما بأنقرة
        if place or medium:
            return Scene(Occasion(place, medium, said_on.words_of(tokens, k + 2, b)), True)
        return None
    found = _set(tokens, k, b)
    return replace(found, sentence=number) if found is not None else None


def _set(tokens: Tokens, a: int, b: int) -> Scene | None:
    words = tokens.words
    for verb in range(a, min(b, a + 30)):
        stem = words[verb].removeprefix("و")
        previous = words[verb - 1] if verb > a else ""
        if stem in _COMES and (guest := _guest(tokens, verb, b)):
            names = frozenset(w for w in words[a:b] if len(w) > 2)
            return Scene(Occasion(None, guest, said_on.words_of(tokens, a, b)), False, names)
        if stem not in _HOLDS | _MEETS | _SEES or previous in RELATIVE or previous in ("لم", "لن", "لا", "ما"):
            continue
        run = _occasion_of(tokens, verb, b)
        if run is None and stem in _MEETS:
            stop = _clause_end(tokens, verb + 1, b)
            run = (verb, stop) if stop > verb + 1 else None
        if run is None:
            continue
        names = frozenset(w for w in words[a:b] if len(w) > 2)
        time = said_on.words_of(tokens, a, b)
        return Scene(Occasion(run, press_meeting(tokens, *run), time), False, names, stem in _SEES)
    for k in range(a + 2, b):
        if bare(words[k]) in _CEREMONIES and words[k - 1].removeprefix("و") in ("في", "خلال", "ضمن"):
            stop = extended(tokens, circumstance_end(tokens, k + 1, b, medium=False), b)
            here = Occasion((k - 1, stop), press_meeting(tokens, k, stop), said_on.words_of(tokens, a, b))
            return Scene(here, False, frozenset(w for w in words[a:b] if len(w) > 2), persons=True)
    return None


def _occasion_of(tokens: Tokens, verb: int, b: int) -> Run | None:
    """The occasion after the verb at token `verb`: مؤتمرا صحفيا في مقر الوزارة."""
    words = tokens.words
    for k in range(verb + 1, min(b, verb + _FAR)):
        if words[k] in (".", "؛", ":") or words[k] in THAT or is_cue_word(tokens, k) is not None:
            return None
        noun = bare(words[k])
        noun = noun.removesuffix("ا") if noun.removesuffix("ا") in nouns("occasion") else noun
        if (noun in nouns("occasion") and noun not in _VAGUE) or bare(words[k]) in _SITES:
            stop = circumstance_end(tokens, k + 1, b, medium=False)
            return k, extended(tokens, stop, b)
        if words[k] in places() and words[k - 1] in ("في", "الي"):
            return k - 1, k + 1
    return None


def _guest(tokens: Tokens, verb: int, b: int) -> Run | None:
    """The programme whose guest somebody is: حلت فلانة | ضيفة على برنامج الصباح."""
    for k in range(verb + 1, min(b, verb + _FAR)):
        if tokens.words[k] in _GUESTS:
            return k, circumstance_end(tokens, k + 2, b, medium=True)
    return None


def _clause_end(tokens: Tokens, k: int, b: int) -> int:
    words = tokens.words
    start = k
    while k < b and k - start < 14:
        if words[k] in RELATIVE or words[k] in THAT or words[k] in (".", ":", "؛", "\n"):
            break
        onward = words[k + 1] if k + 1 < b else "."
        named = is_title(onward) or begins_name(tokens, k + 1, b) or said_on.is_time(onward)
        named = named or (k > start and said_on.is_time(words[k - 1]))
        if words[k] in PUNCTUATION - MARKS and not (named and words[k] in ("،", ",")):
            break
        k += 1
    return k
