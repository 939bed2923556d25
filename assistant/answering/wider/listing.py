"""Who spoke of something: its speakers, the nearest words of each."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from assistant.answering.wider.inquiry import Inquiry, Wider
from assistant.answering.wider.numbers import OF_SPEAKER, SPEAKER, counted
from assistant.answering.wider.parts import by_whom, told_in_words
from assistant.answering.wider.search import nearest
from assistant.answering.wider.told import Retold, apart
from assistant.understanding.asking import asker
from assistant.understanding.typed import read, verb
from prompts import template

MOST: Final = 6
"""Speakers that are told; the heading says how many there are."""
_LEAST: Final = 0.75  # of the subject that a statement holds: there is no speaker to vouch for it
_ROOM: Final = 26  # words of each
_LOOKED_AT: Final = 120
_NOBODY: Final = frozenset(["anonymous", "document"])  # kinds of sources that are no speaker by name
_OF: Final = frozenset("عن علي في حول بشان بخصوص ع".split())
_SPEAKS: Final = frozenset(["تحدث", "علق", "تطرق"])
_WHO_ALL: Final = frozenset(["اللي", "الي", "يلي"])  # مين اللي اتكلم asks for all; من الذي تحدث for one
_CLITIC: Final = re.compile("ع?ال")


def wants(inquiry: Inquiry) -> bool:
    """Whether the speakers on a topic are asked for: من هم الذين, من تحدث عن; not the one who said something."""
    asked = inquiry.question
    if not inquiry.subject or asked.refers == "answerer":
        return False
    if asked.kind == "list":
        return not asked.speakers
    return asked.kind == "who" and not asked.speakers and _speaks_of(asked.asked)


def listing(inquiry: Inquiry) -> Wider | None:
    """The speakers with a statement on the subject; None where they are not asked for, or nobody has one."""
    if not wants(inquiry):
        return None
    stances = inquiry.question.stances
    found = apart(nearest(inquiry, stances=stances, least=_LEAST, count=_LOOKED_AT))
    first: dict[str, Retold] = {}
    spoke = Counter(one.hit.speaker for one in found)
    for one in found:
        if one.hit.statement.kind not in _NOBODY:
            first.setdefault(one.hit.speaker, one)
    chosen = sorted(first.values(), key=lambda one: -spoke[one.hit.speaker])[:MOST]  # who spoke of it most
    if not chosen:
        return None
    heading = "list_stance" if stances else "list"
    every = counted(len(first), OF_SPEAKER if stances else SPEAKER)
    if len(first) > len(chosen):
        head = template(f"{heading}_nearest").fill(total=every, shown=str(len(chosen)))
    else:
        head = template(f"{heading}_all").fill(total=every)
    return told_in_words(inquiry, chosen, by_whom, _ROOM, head=head)


def _speaks_of(asked: str) -> bool:
    """Whether the question is من تحدث عن and what follows, in any dialect: as many may answer as spoke of it."""
    words = [word.folded for word in read(asked).words]
    for n, word in enumerate(words):
        if (one := asker(n, word)) and one.kind == "who":
            after = [other for other in words[n + 1 :] if other not in _WHO_ALL]
            form = verb(after[0]) if len(after) > 1 else None
            of = after[1] if len(after) > 1 else ""
            return form is not None and form.verb.lemma in _SPEAKS and (of in _OF or bool(_CLITIC.match(of[:3])))
    return False
