"""Whom and which outlets a question names: looked up in the gazetteer, or read off where a speaker stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.understanding.asking import ASKING
from assistant.understanding.frame import Frame, form_of, is_stop
from assistant.understanding.gazetteer import LONGEST, PROMINENT, Gazetteer, Known, is_word
from assistant.understanding.lexicon import words as words_of
from assistant.understanding.question import Named
from assistant.understanding.typed import Typed
from index.arabic.frequency import rates
from index.arabic.stopwords import STOPWORDS
from index.people.keys import of_folded
from index.statements.lexicon import given_names, grammar, places
from index.statements.phrases.heads import is_head, is_title

_COMMON: Final = 2e-5  # share of running text from which a lone word is a word first, and a surname where one stands
_MOST: Final = 4  # people of one surname that are told of
_UNKNOWN: Final = 4  # words of a speaker whom the catalogue does not know
_CLITICS: Final = ("", "و", "ل", "ب", "ف", "ك", "ول", "وب")
_OFTEN: Final = 3  # statements from which a common word may stand for somebody of that surname
_GOVERNING: Final = words_of("before a surname")
_SHORT: Final = 4  # letters below which a lone surname counts only where a speaker stands, or after a title
_OUTLET_LETTERS: Final = grammar("outlet letters") | {"fm", "tv"}
_BACK: Final = words_of("points back")
_RELATIONS: Final = grammar("relations") | {"دفاع"}
_STOPS: Final = words_of("ends a speaker")
_LATIN: Final = re.compile(r"[a-z][a-z'’-]*")
_ENGLISH: Final = words_of("english")
_OUTLET_NOUNS: Final = words_of("outlets")
_ARCHIVE: Final = words_of("archive")
_ACCORDING: Final = frozenset("حسب بحسب وفق وفقا عن ل".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of words ``start:stop`` that names somebody."""

    start: int
    stop: int
    known: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class OutletNamed:
    """An outlet of the catalogue that the words ``start:stop`` name; `hard`: as the source of the articles."""

    name: str
    start: int
    stop: int
    hard: bool


def people(typed: Typed, frame: Frame, gazetteer: Gazetteer, taken: Collection[int]) -> list[tuple[Named, int, int]]:
    """Everybody a question names with the places of the words; words in `taken` (dates, outlets) name nobody."""
    mentions = _mentions(typed, frame, gazetteer, taken)
    named = [
        (_named(typed, mention, speaker=_speaks(typed, mention, frame, mentions)), mention.start, mention.stop)
        for mention in mentions
    ]
    for start, stop in frame.speakers:
        if any(one.speaker and start <= at < stop for one, at, _ in named):
            continue
        stop = next((n for n in range(start, stop) if n in taken), stop)
        words = typed.between(start, stop)
        if not _may_speak([word.folded for word in typed.words[start:stop]]):
            continue
        words = words[1:] if typed.words[start].folded.startswith("وال") else words  # والوزير ماذا قال
        # Filed by a surname alone where the given name is a word too: زهرة إدريس.
        last = gazetteer.exact(of_folded([typed.words[stop - 1].folded]))
        known = [one for one in last if one.kind == "person" and one.count >= _OFTEN] if stop - start == 2 else []
        named.append((Named(tuple(one.person for one in known[:1]), words, words, speaker=True), start, stop))
    return sorted(named, key=lambda one: one[1])


def outlet(typed: Typed, frame: Frame, gazetteer: Gazetteer) -> OutletNamed | None:
    """The first outlet of the catalogue that the question names, None if it names none."""
    words = [word.folded for word in typed.words]
    if not gazetteer.outlets:
        return None
    for start in range(len(words)):
        if words[start] in STOPWORDS or words[start] in ASKING:
            continue
        for length in range(min(gazetteer.longest_outlet, len(words) - start), 0, -1):
            stop = start + length
            name = next(
                (name for form in _forms(words[start]) if (name := _outlet(form, words, start, stop, gazetteer))), ""
            )
            if name and (length > 1 or _stands_as_outlet(words, start, frame)):
                while stop < len(words) and words[stop] in _OUTLET_LETTERS:
                    stop += 1
                return OutletNamed(name, _with_noun(words, start), stop, _is_source(words, start, frame))
    return None


def _outlet(form: str, words: Sequence[str], start: int, stop: int, gazetteer: Gazetteer) -> str:
    key = of_folded([form, *words[start + 1 : stop]])
    return gazetteer.outlet(key) or (gazetteer.outlet_sounding(key[0]) if len(key) == 1 else "")


def places_in(typed: Typed, taken: Collection[int]) -> list[tuple[str, int]]:
    """Names of countries and cities as typed, without a preposition written to them, and their places."""
    found = []
    for n, word in enumerate(typed.words):
        for clitic in ("", "ب", "ل", "و", "ف"):
            rest = word.folded[len(clitic) :]
            if n in taken or not word.folded.startswith(clitic) or len(rest) < 3:
                continue
            if rest in places() or rest.removeprefix("ال") in places():
                found.append((word.typed[len(clitic) :], n))
                break
    return found


def _mentions(typed: Typed, frame: Frame, gazetteer: Gazetteer, taken: Collection[int]) -> list[Mention]:
    words = [word.folded for word in typed.words]
    found: list[Mention] = []
    start = frame.start
    while start < len(words):
        mention = (
            None if start in taken or start in (frame.verb, frame.noun) else _at(words, start, frame, gazetteer, taken)
        )
        if mention:
            found.append(mention)
            start = mention.stop
        else:
            start += 1
    return found


def _at(words: Sequence[str], start: int, frame: Frame, gazetteer: Gazetteer, taken: Collection[int]) -> Mention | None:
    """The longest name that begins at `start`."""
    if words[start] in ASKING and words[start] != "مني":
        return None
    if _LATIN.fullmatch(words[start]):
        return _latin(words, start, gazetteer)
    speaking = next((run for run in frame.speakers if run[0] <= start < run[1]), None)
    limit = next((n for n in range(start, len(words)) if n in taken), len(words))
    for length in range(min(LONGEST, limit - start), 0, -1):
        stop = start + length
        if words[stop - 1] in STOPWORDS or (length > 1 and words[start] in STOPWORDS):
            continue
        if length > 1 and not gazetteer.may_end(words[stop - 1]):
            continue
        if length > 1 and any(is_stop(word) and not word.startswith("بال") for word in words[start + 1 : stop]):
            continue
        for form in _forms(words[start]):
            key = of_folded([form, *words[start + 1 : stop]])
            if key and (known := _lookup(key, form, words, start, length, speaking, gazetteer)):
                return Mention(start, stop, known)
    return None


def _may_speak(words: Sequence[str]) -> bool:
    """Whether the words where a speaker stands may name one whom the catalogue does not know."""
    if not 0 < len(words) <= _UNKNOWN or (words[0][:1] in "بل" and words[0][1:] in STOPWORDS):
        return False
    if len(words) == 1 and (words[0] in _BACK or words[0].endswith(("ها", "هم"))):
        return False
    return any(word not in STOPWORDS for word in words)


def _lookup(
    key: tuple[str, ...],
    form: str,
    words: Sequence[str],
    start: int,
    length: int,
    run: tuple[int, int] | None,
    gazetteer: Gazetteer,
) -> tuple[Known, ...]:
    stop = start + length
    opens = run is not None and start == run[0]
    exact = gazetteer.exact(key)
    bodies = tuple(one for one in exact if one.kind != "person")
    if bodies and bodies[0] == exact[0] and _is_whole(words, stop, run if opens else None):
        if opens and run is not None and (length > 1 or (stop == run[1] and not gazetteer.person(key))):
            return bodies[:1]
        if length > 1 and bodies[0].kind == "organization" and is_head(words[start], "organization"):
            return bodies[:1]
    if length > 1:
        # A title and a surname: the key drops the title, the person is looked for by the surname.
        titled = is_title(words[start]) and words[start] not in given_names()
        return gazetteer.person(key) if len(key) > 1 or titled else ()
    before = words[start - 1] if start else ""
    joined = form != words[start] and words[start].startswith("و")
    if not joined and (before in given_names() or f"ال{before}" in given_names()):
        return ()  # somebody else of that surname
    found = gazetteer.person(key)
    if not found or (len(key[0]) < _SHORT and not (opens or is_title(before))):
        return ()
    if is_word(key[0]) and not form.startswith("ال"):
        return ()
    quoted = gazetteer.quoted(found[0].person)
    if (
        run is not None and opens and quoted >= _OFTEN
    ):  # beside whoever bears the word for a name: الشاهد is Chahed, and the witness
        return tuple(dict.fromkeys((*found, *(bodies if stop == run[1] else ()))))
    if is_title(before):
        return found
    # The article is part of a surname: السافر is no "travelled".
    found = tuple(one for one in found if _defined(one) == form.startswith("ال"))
    after = words[stop] if stop < len(words) else ""
    if not found or (after.startswith("ال") and form.startswith("ال")):
        return ()
    governed = before in _GOVERNING or form_of(before) is not None
    known = gazetteer.quoted(found[0].person)
    if _is_rare(form) and known >= (PROMINENT if is_word(key[0]) else _OFTEN):
        return found
    if _is_rare(form) and not is_word(key[0]) and found[0].words[0] in given_names():
        return found
    return found if known >= PROMINENT and (governed or not is_word(key[0])) else ()


def _defined(known: Known) -> bool:
    """Whether somebody's last name is written with the article."""
    return known.shown.split()[-1].startswith("ال")


def _is_whole(words: Sequence[str], stop: int, run: tuple[int, int] | None) -> bool:
    """Whether a body's name ends at `stop`: the Interior of Ukraine is not the Interior (الداخلية الأوكرانية)."""
    if run is not None and stop >= run[1]:
        return True
    if stop >= len(words) or not words[stop].startswith("ال") or words[stop] in _STOPS:
        return True
    # After an indefinite head its owner follows (رابطة الليغا), after a definite one its adjective.
    return words[stop - 1].startswith("ال") and not words[stop].endswith(("ي", "يه"))


def _latin(words: Sequence[str], start: int, gazetteer: Gazetteer) -> Mention | None:
    stop = start
    while stop < len(words) and _LATIN.fullmatch(words[stop]) and words[stop] not in _ENGLISH and stop - start < 4:
        if form_of(words[stop]) is not None:
            break
        stop += 1
    for length in range(stop - start, 0, -1):
        if len("".join(words[start : start + length])) > 3 and (
            known := gazetteer.latin(" ".join(words[start : start + length]))
        ):
            return Mention(start, start + length, known)
    return None


def _forms(word: str) -> tuple[str, ...]:
    """A word as it stands, and without a clitic."""
    forms = [word]
    if word.startswith("لل") and len(word) > 5:
        forms.append("ال" + word[2:])
    forms += [word[len(c) :] for c in _CLITICS[1:] if word.startswith(c) and len(word) - len(c) > 3]
    return tuple(dict.fromkeys(forms))


def _is_rare(word: str) -> bool:
    return rates().get(word, 0.0) < _COMMON and word not in places() and word.removeprefix("ال") not in places()


def _speaks(typed: Typed, mention: Mention, frame: Frame, mentions: Sequence[Mention]) -> bool:
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
            return all(other.start < start or other.start >= place for other in mentions)
        joined = words[place].startswith("و") and len(words[place]) > 4
        return joined and any(other.stop == place and _speaks(typed, other, frame, mentions) for other in mentions)
    return False


def _named(typed: Typed, mention: Mention, *, speaker: bool) -> Named:
    keys = tuple(one.person for one in mention.known[:_MOST])
    return Named(keys, typed.between(mention.start, mention.stop), mention.known[0].shown, speaker)


def _with_noun(words: Sequence[str], start: int) -> int:
    return start - 1 if start and words[start - 1] in _OUTLET_NOUNS else start


def _stands_as_outlet(words: Sequence[str], start: int, frame: Frame) -> bool:
    before = words[start - 1] if start else ""
    speaking = any(run[0] <= start < run[1] for run in frame.speakers)
    return (
        before in _OUTLET_NOUNS | _ARCHIVE | _ACCORDING
        or words[start][:1] in "ل"
        or speaking
        or not _is_common(words[start])
    )


def _is_common(word: str) -> bool:
    return rates().get(word, 0.0) >= _COMMON


def _is_source(words: Sequence[str], start: int, frame: Frame) -> bool:
    """Whether the outlet is named as what published the articles, and not as what somebody spoke to."""
    first = _with_noun(words, start)
    before = words[first - 1] if first else ""
    if before in _ARCHIVE or (before in ("في", "علي", "عبر") and first > 1 and words[first - 2] in _ARCHIVE):
        return True
    if before in ("حسب", "بحسب", "وفق"):
        return True
    return before == "في" and frame.form is None and not frame.speech
