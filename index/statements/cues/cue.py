"""A cue: the word that reports, with everything that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.arabic.normal import fold
from index.statements import links
from index.statements.grammar import EXCEPT, FRONT_SWITCH, MEANWHILE, PUNCTUATION, RELATIVE, THAT
from index.statements.lexicon import Form, places
from index.statements.phrases.analysis import Phrase
from index.statements.phrases.openings import nameable
from index.statements.tokens import MARKS, Tokens


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in tokens. `kind`: finite, participle, noun (قوله), source (وفق بيان), anaphor (وهو ما أكده) or headline.

    `content` is the token its words begin at; where they stand before the cue, `before` is their run. `subject` is the
    source as mentioned. `opens` says that it opens a clause, which ends what was said before it; `boundary` is the
    token at which it does. `between` is the run that holds its circumstances. `relayed` is who passed it on. `lead`
    is where a verb begins that only leads to the cue (وأضاف قائلا), -1 without one.
    """

    start: int
    end: int
    sentence: int
    kind: str
    stance: str
    form: Form | None
    content: int
    subject: Phrase | None
    between: tuple[int, int]
    opens: bool
    boundary: int
    link: str
    before: tuple[int, int] | None = None
    relayed: Phrase | None = None
    relative: bool = False
    lead: int = -1


def inside_quote(tokens: Tokens, i: int) -> bool:
    """Whether the token stands in a marked run that is long enough to be somebody's words."""
    opening = tokens.quoted[i]
    return opening >= 0 and opening not in tokens.unclosed and tokens.closing[opening] - opening - 1 > links.SHORT_QUOTE


def clause_start(tokens: Tokens, i: int, a: int) -> int:
    """The token at which the clause of the cue at `i` begins: كما, فيما and من جهته before it counted in."""
    words = tokens.words
    k = i
    while k > a:
        previous = words[k - 1]
        if (
            previous in ("،", ",", "و", "؛", "-")
            or previous in MEANWHILE
            or previous in FRONT_SWITCH
            or previous in ("بدوره", "بدورها")
        ) or (previous in ("من", "ومن") and words[k] in FRONT_SWITCH):
            k -= 1
        elif (previous in THAT and k - 2 >= a and words[k - 2] in EXCEPT) or (
            previous == "ان" and k - 2 >= a and words[k - 2] in ("قبل", "بعد")
        ):
            k -= 2
        else:
            break
    return _subject_between(tokens, k, a)


def _subject_between(tokens: Tokens, k: int, a: int) -> int:
    """The conjunction before a subject that stands before its verb at `k` (لكن الحكومة | نفت), else `k`."""
    words = tokens.words
    for j in range(k - 1, max(a, k - 8) - 1, -1):
        if words[j] in PUNCTUATION - MARKS or words[j] in RELATIVE or words[j] in THAT:
            return k
        if words[j] in HOWEVER:
            begins = words[j + 1] in MARKS or nameable(tokens, j + 1) or words[j + 1] in places()
            return j if begins and j > a else k
    return k


HOWEVER: Final = frozenset(fold(w) for w in "لكن ولكن فيما وفيما بينما وبينما".split())
