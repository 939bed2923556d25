"""The titles beside a name: the office before it, after it, or both (المهندس سامي حداد، نقيب المهندسين)."""

from __future__ import annotations

from index.statements.grammar import PUNCTUATION, THAT
from index.statements.lexicon import nouns
from index.statements.morphology import bare, is_cue_word
from index.statements.phrases.heads import is_title
from index.statements.tokens import Tokens

Run = tuple[int, int]


def beside(tokens: Tokens, k: int, stop: int) -> list[Run]:
    """The runs of the titles of the name in the tokens ``k:stop``.

    An office may follow a name that has but an honorific before it.
    """
    words = tokens.words
    before = _before(tokens, k)
    after = _after(tokens, stop)
    if before is None:
        return [after] if after else []
    if after and all(w in nouns("honorific") for w in words[before[0] : k]):
        return [before, after]
    return [before]


def _before(tokens: Tokens, k: int) -> Run | None:
    words = tokens.words
    best, j = None, k - 1
    while j >= 0 and k - j <= 14:
        word = words[j]
        if word in PUNCTUATION and not (word in ("،", ",") and j == k - 1):
            break
        if (is_cue_word(tokens, j) and not is_title(word)) or word in THAT:
            break
        if is_title(word) or is_title(bare(word)):
            best = j
            if word[0] == "و" and is_title(word[1:]):
                break  # وزير النقل فلان | ومدير المطار فلان
        elif word in nouns("adjunct") and word not in ("في", "عن", "لدي"):
            break
        j -= 1
    return (best, k) if best is not None else None


def _after(tokens: Tokens, stop: int) -> Run | None:
    words = tokens.words
    n = len(words)
    if stop + 1 < n and words[stop] in ("،", ",", "(") and is_title(words[stop + 1]):
        end = stop + 1
        while end < n and end - stop < 10 and words[end] not in PUNCTUATION and words[end] not in THAT:
            end += 1
        return stop + 1, end
    if stop < n and words[stop].startswith("ال") and is_title(words[stop]):
        end = stop
        while end < n and end - stop < 6 and words[end].startswith(("ال", "لل", "وال")):
            end += 1
        return stop, end
    return None
