"""Whether one statement denies what another affirms.

A denial's content stays unnegated in its record (نفى وجود تشققات: وجود تشققات), so the two share their words. They
conflict where most of the denied words stand in an affirmation that is not negated itself. Inside one article that is
enough; across articles both must be of one week, for the same words deny something else a year later. Statements that
stand in each other (A says that B denies) are one. Thresholds: docs/wider.md tells what they let through.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import Final

from assistant.answering.wider.told import Retold
from index.arabic.analyser import tokens
from index.arabic.normal import clean, fold
from index.statements.lexicon import forms

_DENYING: Final = frozenset(["نفى", "أنكر", "كذب", "فند", "دحض"])
"""Verbs that deny a fact; to refuse or to doubt it (رفض, استبعد, شكك) is no denial."""
_AFFIRMING: Final = frozenset(["say", "stress", "announce", "add", "explain", "opine", "accuse"])
_ATTITUDES: Final = frozenset(["عبر", "أعرب", "أبدى", "توقع", "أمل"])
"""Verbs that tell a feeling or a guess: whoever has it affirms nothing that a denial could contradict."""
_SHARED: Final = 0.6
"""Share of the shorter one's words that both have."""
_DENIED: Final = 0.4  # share of the denied words that both have: else a long denial meets every short affirmation
_SHORTEST: Final = 4  # words of an affirmation: of fewer it is a name
_LEAST: Final = 3  # words that both have, in one article
_LEAST_ACROSS: Final = 4  # in two
_WITHIN: Final = dt.timedelta(days=7)
_NEGATED: Final = re.compile(
    r"\b[وفبل]?(?:عدم|لا|لم|لن|ليس|ليست|غير|ما|مجرد|كاذب\w*|اشاع\w*|شايع\w*|مفبرك\w*|نف[يت]\w*|خالي\w*|عار\w*|زيف|بطلان)\b"
)
_RUMOUR: Final = frozenset(
    tokens(
        "اتهام اتهامات الاتهامات وجهت خبر أخبار الأنباء الخبر ما تم تداوله المتداولة راج يروج ترويجه بخصوص بشأن حول"
        " وجود حصول صحة أي كل وسائل الإعلام مواقع التواصل الاجتماعي الالكترونية بعض تناقلته نشر نشرته ورد مفاده"
    )
)


def conflict(one: Retold, other: Retold) -> tuple[Retold, Retold] | None:
    """The one that denies and the one that affirms, where two statements conflict; else None."""
    if denies(one) == denies(other):
        return None
    no, yes = (one, other) if denies(one) else (other, one)
    if yes.hit.statement.stance not in _AFFIRMING or _NEGATED.search(fold(clean(yes.hit.content))):
        return None
    if _lemma(yes.hit.statement.cue.of(yes.article.text)) in _ATTITUDES:
        return None
    together = no.article.id == yes.article.id
    if (together and _nested(no, yes)) or (no.hit.speaker == yes.hit.speaker and no.day == yes.day):
        return None
    denied, affirmed = no.words - _RUMOUR, yes.words - _RUMOUR
    shared = len(denied & affirmed)
    if len(affirmed) < _SHORTEST or shared < (_LEAST if together else _LEAST_ACROSS):
        return None
    if shared < _SHARED * min(len(denied), len(affirmed)) or shared < _DENIED * len(denied):
        return None
    if not together and (no.day is None or yes.day is None or abs(no.day - yes.day) > _WITHIN):
        return None
    return no, yes


def first_conflict(told: Iterable[Retold]) -> tuple[Retold, Retold] | None:
    """The first two of `told`, best first, that conflict: who denies, who affirms."""
    every = tuple(told)
    against = [one for one in every if denies(one)]
    pairs = sorted(product(range(len(against)), range(len(every))), key=sum)
    return next((found for a, b in pairs if (found := conflict(against[a], every[b]))), None)


def denies(one: Retold) -> bool:
    """Whether a statement denies a fact by its verb."""
    statement = one.hit.statement
    return statement.stance == "deny" and _lemma(statement.cue.of(one.article.text)) in _DENYING


def _nested(one: Retold, other: Retold) -> bool:
    """Whether one stands in the other's words: A says that B denies is one statement, read twice."""
    a, b = one.hit.statement, other.hit.statement
    return bool(a.content.overlap(b.content) or b.content.overlap(a.cue) or a.content.overlap(b.cue))


@cache
def _lemma(cue: str) -> str:
    return next((form.verb.lemma for word in fold(cue).split() if (form := forms().get(word))), "")
