"""An article as the extractor walks it: folded words with their places, sentences, and which marks pair."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Final

from index.arabic.normal import Normal, fold, normalise
from index.arabic.sentences import sentences
from index.statements.lexicon import forms, given_names
from index.vocabulary import Span

_TOKEN: Final = re.compile(r"[^\W_]+|\n|''|``|[^\s]")
_OPEN: Final = {"«": "»", "“": "”", "„": "“", "‹": "›", "{": "}", "``": "''", "‘": "’"}
_CLOSE: Final = frozenset("»”›}’")
_STRAIGHT: Final = frozenset(['"', "''"])
MARKS: Final = frozenset([*_OPEN, *_CLOSE, *_STRAIGHT])
"""Quotation marks of every kind."""
_PAUSES: Final = frozenset(".،,؛:!؟?)…\n")
_CLITICS: Final = frozenset(["و", "ف", "ب", "ل", "ك", "بال", "ال", "لل"])
_STOPS: Final = frozenset(".!؟?…")
_CLOSERS: Final = "»”’\"')]} "
LONGEST_QUOTE: Final = 600
"""Words; what is longer had a mark broken somewhere."""


@dataclass(slots=True)
class Tokens:
    """The words and marks of a text, in folded form, with their places in the normalised text.

    `sentences` are half-open runs of tokens. `closing` maps the token of an opening mark to that of its closing one (to
    the end of its paragraph where it is never closed, which `unclosed` tells); `quoted` gives for every token the
    innermost opening mark around it, or -1. `ala_with_ya` and `ya_with_alif` tell that the article writes على as
    علي, or في as فى. `surnames` are the words that follow a given name somewhere in the text.
    """

    normal: Normal
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]] = field(default_factory=list)
    closing: dict[int, int] = field(default_factory=dict)
    unclosed: set[int] = field(default_factory=set)
    quoted: list[int] = field(default_factory=list)
    ala_with_ya: bool = False
    ya_with_alif: bool = False
    surnames: set[str] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.words)

    def sentence_start(self, i: int) -> int:
        """The token at which the sentence of token `i` begins."""
        place = bisect_right(self.sentences, (i, len(self.words) + 1)) - 1
        return self.sentences[place][0] if place >= 0 else 0

    def raw(self, i: int) -> str:
        """Token `i` as written: أ, ى and ة kept, diacritics dropped."""
        return self.normal.text[self.starts[i] : self.ends[i]]

    def text(self, a: int, b: int) -> str:
        """The normalised text of the tokens ``a:b``."""
        return self.normal.text[self.starts[a] : self.ends[b - 1]] if a < b else ""

    def span(self, a: int, b: int) -> Span:
        """Where the tokens ``a:b`` stand in the original text. Raises ValueError for an empty run."""
        if a >= b:
            raise ValueError(f"no tokens in [{a}, {b})")
        return self.normal.span(self.starts[a], self.ends[b - 1])

    def is_ala(self, i: int) -> bool:
        """Whether token `i` is the preposition على, not the name علي (Egyptian papers write both alike)."""
        if self.words[i] != "علي" or (i and self.words[i - 1] in ("بن", "ابن")):
            return False
        return self.ala_with_ya or self.raw(i) != "علي"


# إلى, حتى: an article that writes them so writes the preposition على, and علي is a name.
_ALIF_MAQSURA: Final = re.compile("إلى|الى|حتى|لدى|أخرى")
_RARE_ALIFS: Final = str.maketrans("\u0672\u0673", "اا")


def read(text: str) -> Tokens:
    """The tokens of `text`."""
    normal = normalise(text)
    folded = fold(normal.text.translate(_RARE_ALIFS))
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(folded):
        words.append(match[0])
        starts.append(match.start())
        ends.append(match.end())
    tokens = Tokens(normal, words, starts, ends)
    tokens.ala_with_ya = "على" not in normal.text and _ALIF_MAQSURA.search(normal.text) is None
    tokens.ya_with_alif = " فى " in normal.text
    tokens.sentences = _sentences(tokens)
    _pair(tokens)
    names = given_names()
    tokens.surnames = {after for word, after in itertools.pairwise(words) if word in names and len(after) > 3}
    return tokens


def _sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """Sentences as runs of tokens; what was divided for its length alone is one again."""
    text = tokens.normal.text
    merged: list[Span] = []
    for span in sentences(text):
        if (
            merged
            and text[max(0, merged[-1].end - 8) : merged[-1].end].rstrip(_CLOSERS)[-1:] not in _STOPS
            and "\n" not in text[merged[-1].end : span.start]
        ):
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    runs = []
    for span in merged:
        a, b = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
        if a < b:
            runs.append((a, b))
    return runs


def _pair(tokens: Tokens) -> None:
    """Pair the marks within each paragraph; what is left open closes with it."""
    stack: list[tuple[int, str]] = []
    tokens.quoted = quoted = [-1] * len(tokens.words)
    for i, word in enumerate(tokens.words):
        if stack:
            quoted[i] = stack[-1][0]
            if i - stack[0][0] > LONGEST_QUOTE:
                _abandon(tokens, stack, i)
        if word == "\n":
            _abandon(tokens, stack, i)
        elif word in MARKS:
            _mark(tokens, stack, i, word)
    _abandon(tokens, stack, len(tokens.words))


def _mark(tokens: Tokens, stack: list[tuple[int, str]], i: int, word: str) -> None:
    if word in _STRAIGHT:
        glued = i > 0 and tokens.words[i - 1] in _CLITICS and tokens.ends[i - 1] == tokens.starts[i]
        before = glued or i == 0 or tokens.ends[i - 1] < tokens.starts[i] or tokens.words[i - 1] in ("(", ":", "،")
        after = i + 1 == len(tokens.words) or tokens.starts[i + 1] > tokens.ends[i] or tokens.words[i + 1] in _PAUSES
        said = tokens.words[i - 1] if i else ""
        if before == after and (said in (":", "ان", "انه", "انها", "بان") or said in forms()):
            after, before = False, True  # after a cue it opens, whatever the blanks
        opened = next((n for n in range(len(stack) - 1, -1, -1) if stack[n][1] in _STRAIGHT), None)
        opens = opened is None if before == after else before and not after
        if opened is not None and opens and before == after:
            opens = False
        if opens and opened is not None and tokens.words[i - 1] in ("،", ":", ".", "؛"):
            _abandon(tokens, stack, i)
        if opens or opened is None:
            stack.append((i, word))
        else:
            _close(tokens, stack, i, opened)
        return
    closers = [n for n in range(len(stack)) if _OPEN.get(stack[n][1]) == word or {stack[n][1], word} <= {"“", "”"}]
    if word in _CLOSE or (closers and word == "“"):
        if closers:
            _close(tokens, stack, i, closers[-1])
        elif word == "”" or word == "»":
            stack.append((i, word))  # mirrored or typed with one mark for both
    elif word in _OPEN:
        stack.append((i, word))


def _close(tokens: Tokens, stack: list[tuple[int, str]], i: int, n: int) -> None:
    tokens.closing[stack[n][0]] = i
    tokens.quoted[i] = stack[n][0]
    for start, _ in stack[n + 1 :]:  # opened inside and never closed
        tokens.closing[start] = i
        tokens.unclosed.add(start)
    del stack[n:]


def _abandon(tokens: Tokens, stack: list[tuple[int, str]], end: int) -> None:
    for start, _ in stack:
        tokens.closing[start] = end
        tokens.unclosed.add(start)
        for k in range(start + 1, min(end + 1, len(tokens.words))):
            if tokens.quoted[k] == start:
                tokens.quoted[k] = -1
    stack.clear()
