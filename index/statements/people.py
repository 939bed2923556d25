"""The people and bodies of one article: fullest names, and who a surname, a title or "the ministry" stands for.

Names are found by given names and by titles, wherever they stand; a surname of unknown make is looked for elsewhere
in the text, behind the first name it has there.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from index.statements.grammar import PUNCTUATION, THAT
from index.statements.lexicon import grammar, nouns, places
from index.statements.morphology import PREFIXED_AL, bare, is_cue_word
from index.statements.phrases import titles
from index.statements.phrases.analysis import Phrase, analyse
from index.statements.phrases.heads import is_head, is_title
from index.statements.phrases.names import begins_name, name_end
from index.statements.phrases.openings import titled
from index.statements.tokens import MARKS, Tokens


@dataclass(slots=True)
class Person:
    """Somebody named in the article: the fullest name's tokens and keys, and the stems of the titles he is given."""

    run: tuple[int, int]
    keys: tuple[str, ...]
    roles: list[frozenset[str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


class People:
    """The people of an article; :meth:`full` and :meth:`by_role` resolve later mentions."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.persons: list[Person] = []
        self._scan()

    def add(self, phrase: Phrase) -> None:
        """Take in a source as mentioned next to a cue: its name may be one that no list knows."""
        if phrase.name and (phrase.name[1] - phrase.name[0] >= 2 or phrase.role):
            self._add(phrase.name, self._stems(phrase.role))

    def full(self, run: tuple[int, int]) -> tuple[int, int]:
        """The run of the fullest name that the name in `run` is part of; `run` itself if there is none."""
        keys = self._keys(run)
        best, size = run, len(keys)
        for person in self.persons:
            if len(person.keys) > size and _part_of(keys, person.keys):
                best, size = person.run, len(person.keys)
        if len(keys) == 1 and (found := self._elsewhere(run, keys)) != run:
            # The first in the text whom the surname fits: a father or a namesake comes later.
            return (
                found
                if size == 1 or (found[0] < best[0] and not _part_of(self._keys(found), self._keys(best)))
                else best
            )
        return best

    def known(self, run: tuple[int, int]) -> tuple[int, int] | None:
        """The run of a fuller name that all words of `run` belong to, None if there is none."""
        keys = self._keys(run)
        if not keys or len(keys) > 4:
            return None
        fitting = [p.run for p in self.persons if len(p.keys) >= len(keys) and _part_of(keys, p.keys)]
        return fitting[0] if fitting else None

    def by_role(self, run: tuple[int, int], near: int) -> Person | None:
        """The person whose title has all the words of `run`.

        The one named last before token `near`, else the first after.
        """
        stems = self._stems(run)
        if not stems:
            return None
        fitting = [p for p in self.persons if any(stems <= role or _similar(stems, role) for role in p.roles)]
        if not fitting:
            return None
        before = [(max(x for x in p.places if x < near), p) for p in fitting if any(x < near for x in p.places)]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        return min(fitting, key=lambda p: p.places[0])

    def before(self, near: int) -> Person | None:
        """Whoever is named first before token `near`."""
        named = [p for p in self.persons if p.places[0] < near]
        return min(named, key=lambda p: p.places[0]) if named else None

    def body(self, phrase: Phrase) -> tuple[int, int] | None:
        """For "the ministry", "the party": the run of the first fuller name with that head in the article."""
        words = self._tokens.words
        head = bare(words[phrase.start])
        for k in range(len(words) - 1):
            if (words[k] != head and bare(words[k]) != head) or k == phrase.start:
                continue
            definite = words[k].startswith(("ال", "وال", "لل", "بال"))
            if definite and not words[k + 1].startswith("ال"):
                continue
            stop = k + 1
            while stop < len(words) and stop - k < 7 and self._in_name(stop, k):
                if words[stop] in MARKS:
                    close = self._tokens.closing.get(stop)
                    if close is None or close - stop > 5:
                        break
                    stop = close
                stop += 1
            if stop - k >= 2:
                return k, stop
        return None

    def _in_name(self, k: int, start: int) -> bool:
        tokens = self._tokens
        word = tokens.words[k]
        if word in MARKS:
            return k in tokens.closing and k == start + 1
        if word in PUNCTUATION or word in nouns("adjunct") or word in nouns("time") or word in THAT:
            return False
        if is_cue_word(tokens, k) or (is_title(word) and not word.startswith("ال")):
            return False
        definite = word.startswith(("ال", "لل", "وال"))
        return definite or k == start + 1 or (k == start + 2 and not tokens.words[k - 1].startswith("ال"))

    def _scan(self) -> None:
        tokens = self._tokens
        n, k = len(tokens), 0
        while k < n:
            if begins_name(tokens, k, n):
                host = tokens.words[k - 1] if k else ""
                definite = host.startswith(("ال", "لل", *PREFIXED_AL))  # رئيس الحكومة | سمير حداد
                if host and is_head(bare(host), "organization") and not (definite or is_title(host)):
                    k += 2  # مستشفى شارل نيكول
                    continue
                stop = name_end(tokens, k, min(n, k + 7))
                if stop - k >= 2:
                    self._add((k, stop), self._roles_around(k, stop))
                    k = stop
                    continue
            elif titled(tokens, k) and not begins_name(tokens, k + 1, n):
                k = self._titled(k)
                continue
            k += 1

    def _titled(self, k: int) -> int:
        """A title and after it a name that no list knows: مدير النادي بير غراتاكوس. Where to go on from."""
        tokens = self._tokens
        stop = k + 1
        while stop < len(tokens) and stop - k < 12:
            word = tokens.words[stop]
            seated = word == "في" and stop + 2 < len(tokens) and tokens.words[stop + 1] in places()
            if seated and tokens.words[stop + 2] not in PUNCTUATION:
                stop += 2  # السفير الهولندي في عمان هاري فيرفاي
                continue
            if word in PUNCTUATION or word in nouns("adjunct") or word in nouns("time") or word in THAT:
                break
            if is_cue_word(tokens, stop) or begins_name(tokens, stop, len(tokens)):
                break
            stop += 1
        if stop - k >= 3 and not (stop < len(tokens) and begins_name(tokens, stop, len(tokens))):
            phrase = analyse(tokens, k, stop, object_follows=True)
            if phrase.name and phrase.name[1] - phrase.name[0] >= 2:
                self._add(phrase.name, self._stems(phrase.role))
                return phrase.name[1]
        return k + 1

    def _roles_around(self, k: int, stop: int) -> frozenset[str]:
        stems: frozenset[str] = frozenset()
        for run in titles.beside(self._tokens, k, stop):
            stems |= self._stems(run)
        return stems

    def _add(self, run: tuple[int, int], role: frozenset[str]) -> None:
        keys = self._keys(run)
        for person in self.persons:
            if person.keys == keys or (len(keys) < len(person.keys) and len(keys) >= 2 and _part_of(keys, person.keys)):
                person.places.append(run[0])
                if role:
                    person.roles.append(role)
                return
            if len(person.keys) >= 2 and len(person.keys) < len(keys) and _part_of(person.keys, keys):
                person.run, person.keys = run, keys
                person.places.append(run[0])
                if role:
                    person.roles.append(role)
                return
        self.persons.append(Person(run, keys, [role] if role else [], [run[0]]))

    def _keys(self, run: tuple[int, int]) -> tuple[str, ...]:
        return tuple(_key(w) for w in self._tokens.words[run[0] : run[1]] if w not in PUNCTUATION)

    def _stems(self, run: tuple[int, int] | None) -> frozenset[str]:
        if run is None:
            return frozenset()
        words = (bare(w) for w in self._tokens.words[run[0] : run[1]])
        return frozenset(_stem(w) for w in words if len(w) > 2 and w not in PUNCTUATION and w not in _EMPTY)

    def _elsewhere(self, run: tuple[int, int], keys: tuple[str, ...]) -> tuple[int, int]:
        """The name with the first names that it has at another place of the text, for a bare surname."""
        tokens = self._tokens
        words = tokens.words
        if len(keys) != 1 or len(keys[0]) < 3:
            return run
        openings = {a for a, _ in tokens.sentences}
        for k in range(1, len(words)):
            if _key(words[k]) != keys[0] or run[0] <= k < run[1] or tokens.is_ala(k):
                continue
            start = k
            while start > 0 and k - start < 3 and self._first_name(start - 1):
                if (start - 1 in openings or words[start - 2] in ("و", ".")) and not begins_name(tokens, start - 1, k):
                    break
                start -= 1
            if start < k:
                return start, k + 1
        return run

    def _first_name(self, k: int) -> bool:
        tokens = self._tokens
        word = tokens.words[k]
        if word in PUNCTUATION or len(word) < 3 or not word.isalpha():
            return False
        if word.startswith(("ال", "وال", "بال", "لل")) or word in nouns("adjunct") or word in nouns("time"):
            return False
        if is_title(word) or is_title(bare(word)) or is_cue_word(tokens, k) or word in THAT or word in places():
            return False
        if any(is_head(bare(word), s) for s in ("organization", "document", "anonymous", "occasion", "medium")):
            return False
        return not tokens.raw(k).endswith(("ة", "ها", "هم", "ه")) and word not in nouns("declared_object")


_EMPTY = grammar("empty")


def _key(word: str) -> str:
    word = word[1:] if word.startswith("وال") and len(word) > 6 else word
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _part_of(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether all words of a name stand in a fuller one in the same order."""
    rest = iter(whole)
    return all(any(word == other for other in rest) for word in part)


# رئيس الوزراء is رئيس الحكومة; أميركي and أمريكي are one.
_LIKE = {"وزراء": "حكوم", "اميرك": "امريك"}


def _stem(word: str) -> str:
    return _LIKE.get(stem := word.removesuffix("ه").removesuffix("ي")[:5], stem)


def _similar(stems: frozenset[str], role: frozenset[str]) -> bool:
    """المصري and مصر العربية: a nationality by adjective or by name."""
    rest = {s for s in stems if s not in role}
    return bool(stems & role) and len(rest) == 1 and any(min(rest)[:3] == r[:3] for r in role)
