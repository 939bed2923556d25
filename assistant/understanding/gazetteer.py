"""The names of a catalogue in memory: who and which outlet the words of a question may mean.

Names are filed by their whole key, and by the skeleton of their last word (index.people.variants): a part of a name
ends like it. A question of n words looks up some 8 n keys, each a dictionary access and a comparison with the names
of one skeleton; the number of all names does not enter. Latin names are filed by the consonants that both scripts tell
apart. Made once a store, some 40 microseconds a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from assistant.understanding.sounds import of_arabic, of_latin
from assistant.understanding.typed import without_clitic
from index.arabic.stopwords import STOPWORDS
from index.people.finding import latin_cost, may_mean
from index.people.keys import of_folded
from index.people.keys import words as key_words
from index.people.latin import cost, spelt
from index.people.settling import settle
from index.people.variants import skeleton
from index.statements.lexicon import given_names, nouns, places
from index.statements.phrases.heads import is_head

if TYPE_CHECKING:
    from index.store.catalogue import Catalogue

LONGEST: Final = 8
"""Words of the longest name that is looked for."""
_MOST: Final = 5  # words of a person's name
_TELLING: Final = 4  # letters of a word that may tell an outlet in the other script
_REMEMBERED: Final = 1024  # Latin names looked up
_MARGIN: Final = 0.1  # of two Latin readings the dearer by more is another's name
PROMINENT: Final = 20
"""Statements of somebody whom a surname tells that is a common word besides."""
_SECTIONS: Final = ("title", "organization", "document", "anonymous", "medium", "occasion")


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the catalogue: the words of its key, whose it is (`person`, with their `shown` name) and its count."""

    words: tuple[str, ...]
    person: str
    shown: str
    kind: str
    count: int


class Gazetteer:
    """`names` and `outlets` of a catalogue, to look words of a question up in.

    `outlets` are the sources' names with their number of articles.
    """

    def __init__(self, names: Iterable[Known] = (), outlets: Iterable[tuple[str, int]] = ()) -> None:
        self._whole: dict[tuple[str, ...], list[Known]] = defaultdict(list)
        self._surname: dict[str, list[Known]] = defaultdict(list)
        self._parts: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._sounding: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._ends: dict[tuple[str, ...], list[Known]] = defaultdict(list)
        self._latin: dict[str, tuple[Known, ...]] = {}
        self._quoted: dict[str, int] = defaultdict(int)
        self._shown: dict[str, str] = {}
        for name in names:
            if not name.words or len(name.words) > LONGEST:
                continue
            self._quoted[name.person] += name.count
            self._shown[name.person] = name.shown
            self._whole[name.words].append(name)
            if name.kind == "person" and _is_name(name.words):
                self._file(name)
        self._last = {words[-1] for words in self._whole} | {name for _, name in self._parts}
        self.outlets: dict[str, int] = {name: count for name, count in outlets if name}
        self._articles = sum(self.outlets.values())
        self._outlets = {key_words(name): name for name in self.outlets}
        self._outlet_begins = {words[0] for words in self._outlets}
        self._may_name_outlet: dict[str, bool] = {}
        self.longest_outlet = max(map(len, self._outlets), default=0)
        self._outlet_sounds: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in self._outlets:
            for code in _sounds(_told_by(words)):
                self._outlet_sounds[code].append(words)

    def _file(self, name: Known) -> None:
        """File a person's name by its ends: a part of it ends like it, and begins like it or runs to its end."""
        first, last = name.words[0], skeleton(name.words[-1])
        if len(name.words) > 1:
            self._surname[name.words[-1]].append(name)
            for other in {skeleton(first), skeleton(name.words[-2])}:
                self._parts[other, last].append(name)
        for end in {name.words[-1:], name.words[-2:]}:
            self._sounding[of_arabic("".join(end))].add(end)
            self._ends[end].append(name)

    @classmethod
    def of(cls, catalogue: Catalogue) -> Gazetteer:
        """The names and outlets of `catalogue` as they are now, who is who settled before."""
        settle(catalogue)
        counts: dict[str, int] = dict(catalogue.rows("SELECT name, count(*) FROM statements GROUP BY name"))
        rows = catalogue.rows("SELECT n.name, n.kind, p.person, p.shown FROM names n JOIN people p USING (person)")
        return cls(
            (
                Known(tuple(name.split()), person, shown, kind, counts.get(name, 0))
                for name, kind, person, shown in rows
            ),
            catalogue.sources(),
        )

    def may_end(self, word: str) -> bool:
        """Whether a name may end with a folded word: a look that spares most of the others."""
        bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
        return bare in self._last or skeleton(bare) in self._last

    def knows(self, words: tuple[str, ...]) -> bool:
        """Whether :meth:`exact` or :meth:`person` may know the words of a key: a look that spares most of them."""
        return bool(words) and (len(words) > 1 or words in self._whole or words[0] in self._surname)

    def exact(self, words: tuple[str, ...]) -> tuple[Known, ...]:
        """Whoever bears just this name (the words of its key), people, bodies and others, the most quoted first."""
        return self._ranked(self._whole.get(words, ()))

    def person(self, words: tuple[str, ...]) -> tuple[Known, ...]:
        """The people whom the name may mean: spellings, and fuller names it is a part of. One a person.

        A single word has to be a surname and no given name, in the very spelling: بنزرت is no نابل.
        """
        if not words or (len(words) == 1 and not is_surname(words[0])):
            return ()
        exact = [name for name in self._whole.get(words, ()) if name.kind == "person" and _is_name(name.words)]
        if len(words) == 1:
            found = self._ranked([*exact, *self._surname.get(words[0], ())])
            # الشاهد is the witness too: only somebody much quoted is meant by a word for people.
            return tuple(one for one in found if not is_word(words[0]) or self._quoted[one.person] >= PROMINENT)
        if exact:
            return self._ranked(exact)
        last = skeleton(words[-1])
        near = {
            id(name): name
            for other in {skeleton(words[0]), skeleton(words[-2])}
            for name in self._parts.get((other, last), ())
            if may_mean(words, name.words)
        }
        return self._ranked([one for one in near.values() if words[-1] == one.words[-1]] or near.values())

    def latin(self, name: str) -> tuple[Known, ...]:
        """The people whom a name in Latin letters may spell, the most quoted first."""
        if name not in self._latin:
            if len(self._latin) >= _REMEMBERED:
                self._latin.clear()
            self._latin[name] = self._spelt(name)
        return self._latin[name]

    def _spelt(self, name: str) -> tuple[Known, ...]:
        prices: dict[str, float] = {}
        best: dict[str, Known] = {}
        for way in filter(None, spelt(name)):
            # The end of a name, one word or two, is compared once for all whose name ends so.
            for end in {end for code in _codes(way) for end in self._sounding.get(code, ())}:
                price = cost(way if len(way) <= len(end) else way[-len(end) :], end)
                if price is None:
                    continue
                for known in self._ends[end]:
                    whole = price if len(way) <= len(end) else latin_cost(name, known.words)
                    if whole is not None and whole < prices.get(known.person, float("inf")):
                        prices[known.person], best[known.person] = whole, known
        least = min(prices.values(), default=0.0)
        return self._ranked([best[person] for person, price in prices.items() if price <= least + _MARGIN])

    def may_name_outlet(self, word: str) -> bool:
        """Whether the name of an outlet may begin with a folded word, or be told by it: spares most others."""
        if word not in self._may_name_outlet:
            if len(self._may_name_outlet) >= _REMEMBERED:
                self._may_name_outlet.clear()
            self._may_name_outlet[word] = any(
                # أبو and its like are written to what follows, in the key.
                any(first.startswith(key) for first in self._outlet_begins) or self.outlet_sounding(key)
                for form in without_clitic(word)
                for key in of_folded([form])
            )
        return self._may_name_outlet[word]

    def outlet(self, words: tuple[str, ...]) -> str:
        """The outlet of just this name (the words of its key); empty if there is none."""
        return self._outlets.get(words, "")

    def outlet_sounding(self, word: str) -> str:
        """The outlet that a word tells in the other script (الجوهرة for Jawhara FM); empty if there is none."""
        if len(word) < _TELLING:
            return ""
        for own in {own for code in _sounds(word) for own in self._outlet_sounds.get(code, ())}:
            other = _told_by(own)
            latin, arabic = (other, word) if other.isascii() else (word, other)
            if other.isascii() != word.isascii() and latin_cost(latin, (arabic,)) is not None:
                return self._outlets[own]
        return ""

    def tells_apart(self, outlet: str) -> bool:
        """Whether narrowing to an outlet leaves anything out worth telling: not where nearly all articles are its."""
        return self.outlets.get(outlet, 0) < 0.95 * max(self._articles, 1)

    def quoted(self, person: str) -> int:
        """How many statements a person (their key) has."""
        return self._quoted.get(person, 0)

    def shown(self, person: str) -> str:
        """The name that a person (their key) is shown by; empty for nobody."""
        return self._shown.get(person, "")

    def _ranked(self, names: Iterable[Known]) -> tuple[Known, ...]:
        first: dict[str, Known] = {}
        for name in sorted(names, key=lambda one: -one.count):
            first.setdefault(name.person, name)
        return tuple(sorted(first.values(), key=lambda one: (-self._quoted[one.person], one.person)))


@lru_cache(maxsize=1 << 14)
def is_surname(word: str) -> bool:
    """Whether one word (of a name's key) may stand for a person: no given name, which many have, and no people."""
    if word in _FAMILY:
        return True
    if word in demonyms() or word in _QUALITIES:
        return False
    return not (len(word) < 3 or word.startswith("عبد") or word in given_names() or f"ال{word}" in given_names())


@lru_cache(maxsize=1 << 14)
def is_word(word: str) -> bool:
    """Whether a word (of a name's key) is one for people or bodies as well: witness, doctor, council."""
    return any(is_head(word, section) for section in _SECTIONS)


@cache
def demonyms() -> frozenset[str]:
    """What people and things of the countries and cities of the lexicon are called: تونسي, تونسية, تونسيين."""
    stems = {place.removeprefix("ال").removesuffix("يا").rstrip("اهي") for place in places() if " " not in place}
    return frozenset(stem + end for stem in stems for end in ("ي", "يه", "يين", "يون", "يات")) | places()


def _told_by(words: Sequence[str]) -> str:
    """The word of an outlet's name that tells it apart: the first that is no article."""
    return next((word for word in words if word not in ("al", "el", "the")), "")


def _is_name(words: tuple[str, ...]) -> bool:
    """Whether a speaker's words are a person's name, and no phrase that was taken for one (مدير المهرجان المغاربي)."""
    if len(words) > _MOST or any(word in STOPWORDS or len(word) < 2 for word in words):
        return False
    first = words[0]
    if any(_is_body(word) for word in words[:-1]):
        return False
    if first in given_names() or f"ال{first}" in given_names():
        return True
    return not is_word(first) and words[-1] not in _QUALITIES and words[-1] not in demonyms()


@lru_cache(maxsize=1 << 14)
def _is_body(word: str) -> bool:
    """Whether a word, or what a preposition is written to (بولاية), names a body, a document or an occasion."""
    if word in given_names() or f"ال{word}" in given_names():
        return False
    forms = [word, *([word[1:]] if word[0] in "بلو" and len(word) > 4 else [])]
    return any(is_head(form, section) for form in forms for section in _SECTIONS[1:])


# As the words of keys are, without the article: الأول, الوطني, التونسي.
_QUALITIES: Final = frozenset(word.removeprefix("ال") for word in nouns("adjective") | nouns("nationality"))
# Surnames that the extractor's list of given names has, to know that they are names.
_FAMILY: Final = frozenset("ماكرون ترامب بوتين اوباما ميركل كاسترو غوتيريش ميقاتي بنكيران بورقيبه مرسي هاشمي".split())


def _codes(latin: Sequence[str]) -> set[str]:
    """The codes under which the ends of names are filed that these Latin words may spell."""
    return {code for word in {latin[-1], "".join(latin[-2:])} for code in of_latin(word)}


def _sounds(word: str) -> frozenset[str]:
    return of_latin(word) if word.isascii() else frozenset([of_arabic(word)])
