"""Attributions and headline colons as cues: وفق بيان الوزارة; السيسي: لن نسمح."""

from __future__ import annotations

from index.statements import sources
from index.statements.cues.cue import Cue
from index.statements.grammar import PUNCTUATION
from index.statements.lexicon import nouns
from index.statements.morphology import is_cue_word
from index.statements.phrases.analysis import analyse
from index.statements.phrases.heads import is_head, is_title
from index.statements.phrases.names import begins_name
from index.statements.tokens import MARKS, Tokens


def attribution_cue(tokens: Tokens, number: int, i: int, a: int, b: int) -> Cue | None:
    """وفق بيان الوزارة, بحسب ما نقلته الوكالة, نقلا عن مصدر."""
    found = sources.find(tokens, i, a, b)
    if found is None:
        return None
    if found.before is None and found.content < 0:
        return None
    return Cue(
        i, found.cue_end, number, "source", found.stance, found.form, found.content, found.phrase,
        (found.end, b if found.before else max(found.end, found.content)),
        True, i, "", found.before,
    )  # fmt: skip


def headline_cue(tokens: Tokens, number: int, i: int, a: int, b: int) -> Cue | None:
    """السيسي: لن نسمح. The words before the colon must be a short name or title that opens the sentence."""
    if not 1 <= i - a <= 8 or b - i < 4:
        return None
    words = tokens.words
    if any(
        words[k] in PUNCTUATION - MARKS or words[k] in nouns("adjunct") or is_cue_word(tokens, k) for k in range(a, i)
    ):
        return None
    known = i - a <= 2 and words[i - 1] in tokens.surnames
    if not (known or is_title(words[a]) or begins_name(tokens, a, i) or is_head(words[a], "anonymous")):
        return None
    phrase = analyse(tokens, a, i)
    if phrase.kind not in ("person", "anonymous") or (phrase.name is None and i - a < 2 and not known):
        return None
    if words[a] in ("المصدر", "المصادر") or is_head(words[a], "media"):
        return None
    return Cue(i, i + 1, number, "headline", "say", None, i + 1, phrase, (i, i), True, a, "colon")
