"""The words of a long line that answer: a run of whole clauses, no longer than there is room for.

News sentences run to fifty words and more; the words asked for stand in one or two of their clauses. Each run that fits
is weighed by what it holds (conditional logit, as in :mod:`assistant.answering.ranking`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.answering.lines import Line, analysed
from assistant.answering.signals import GROUPS, group
from assistant.answering.weights import weights
from assistant.understanding import Question
from index.vocabulary import Span

PLAIN: Final = (
    *("coverage", "share of the line's", "length", "filled", "new words", "begins the line", "ends the line"),
    *("begins a statement", "in a statement", "cue", "torn quotation"),
)
BY_KIND: Final = (
    *("begins the line", "begins a statement", "in a statement", "cue", "coverage", "ends the line", "figure", "day"),
    *("scene", "reason"),
)
NAMES: Final = (*PLAIN, *(f"{name} ({one})" for one in GROUPS for name in BY_KIND))
"""What the columns of :func:`signals` mean; the last ones count for one group of kinds each."""

# After these marks, and before these words, a clause begins.
_CLAUSE: Final = re.compile(
    r"(?<=[،؛])\s*|(?<=:)\s+"
    r"|\s+(?=(?:مؤكد|مشير|مضيف|معتبر|موضح|مشدد|لافت|داعي|محذر|مبين|معلن|نافي|قائل|متهم|مبرز|معرب|معبر|كاشف|مطالب|منوه|متوقع)"
    r"[اةًاً]*\s)"
    r"|\s+(?=(?:و[أا]ضاف|و[أا]كد|و[أا]شار|و[أا]وضح|وقال|حيث|في حين|فيما|كما|لكن|غير [أا]ن|وذلك|قبل [أا]ن|بعد [أا]ن"
    r"|على [أا]ن|من [أا]جل|بسبب|نظر[اًا]|جراء|نتيجة)\w*\s)"
    r"|\s+(?=و[أا]ن\w*\s)"
)
_LEAST: Final = 3  # words; a shorter clause belongs to the one before
_FILLED: Final = 0.6  # of the room
_FIGURE: Final = re.compile(r"[0-9٠-٩۰-۹]|مليون|مليار|[أا]لف|عشر|ثلاث|[أا]ربع|خمس|ست[ةه]|سبع|ثمان|تسع")
_DAY: Final = re.compile(
    r"[0-9٠-٩]|[أا]مس|اليوم|غد[اًا]|الا?[إا]ثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمع[ةه]|السبت|ال[أا]حد|سنة|عام"
)
_SCENE: Final = re.compile(
    r"خلال|لدى|هامش|عقب|إثر|اثر|برنامج|ضيف|بلاغ|بيان|تصريح|مؤتمر|ندوة|لقاء|صحيفة|قناة|إذاعة|موقع|وكالة|قصر|مدينة"
)
_REASON: Final = re.compile(r"بسبب|نظر[اًا]|جراء|نتيجة|من [أا]جل|بهدف|حتى|ل[أا]ن|كي|بالنظر|على خلفية|يعود|إثر|اثر")
_OPENING: Final = re.compile("[«“]")
_CLOSING: Final = re.compile("[»”]")


@dataclass(frozen=True, slots=True)
class Run:
    """Clauses `first` to `last` of a line (counted from 0), as a `span` of the article."""

    span: Span
    first: int
    last: int


def excerpt(question: Question, rarity: Mapping[str, float], line: Line, room: int) -> Span:
    """The words of `line` that answer, at most `room` of them: the whole line where it fits."""
    if line.analysed.length <= room:
        return line.span
    found = runs(line, room)
    scores = signals(question, rarity, line, found, room) @ weights("excerpt", NAMES)
    return found[int(np.argmax(scores))].span


def runs(line: Line, room: int) -> list[Run]:
    """Every run of whole clauses of `line` that has at most `room` words; of a longer clause its first words."""
    text, start = line.text, line.span.start
    clauses = list(_clauses(text))
    found = []
    for first, (begin, _) in enumerate(clauses):
        for last in range(first, len(clauses)):
            end = clauses[last][1]
            if len(text[begin:end].split()) > room:
                if last == first:
                    cut = re.match(rf"\s*(?:\S+\s+){{{room - 1}}}\S+", text[begin:end])
                    assert cut is not None  # it has more words than that
                    found.append(Run(Span(start + begin, start + begin + cut.end()), first, last))
                break
            found.append(Run(Span(start + begin, start + begin + len(text[begin:end].rstrip())), first, last))
    return found


def signals(
    question: Question, rarity: Mapping[str, float], line: Line, found: Sequence[Run], room: int
) -> NDArray[np.float64]:
    """The signals (n, len(NAMES)) of the runs `found` of `line`."""
    text, whole = line.article.text, sum(rarity.values()) or 1.0
    in_line = sum(weight for word, weight in rarity.items() if word in line.analysed.words) / whole or 1.0
    kind = group(question)
    last = max((run.last for run in found), default=0)
    rows = []
    for run in found:
        piece, span = run.span.of(text), run.span
        words = set(analysed(piece).words)
        length = len(piece.split())
        coverage = sum(weight for word, weight in rarity.items() if word in words) / whole
        held = {
            "coverage": coverage,
            "share of the line's": coverage / in_line,
            "length": length / room,
            "filled": length >= _FILLED * room,
            "new words": len(words - rarity.keys()) / 20,
            "begins the line": run.first == 0,
            "ends the line": run.last == last,
            "begins a statement": any(abs(span.start - one.statement.content.start) < 4 for one in line.said),
            "in a statement": max((one.statement.content.overlap(span) / len(span) for one in line.said), default=0.0),
            "cue": any(span.start - 2 <= one.statement.cue.start < span.end for one in line.said),
            "torn quotation": len(_OPENING.findall(piece)) != len(_CLOSING.findall(piece)) or piece.count('"') % 2,
            "figure": bool(_FIGURE.search(piece)),
            "day": bool(_DAY.search(piece)),
            "scene": bool(_SCENE.search(piece)),
            "reason": bool(_REASON.search(piece)),
        }
        special = [float(held[name]) * (kind == one) for one in GROUPS for name in BY_KIND]
        rows.append([*(float(held[name]) for name in PLAIN), *special])
    return np.array(rows).reshape(len(found), len(NAMES))


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence, as offsets into it."""
    cuts = [0, *(cut.end() for cut in _CLAUSE.finditer(text) if cut.end()), len(text)]
    begin = 0
    for end in cuts[1:]:
        rest = len(text[end:].split())
        if len(text[begin:end].split()) >= _LEAST and (rest >= _LEAST or end == len(text)):
            yield begin, end
            begin = end
    if begin < len(text) and text[begin:].strip():
        yield begin, len(text)
