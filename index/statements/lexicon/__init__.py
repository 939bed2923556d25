"""The words the extractor knows: reporting verbs with all their forms, and nouns by what they tell about a source.

verbs.tsv groups the verbs by stance and says how their words follow; forms.tsv, made from it by generate.py, has every
form; nouns.txt, given_names.txt, places.txt and grammar.txt are lists. All of it is folded when read
(:func:`index.arabic.normal.fold`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from index.arabic.normal import fold

_SUFFIXES: Final = ("ه", "ها", "هم", "هما", "نا")


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its stance, and the ways its words may follow (`links`, see verbs.tsv)."""

    lemma: str
    stance: str
    links: frozenset[str]

    @property
    def weak(self) -> bool:
        """Whether most uses report nothing, so that more must speak for one."""
        return "weak" in self.links


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a verb. `tense` is past, present or participle; `gender` m or f; `number` s, d or p.

    `joined` says that و or ف is written to it, `future` that س is, `suffix` that an object pronoun is.
    """

    verb: Verb
    tense: str
    gender: str
    number: str
    joined: bool = False
    future: bool = False
    suffix: bool = False


def lines(name: str) -> list[str]:
    """The lines of a data file that are not comments."""
    text = (files(__name__) / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def verbs() -> dict[str, Verb]:
    """The reporting verbs by lemma."""
    rows = (line.split("\t") for line in lines("verbs.tsv"))
    return {lemma: Verb(lemma, stance, frozenset(links.split())) for stance, lemma, _, _, links in rows}


@cache
def forms() -> dict[str, Form]:
    """Every folded form, alone and with و, ف, س and an object pronoun. Where verbs share one, the first listed wins."""
    found: dict[str, Form] = {}
    plain: list[tuple[str, Form]] = []
    for line in lines("forms.tsv"):
        word, lemma, tense, gender, number = line.split("\t")
        if word not in grammar("not cues") and len(word) > 1:
            plain.append((word, Form(verbs()[lemma], tense, gender, number)))
    for prefix in ("", "و", "ف"):  # the plain forms first: وعد is "promised" before it is "and counted"
        for word, form in plain:
            joined = bool(prefix)
            found.setdefault(prefix + word, Form(form.verb, form.tense, form.gender, form.number, joined))
    for word, form in plain:
        for prefix in ("", "و", "ف"):
            if form.tense == "present":
                future = Form(form.verb, form.tense, form.gender, form.number, bool(prefix), True)
                found.setdefault(prefix + "س" + word, future)
            if form.tense == "participle":
                continue
            stem = word[:-1] if word.endswith("وا") else word
            stem = stem[:-1] + "ا" if stem.endswith("ي") and form.tense == "past" and len(stem) > 3 else stem
            for suffix in _SUFFIXES:
                with_object = Form(form.verb, form.tense, form.gender, form.number, bool(prefix), False, True)
                found.setdefault(prefix + stem + suffix, with_object)
    return found


@cache
def nouns(section: str) -> frozenset[str]:
    """The folded words of one section of nouns.txt. Raises KeyError for a section that is not there."""
    return _sections("nouns.txt")[section]


@cache
def grammar(section: str) -> frozenset[str]:
    """The folded words of one section of grammar.txt. Raises KeyError for a section that is not there."""
    return _sections("grammar.txt")[section]


@cache
def given_names() -> frozenset[str]:
    """Folded given names."""
    return frozenset(fold(w).replace("_", " ") for line in lines("given_names.txt") for w in line.split()) - grammar(
        "names that are words"
    )


@cache
def places() -> frozenset[str]:
    """Folded names of countries and cities."""
    return frozenset(fold(w).replace("_", " ") for line in lines("places.txt") for w in line.split())


@cache
def _sections(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in lines(name):
        if line.startswith("["):
            current = found.setdefault(line.strip()[1:-1], set())
        else:
            current.update(fold(word).replace("_", " ") for word in line.split())
    return {name: frozenset(words) for name, words in found.items()}
