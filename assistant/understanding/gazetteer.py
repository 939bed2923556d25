"""The names of a catalogue in memory: who and which outlet the words of a question may mean.

Names are filed by their whole key, and by the skeleton of their last word (index.people.variants): a part of a name
ends like it. A question of n words looks up some 8 n keys, each a dictionary access and a comparison with the names
of one skeleton; the number of all names does not enter. Latin names are filed by the consonants that both scripts tell
apart. Made once a store, some 10 microseconds a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from index.arabic.stopwords import STOPWORDS
from index.people.finding import latin_cost, may_mean
from index.people.keys import words as key_words
from index.people.latin import spelt
from index.people.settling import settle
from index.people.variants import skeleton
from index.statements.lexicon import given_names, places
from index.statements.phrases.heads import is_head

if TYPE_CHECKING:
    from index.store.catalogue import Catalogue

LONGEST: Final = 8
"""Words of the longest name that is looked for."""
_MOST: Final = 5  # words of a person's name
_MARGIN: Final = 0.1  # of two Latin readings the dearer by more is another's name
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
        self._ending: dict[str, list[Known]] = defaultdict(list)
        self._sounding: dict[str, list[Known]] = defaultdict(list)
        self._quoted: dict[str, int] = defaultdict(int)
        self._shown: dict[str, str] = {}
        for name in names:
            if not name.words or len(name.words) > LONGEST:
                continue
            self._quoted[name.person] += name.count
            self._shown[name.person] = name.shown
            self._whole[name.words].append(name)
            if name.kind == "person" and _is_name(name.words):
                self._ending[skeleton(name.words[-1])].append(name)
                for code in {_code(name.words[-1]), _code("".join(name.words[-2:]))}:
                    self._sounding[code].append(name)
        held = [(name, count) for name, count in outlets if name]
        self._articles = sum(count for _, count in held)
        self.outlets: dict[str, int] = dict(held)
        self._outlets = {key_words(name): name for name, _ in held}

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

    def exact(self, words: tuple[str, ...]) -> tuple[Known, ...]:
        """Whoever bears just this name (the words of its key), people, bodies and others, the most quoted first."""
        return self._ranked(self._whole.get(words, ()))

    def person(self, words: tuple[str, ...]) -> tuple[Known, ...]:
        """The people whom the name may mean: spellings, and fuller names it is a part of. One a person.

        A single word has to be a surname: neither a given name nor a title.
        """
        if not words or (len(words) == 1 and not is_surname(words[0])):
            return ()
        exact = [name for name in self._whole.get(words, ()) if name.kind == "person"]
        if exact and len(words) > 1:
            return self._ranked(exact)
        near = self._ending.get(skeleton(words[-1]), ())
        if len(words) == 1:  # of one word the very spelling only: بنزرت is no نابل, سعودي no سعيدي
            return self._ranked([*exact, *(one for one in near if len(one.words) > 1 and one.words[-1] == words[0])])
        found = [name for name in near if may_mean(words, name.words)]
        return self._ranked([*exact, *([one for one in found if words[-1] == one.words[-1]] or found)])

    def latin(self, name: str) -> tuple[Known, ...]:
        """The people whom a name in Latin letters may spell, the most quoted first."""
        prices: dict[str, float] = {}
        best: dict[str, Known] = {}
        near = {
            id(known): known
            for way in spelt(name)
            if way
            for code in _codes(way)
            for known in self._sounding.get(code, ())
        }
        for known in near.values():
            price = latin_cost(name, known.words)
            if price is not None and price < prices.get(known.person, float("inf")):
                prices[known.person], best[known.person] = price, known
        least = min(prices.values(), default=0.0)
        return self._ranked([best[person] for person, price in prices.items() if price <= least + _MARGIN])

    def outlet(self, words: tuple[str, ...]) -> str:
        """The outlet whose name these words are, in either script; empty if there is none."""
        if words in self._outlets:
            return self._outlets[words]
        if len("".join(words)) < 4:
            return ""
        for own, name in self._outlets.items():
            # الجوهرة for Jawhara FM, Al Jazeera for الجزيرة: the first word tells outlets apart.
            if own and own[0].isascii() != words[0].isascii():
                latin, arabic = (own, words) if own[0].isascii() else (words, own)
                latin = latin[1:] if latin[0] in ("al", "el") and len(latin) > 1 else latin
                if latin_cost(latin[0], arabic[:1]) is not None and len(arabic[0]) > 3:
                    return name
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
    """Whether one word (of a name's key) may stand for a person: no given name, which many have, and no title."""
    if word in _FAMILY:
        return True
    if word in demonyms():
        return False
    if len(word) < 3 or word.startswith("عبد") or word in given_names() or f"ال{word}" in given_names():
        return False
    return not any(is_head(word, section) for section in _SECTIONS)


@cache
def demonyms() -> frozenset[str]:
    """What people and things of the countries and cities of the lexicon are called: تونسي, تونسية, تونسيين."""
    stems = {place.removeprefix("ال").removesuffix("يا").rstrip("اه") for place in places() if " " not in place}
    return frozenset(stem + end for stem in stems for end in ("ي", "يه", "يين", "يون", "يات")) | places()


def _is_name(words: tuple[str, ...]) -> bool:
    """Whether a speaker's words are a person's name, and no phrase that was taken for one (مدير المهرجان المغاربي)."""
    if len(words) > _MOST or any(word in STOPWORDS or len(word) < 2 for word in words):
        return False
    first = words[0]
    if first in given_names() or f"ال{first}" in given_names():
        return True
    return not any(is_head(first, section) for section in _SECTIONS)


# Surnames that the extractor's list of given names has, to know that they are names.
_FAMILY: Final = frozenset("ماكرون ترامب بوتين اوباما ميركل كاسترو غوتيريش ميقاتي بنكيران بورقيبه مرسي هاشمي".split())
# Letters of both scripts that no newsroom confuses: labials, sonorants, and all others; vowels and h are left out.
_SOUNDS: Final = {
    **dict.fromkeys("بفbpvf", "b"), **dict.fromkeys("منmn", "n"), **dict.fromkeys("لl", "l"),
    **dict.fromkeys("رr", "r"),
    **dict.fromkeys("تثجخدذزسشصضطظغقكtdzskqgcjx", "s"),
}  # fmt: skip
_RUNS: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> str:
    return _RUNS.sub(r"\1", "".join(_SOUNDS.get(letter, "") for letter in word.replace("ph", "f")))


def _codes(latin: Sequence[str]) -> set[str]:
    """The codes under which names may be filed that these Latin words spell; a final s may be silent, a v be و."""
    ends = {latin[-1], "".join(latin[-2:]), "".join(latin)}
    ends |= {word[:-1] for word in ends if word.endswith("s")}
    ends |= {word.replace("v", "w") for word in ends}
    return {_code(word) for word in ends}
