"""Who answers whom: statements set beside the earlier ones they deny, bear out or speak of.

Nothing in an article says what a statement answers, so it is found by rule, and told by which:
 name     it names somebody who spoke on the same matter, and denies, accuses or praises, or both are people;
 article  it denies what shares a third of its words with something that another says before it in the same article, or
          denies accusations that stand there;
 meaning  it says nearly the same as an earlier one of another speaker in another article (by vectors and by shared
          words), and one of the two cues denies it, or both affirm or both negate it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from numpy.typing import NDArray

from assistant.exploring.selecting import Selection
from index.arabic.analyser import tokens
from index.arabic.normal import clean, fold
from index.people.keys import words as name_words
from index.store.neighbours import statement_vectors
from index.store.statements import StatementHit, hits

if TYPE_CHECKING:
    from index.store import Store
    from index.store.catalogue import Catalogue

Tone = Literal["deny", "agree", "speak"]
Basis = Literal["name", "article", "meaning"]
MOST: Final = 1000
"""Statements that are compared with each other; of more, the newest."""
_SHOWN: Final = 40  # of each tone
_WITHIN: Final = dt.timedelta(days=30)
_COSINE: Final = 0.84
_SHARED, _SHARED_WORDS = 0.5, 3  # of the shorter one's words, and at least so many
_SHARED_IN_ARTICLE: Final = 0.33
_SHARED_TO_DENY: Final = 0.6
_COPIED: Final = 0.9  # so much in common is one statement, told twice
_AGAINST: Final = frozenset(["deny", "accuse"])
_FOR: Final = frozenset(["praise"])
_NOT: Final = re.compile(
    r"\b[وفبل]?(?:(?:لا|لم)(?! [يت](?:تجاوز|قل|زيد|زال)\b)|لن|ليس|ليست|عدم|ضد|ال?رفض|[يتن]رفض|معارض|[يتن]?عارض)"
    r"\w{0,3}\b"
)
_SAID: Final = re.compile(r"\b(?:ال)?(?:تصريح|اقوال|كلام|اتهام|ادعاء|مزاعم|قرار|دعو[ةه]|طلب|مطالب)\w{0,4}\b")
_ACCUSATIONS: Final = re.compile(r"\b(?:ال)?(?:اتهامات?|ادعاءات?|مزاعم|تهم)\b")
_OPENING: Final = 60  # characters among which a negation turns the whole
_LONGEST_NAME: Final = 5  # words


@dataclass(frozen=True, slots=True)
class Exchange:
    """`answer` and the `earlier` statement it answers; `basis` is the rule it was found by, `nearness` their cosine."""

    earlier: StatementHit
    answer: StatementHit
    tone: Tone
    basis: Basis
    nearness: float


@dataclass(frozen=True, slots=True)
class Exchanges:
    """What was found among `compared` statements of `total`, denials and agreements apart; the clearest first."""

    denying: tuple[Exchange, ...]
    agreeing: tuple[Exchange, ...]
    speaking: tuple[Exchange, ...]
    compared: int
    total: int


def exchanges(store: Store, selection: Selection) -> Exchanges:
    """Who answers whom among the selection's statements. Reads their vectors: raises StoreInUseError, StoreError."""
    columns, rows = selection.columns, selection.rows
    newest = rows[np.argsort(-columns.days[rows], kind="stable")][:MOST]
    found = hits(store.catalogue, columns.keys[newest].tolist())
    keys, vectors = statement_vectors(store, [hit.key for hit in found])
    by_key = {hit.key: hit for hit in found}
    said = [by_key[key] for key in keys.tolist()]
    held = [frozenset(tokens(hit.content)) for hit in said]
    every = [
        *_by_name(store.catalogue, said, vectors, held),
        *_in_one_article(said, vectors, held),
        *_by_meaning(said, vectors, held),
    ]
    best: dict[tuple[str, str, str], Exchange] = {}
    for one in sorted(every, key=_plainness):
        best.setdefault((one.answer.speaker, one.earlier.speaker, one.tone), one)
    apart: dict[Tone, list[Exchange]] = {"deny": [], "agree": [], "speak": []}
    for one in best.values():
        apart[one.tone].append(one)
    for some in apart.values():
        some.sort(key=_plainness)
    return Exchanges(
        tuple(apart["deny"][:_SHOWN]),
        tuple(apart["agree"][:_SHOWN]),
        tuple(apart["speak"][:_SHOWN]),
        len(said),
        len(rows),
    )


def _by_name(
    catalogue: Catalogue,
    said: Sequence[StatementHit],
    vectors: NDArray[np.float32],
    held: Sequence[frozenset[str]],
) -> Iterator[Exchange]:
    names = _names(catalogue, {hit.speaker for hit in said})
    by_speaker: dict[str, list[int]] = {}
    for number, hit in enumerate(said):
        by_speaker.setdefault(hit.speaker, []).append(number)
    for number, hit in enumerate(said):
        stance = hit.statement.stance
        for named, kind in _named(hit.content, names):
            if named == hit.speaker or (stance not in _AGAINST | _FOR and not kind == hit.statement.kind == "person"):
                continue
            earlier = [n for n in by_speaker[named] if _before(said[n], hit)]
            if earlier:
                cosines = vectors[earlier] @ vectors[number]
                nearest = int(np.argmax(cosines))
                tone: Tone = "deny" if stance in _AGAINST else "agree" if stance in _FOR else "speak"
                # Who is named in a denial need not be whom it answers: it has to speak of what they said.
                common = len(held[number] & held[earlier[nearest]])
                if tone == "deny" and common < 2 and not _SAID.search(fold(clean(hit.content))):
                    continue
                yield Exchange(said[earlier[nearest]], hit, tone, "name", float(cosines[nearest]))


def _in_one_article(
    said: Sequence[StatementHit], vectors: NDArray[np.float32], held: Sequence[frozenset[str]]
) -> Iterator[Exchange]:
    by_article: dict[str, list[int]] = {}
    for number, hit in enumerate(said):
        by_article.setdefault(hit.article.id, []).append(number)
    for number, hit in enumerate(said):
        if hit.statement.stance != "deny":
            continue
        shares = {
            other: _shared_part(held[other], held[number])
            for other in by_article[hit.article.id]
            if said[other].speaker != hit.speaker and _before(said[other], hit) and not _overlap(said[other], hit)
        }
        if _ACCUSATIONS.search(fold(clean(hit.content))):
            shares |= {other: 1.0 for other in shares if said[other].statement.stance == "accuse"}
        # Of equals the one that stands nearest before the denial.
        best = max(shares, key=lambda other: (shares[other], said[other].statement.content.start), default=None)
        if best is not None and shares[best] >= _SHARED_IN_ARTICLE:
            yield Exchange(said[best], hit, "deny", "article", float(vectors[best] @ vectors[number]))


def _by_meaning(
    said: Sequence[StatementHit], vectors: NDArray[np.float32], held: Sequence[frozenset[str]]
) -> Iterator[Exchange]:
    near = vectors @ vectors.T
    best: dict[tuple[int, Tone], tuple[float, int]] = {}
    for one, other in np.argwhere(np.triu(near >= _COSINE, 1)).tolist():
        # An article says a thing twice, and tells both sides of one: there the vectors are near by their passage alone.
        if said[one].speaker == said[other].speaker or said[one].article.id == said[other].article.id:
            continue
        shared = len(held[one] & held[other])
        if shared < _SHARED_WORDS or _shared_part(held[one], held[other]) < _SHARED:
            continue
        earlier, answer = (one, other) if _before(said[one], said[other]) else (other, one)
        if not _before(said[earlier], said[answer]):
            continue
        tone = _tone(said[one], said[other])
        if tone is None or (tone == "deny" and _shared_part(held[one], held[other]) < _SHARED_TO_DENY):
            continue
        if tone == "agree" and shared >= _COPIED * max(len(held[one]), len(held[other])):
            continue  # one statement that two outlets ascribe to two speakers
        if tone == "agree" and "document" in (said[one].statement.kind, said[other].statement.kind):
            continue  # a communiqué and who speaks for it
        share = _shared_part(held[one], held[other])
        if share > best.get((answer, tone), (0.0, 0))[0]:
            best[answer, tone] = (share, earlier)
    # A statement answers one other: of several that say the same, the one with the most of its words.
    for (answer, tone), (_, earlier) in best.items():
        yield Exchange(said[earlier], said[answer], tone, "meaning", float(near[earlier, answer]))


def _shared_part(one: frozenset[str], other: frozenset[str]) -> float:
    """Which part of the shorter one's words the other has as well."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _plainness(one: Exchange) -> tuple[int, bool, float]:
    """The order in which exchanges are shown: those that a name or a denying cue bears out come first."""
    basis = ("name", "article", "meaning").index(one.basis)
    return basis, one.answer.statement.stance not in _AGAINST, -one.nearness


def _tone(one: StatementHit, other: StatementHit) -> Tone | None:
    """Whether one of two statements of one thing denies the other, by its cue, or both affirm or both negate it.

    None where only a negation among the words sets them apart: it is too often of something else.
    """
    cues = [hit.statement.stance == "deny" for hit in (one, other)]
    if any(cues):
        return "agree" if all(cues) else "deny"
    first, second = (bool(_NOT.search(fold(clean(hit.content))[:_OPENING])) for hit in (one, other))
    return "agree" if first == second else None


def _before(one: StatementHit, other: StatementHit) -> bool:
    """Whether `one` may be what `other` answers: said at most some weeks before, or earlier in the same article."""
    if one.article.id == other.article.id:
        return one.statement.content.start < other.statement.content.start
    first, second = (hit.statement.said_on or hit.article.date for hit in (one, other))
    return bool(first and second and dt.timedelta(0) <= second - first <= _WITHIN)


def _overlap(one: StatementHit, other: StatementHit) -> bool:
    return one.article.id == other.article.id and one.statement.content.overlap(other.statement.content) > 0


def _names(catalogue: Catalogue, speakers: set[str]) -> dict[tuple[str, ...], tuple[str, str]]:
    """The names of these people and bodies, as words of a key: whose each is, and of what kind.

    A single word is only taken where the catalogue has settled whose surname it is.
    """
    sql = """SELECT n.name, n.person, p.kind, n.basis FROM names n JOIN people p ON p.person = n.person
             WHERE p.kind IN ('person', 'organization')"""
    names = {}
    for name, person, kind, basis in catalogue.rows(sql):
        words = tuple(name.split())
        if person in speakers and (2 <= len(words) <= _LONGEST_NAME or (words and basis in ("part", "user"))):
            names[words] = (person, kind)
    return names


def _named(content: str, names: dict[tuple[str, ...], tuple[str, str]]) -> set[tuple[str, str]]:
    """Whom `content` names, with a preposition of one letter before the name or without."""
    found = set()
    said = name_words(content)
    for start in range(len(said)):
        for end in range(start + 1, min(len(said), start + _LONGEST_NAME) + 1):
            whole = said[start:end]
            for form in (whole, (whole[0][1:], *whole[1:])) if whole[0][0] in "وفبلك" else (whole,):
                if form in names:
                    found.add(names[form])
    return found
