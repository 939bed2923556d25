"""Who is meant by each name of a corpus: a pure function from all names, and the user's decisions, to people.

Three steps, the surest first; a later one joins whole groups of the earlier:
 1. what the user decided: these names are one, that name is joined to no other, this one is shown so;
 2. names that differ in one word's spelling only (index.people.variants);
 3. a part of a fuller name that ends like it (السبسي, قائد السبسي), if all names in the corpus it could be part of
    are one person's; of two brothers neither gets the surname.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, Literal

from index.arabic.normal import fold
from index.people.variants import same_word, skeleton
from index.statements.lexicon import given_names
from index.statements.phrases.heads import is_head, is_title

Basis = Literal["name", "spelling", "part", "user"]
_MOST_WORDS: Final = 6  # a longer "name" is a phrase that the extractor took for one
_COMPOUND: Final = frozenset(
    ["محمد", "احمد", "علي"]
)  # محمد الطرابلسي is not محمد عماد الطرابلسي: too many are called so
# Among the given names of the extractor's lexicon, which needs to know that these are names at all.
_FAMILY_NAMES: Final = frozenset(
    fold(name)
    for name in "ماكرون ترامب بوتين أوباما ميركل كاسترو غوتيريش ميقاتي بنكيران بورقيبة مرسي".split()
    + "هاشمي يوسفي صالحي كاظمي".split()
)
_HEADS: Final = ("title", "organization", "document", "anonymous", "medium", "occasion")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as it stands in articles: its key, how often, and as what kind of speaker."""

    key: str
    spelling: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user decided of a name (its key): `same` as `value`'s, `apart` from everybody, `shown` as `value`."""

    key: str
    spelling: str
    decision: Literal["same", "apart", "shown"]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a person, in its most frequent spelling, and how it is known to be theirs."""

    key: str
    spelling: str
    kind: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Person:
    """A person or body of the corpus: `key` is that of the name they are known by, `shown` the name itself."""

    key: str
    shown: str
    kind: str
    names: tuple[Name, ...]


@dataclass(slots=True)
class _Known:
    """A name while it is being resolved."""

    key: str
    spelling: str
    kind: str
    count: int
    words: tuple[str, ...] = ()
    apart: bool = False
    basis: Basis = "name"


@dataclass(slots=True)
class _Groups:
    """Which names are one person's (union-find over keys)."""

    parent: dict[str, str] = field(default_factory=dict)

    def of(self, key: str) -> str:
        root = key
        while (up := self.parent.get(root, root)) != root:
            root = up
        while (up := self.parent.get(key, key)) != root:
            self.parent[key], key = root, up
        return root

    def join(self, key: str, other: str) -> None:
        self.parent[self.of(other)] = self.of(key)


def resolve(spellings: Iterable[Spelling], decisions: Sequence[Decision] = ()) -> list[Person]:
    """The people of a corpus with these `spellings`; every name is one person's. In order of their keys."""
    known = _known(spellings, decisions)
    groups = _Groups()
    for decision in decisions:
        if decision.decision == "same" and groups.of(decision.key) != groups.of(decision.value):
            groups.join(decision.value, decision.key)
            known[decision.key].basis = "user"
    persons = [name for name in known.values() if name.kind == "person"]
    full = [name for name in persons if 2 <= len(name.words) <= _MOST_WORDS and not _is_title(name.words[0])]
    _join_spellings([name for name in full if not name.apart], groups)
    _join_parts(persons, full, groups)
    members = defaultdict(list)
    for key in known:
        members[groups.of(key)].append(known[key])
    shown = {decision.key: decision.value for decision in decisions if decision.decision == "shown"}
    return sorted((_person(names, shown) for names in members.values()), key=lambda person: person.key)


def _known(spellings: Iterable[Spelling], decisions: Sequence[Decision]) -> dict[str, _Known]:
    every: dict[str, list[Spelling]] = defaultdict(list)
    for one in spellings:
        every[one.key].append(one)
    for decision in decisions:  # they hold for names that no article has just now too
        every[decision.key].append(Spelling(decision.key, decision.spelling, "person", 0))
        if decision.decision == "same":
            every.setdefault(decision.value, []).append(Spelling(decision.value, decision.value, "person", 0))
    apart = {decision.key for decision in decisions if decision.decision == "apart"}
    known = {}
    for key, found in every.items():
        spelt, kinds = Counter[str](), Counter[str]()
        for one in found:
            spelt[one.spelling] += one.count
            kinds[one.kind] += one.count
        # Of equals the first by the alphabet, so that the same corpus gives the same people in any order of adding.
        spelling = min(spelt, key=lambda name: (-spelt[name], name))
        kind = min(kinds, key=lambda name: (-kinds[name], name))
        known[key] = _Known(key, spelling, kind, kinds.total(), tuple(key.split()), key in apart)
    return known


def _join_spellings(names: Sequence[_Known], groups: _Groups) -> None:
    """Join names that differ in the spelling of one word, the rarer to the more frequent."""
    alike: dict[tuple[int, tuple[str, ...]], list[_Known]] = defaultdict(list)
    for name in names:
        for place, word in enumerate(name.words):
            rest = (*name.words[:place], skeleton(word), *name.words[place + 1 :])
            alike[place, rest].append(name)
    for (place, _), found in alike.items():
        for one, other in combinations(sorted(found, key=lambda name: (-name.count, name.key)), 2):
            if groups.of(one.key) != groups.of(other.key) and same_word(one.words[place], other.words[place]):
                groups.join(one.key, other.key)
                other.basis = "spelling"


def _join_parts(names: Sequence[_Known], full: Sequence[_Known], groups: _Groups) -> None:
    """Join parts of names to the `full` names they end like, where those are one person's."""
    ending: dict[str, list[_Known]] = defaultdict(list)
    for name in full:
        ending[skeleton(name.words[-1])].append(name)
    for name in sorted(names, key=lambda name: (-len(name.words), name.key)):
        if name.apart or not name.words or (len(name.words) == 1 and not _is_surname(name.words[0])):
            continue
        fuller = [other for other in ending[skeleton(name.words[-1])] if is_part(name.words, other.words)]
        whose = {groups.of(other.key) for other in fuller}
        if len(whose) == 1 and groups.of(name.key) not in whose and not fuller[0].apart:
            groups.join(fuller[0].key, name.key)
            name.basis = "part"


def is_part(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether `part` is a shorter form of the name `whole`: it ends like it, and begins like it or runs to its end.

    >>> is_part(("قايد", "سبسي"), ("باجي", "قايد", "سبسي")), is_part(("باجي", "قايد"), ("باجي", "قايد", "سبسي"))
    (True, False)
    """
    if not len(part) < len(whole) or not same_word(part[-1], whole[-1]):
        return False
    if all(same_word(one, other) for one, other in zip(reversed(part), reversed(whole), strict=False)):
        return whole[-len(part) - 1] != "بن"
    if part[0] in _COMPOUND or not same_word(part[0], whole[0]):
        return False
    place = 1
    for word in part[1:]:
        while place < len(whole) and not same_word(word, whole[place]):
            if whole[place] == "بن":
                return False  # the son of a Salih is not called Salih
            place += 1
        if place == len(whole):
            return False
        place += 1
    return True


def _is_title(word: str) -> bool:
    """Whether what begins so is no name, but a title that the extractor took for one: نائب وزير الدفاع."""
    return is_title(word) and word not in given_names()


def _is_surname(word: str) -> bool:
    """Whether one word alone may stand for a person: no given name, which many have, and no title."""
    if word in _FAMILY_NAMES:
        return True
    if len(word) < 4 or word.startswith("عبد") or word in given_names() or f"ال{word}" in given_names():
        return False
    return not any(is_head(word, section) for section in _HEADS)


def _person(names: list[_Known], shown: dict[str, str]) -> Person:
    # Known by the most frequent name of two words or more: a surname alone does not say who.
    first = min(names, key=lambda name: (name.count == 0, len(name.words) < 2, -name.count, name.key))
    kinds = Counter[str]()
    for name in names:
        kinds[name.kind] += name.count
    kind = min(kinds, key=lambda one: (-kinds[one], one))
    renamed = [shown[name.key] for name in names if name.key in shown]
    return Person(
        first.key,
        renamed[-1] if renamed else first.spelling,
        kind,
        tuple(
            Name(name.key, name.spelling, name.kind, name.basis)
            for name in sorted(names, key=lambda name: (-name.count, name.key))
        ),
    )
