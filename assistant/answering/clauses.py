"""The runs of whole clauses that a long sentence can be cut to.

A clause begins after a comma, a semicolon or a colon, at brackets and quotation marks, and at words that begin one:
connectives (حيث, بسبب, مما), و with a reporting verb (وأضاف), the participle that goes on reporting (مؤكدا). The verbs
are those of index/statements/lexicon.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.answering.lines import Line
from index.arabic.normal import clean, fold
from index.statements.lexicon import forms
from index.vocabulary import Span

_MARK: Final = re.compile(r"(?<=[،؛])\s*|(?<=:)\s+|(?<=[»”])\s+|\s+(?=[«“])")
_OPENING: Final = frozenset(
    fold(word)
    for word in (
        "حيث فيما كما لكن ولكن وذلك بسبب نظرا جراء نتيجة بينما إذ بل وقد وكان وكانت مما بما لأن لأنه لأنها وأن وأنه "
        "وأنها وإن وإنه وإنها وبأن مفادها إضافة خاصة لاسيما علما باعتبار باعتبارها باعتباره ليصل لتصل ليبلغ لتبلغ "
        "وسيتم وتم ويتم حتى بهدف قصد وسط منها وهو وهي وليس ولم ولا ولن بعدما مقابل"
    ).split()
)
_OPENING_PAIRS: Final = frozenset(
    tuple(fold(pair).split())
    for pair in (
        *("في حين", "غير أن", "إلا أن", "قبل أن", "بعد أن", "على أن", "من أجل", "إلى جانب", "من بينها", "من بينهم"),
        *("من شأنه", "من شأنها", "لا سيما", "على غرار"),
    )
)
# Of a clause that is longer than its room the first words are told: not up to a word that only leads to the next.
_DANGLING: Final = frozenset(
    fold(word)
    for word in (
        "في من إلى على عن مع بين عند لدى منذ حتى خلال حول ضد نحو دون عبر قبل بعد أن إن بأن التي الذي الذين قد تم يتم "
        "لم لن لا ما أو ثم كل بعض هذا هذه غير وفق حسب بشأن وفي ومن وعلى وعن وإلى ومع و"
    ).split()
)
_WORD: Final = re.compile(r"\S+")
_LEAST: Final = 3  # words; a shorter clause belongs to the one before


@dataclass(frozen=True, slots=True)
class Run:
    """Clauses `first` to `last` of a line (counted from 0), as a `span` of the article."""

    span: Span
    first: int
    last: int


def runs(line: Line, room: int) -> list[Run]:
    """Every run of whole clauses of `line` that has at most `room` words; of a longer clause its first words."""
    text, start = line.text, line.span.start
    words = [match.span() for match in _WORD.finditer(text)]
    begins, ends = [begin for begin, _ in words], [end for _, end in words]
    # Of each clause where it begins and ends, and its words (those that stand in it wholly or in part).
    clauses = [
        (begin, begin + len(text[begin:end].rstrip()), bisect_right(ends, begin), bisect_left(begins, end))
        for begin, end in _clauses(text, words)
    ]
    found = []
    for first, (begin, _, word, _) in enumerate(clauses):
        for last in range(first, len(clauses)):
            _, end, _, after = clauses[last]
            if after - word > room:
                if last == first:
                    found.append(
                        Run(Span(start + begin, start + _untorn(text, words[word : word + room])), first, last)
                    )
                break
            found.append(Run(Span(start + begin, start + end), first, last))
    return found


def _clauses(text: str, words: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence of these `words`, as offsets into it."""
    cuts = {cut.end() for cut in _MARK.finditer(text)}
    begins, ends = [begin for begin, _ in words], [end for _, end in words]
    plain = [_plain(text[begin:end]) for begin, end in words]
    for begin, one, following in zip(begins, plain, [*plain[1:], ""], strict=True):
        if one in _OPENING or (one, following) in _OPENING_PAIRS or _reports(one):
            cuts.add(begin)
    begin = 0
    for end in (*sorted(cut for cut in cuts if 0 < cut < len(text)), len(text)):
        here = bisect_left(begins, end) - bisect_right(ends, begin)
        rest = len(words) - bisect_right(ends, end)
        if here >= _LEAST and (rest >= _LEAST or end == len(text)):
            yield begin, end
            begin = end
    if text[begin:].strip():
        yield begin, len(text)


def _untorn(text: str, words: Sequence[tuple[int, int]]) -> int:
    """Where these first words of a clause end, without those that only lead to the next; at least one is left."""
    kept = len(words)
    while kept > 1 and _plain(text[slice(*words[kept - 1])]) in _DANGLING:
        kept -= 1
    return words[kept - 1][1]


@lru_cache(maxsize=1 << 15)
def _plain(word: str) -> str:
    return fold(clean(word))


@lru_cache(maxsize=1 << 15)
def _reports(word: str) -> bool:
    """Whether a folded word goes on reporting: وأضاف, مؤكدا."""
    form = forms().get(word)
    return form is not None and (form.joined or (form.tense == "participle" and word.endswith(("ا", "ه", "ين"))))
