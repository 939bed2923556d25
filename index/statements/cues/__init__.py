"""Which words of an article report speech, and how: finite verbs, participles, verbal nouns, attributions, headline
colons.

A cue is taken only with what it reports; words that look like cues and report nothing (negated, to come, impersonal,
homographs such as بين "between") are left out by :mod:`index.statements.cues.guards`.
"""

from __future__ import annotations

from functools import cache

from index.statements import sources
from index.statements.cues.attributed import attribution_cue, headline_cue
from index.statements.cues.cue import Cue, inside_quote
from index.statements.cues.finite import finite_cue
from index.statements.cues.nouns import NOUN_CUES, STANDS, document_cue, noun_cue, quoted_cue
from index.statements.lexicon import forms
from index.statements.morphology import is_cue_word
from index.statements.tokens import Tokens


def find(tokens: Tokens) -> list[Cue]:
    """The cues of a text, in order."""
    found: list[Cue] = []
    words, candidates = tokens.words, _candidates()
    for number, (a, b) in enumerate(tokens.sentences):
        done = linked = within = a
        for i in range(a, b):
            if words[i] not in candidates or i < done or inside_quote(tokens, i):
                continue
            if words[i] in NOUN_CUES and i < linked:
                continue  # معلقا بالقول إن: one cue
            if words[i] in _WITHIN and i < within:
                continue  # ذكرت الوكالة نقلا عن, قالت اللجنة على لسان المتحدث باسمها
            cue = _cue_at(tokens, number, i, a, b)
            if cue is not None:
                found.append(cue)
                done = cue.end
                within = max(within, cue.content)
                if cue.link in ("an", "colon", "quote") and cue.content > 0:
                    linked = max(linked, cue.content)
                    if (quoted := quoted_cue(tokens, cue)) is not None:
                        found.append(quoted)
    return found


_WITHIN = frozenset(["نقلا", "لسان"])


def _cue_at(tokens: Tokens, number: int, i: int, a: int, b: int) -> Cue | None:
    word = tokens.words[i]
    if word in sources.OPENERS:
        return attribution_cue(tokens, number, i, a, b)
    if word in STANDS and i + 2 < b and tokens.words[i + 1] == "في":
        return document_cue(tokens, number, i, a, b)
    if word in NOUN_CUES:
        return noun_cue(tokens, number, i, a, b)
    if word == ":":
        return headline_cue(tokens, number, i, a, b) if i > a else None
    form = is_cue_word(tokens, i)
    return finite_cue(tokens, number, i, a, b, form) if form is not None else None


@cache
def _candidates() -> frozenset[str]:
    """The words that may be cues; one look-up tells that most words are none."""
    return frozenset([*forms(), *sources.OPENERS, *STANDS, *NOUN_CUES, ":"])
