"""Which words of an article report speech, and how: finite verbs, participles, verbal nouns, attributions, headline colons.

A cue is taken only with what it reports; words that look like cues and report nothing (negated, to come, impersonal,
homographs such as بين "between") are left out by :mod:`index.statements.cues.guards`.
"""

from __future__ import annotations

from index.statements import sources
from index.statements.cues.attributed import attribution_cue, headline_cue
from index.statements.cues.cue import Cue, inside_quote
from index.statements.cues.finite import finite_cue
from index.statements.cues.nouns import NOUN_CUES, STANDS, document_cue, noun_cue
from index.statements.morphology import is_cue_word
from index.statements.tokens import Tokens


def find(tokens: Tokens) -> list[Cue]:
    """The cues of a text, in order."""
    found: list[Cue] = []
    for number, (a, b) in enumerate(tokens.sentences):
        done = linked = a
        for i in range(a, b):
            if i < done or inside_quote(tokens, i):
                continue
            word = tokens.words[i]
            cue: Cue | None = None
            if word in sources.OPENERS:
                cue = attribution_cue(tokens, number, i, a, b)
            elif word in STANDS and i + 2 < b and tokens.words[i + 1] == "في":
                cue = document_cue(tokens, number, i, a, b)
            elif word in NOUN_CUES:
                if i < linked:
                    continue  # معلقا بالقول إن: one cue
                cue = noun_cue(tokens, number, i, a, b)
            elif word == ":" and i > a:
                cue = headline_cue(tokens, number, i, a, b)
            else:
                form = is_cue_word(tokens, i)
                if form is not None:
                    cue = finite_cue(tokens, number, i, a, b, form)
            if cue is not None:
                found.append(cue)
                done = max(done, cue.end)
                if cue.link in ("an", "colon", "quote") and cue.content > 0:
                    linked = max(linked, cue.content)
    return found
