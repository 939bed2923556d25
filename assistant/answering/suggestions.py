"""Questions to ask next, drawn from what was just cited, so that the articles at hand can answer them.

Each is made of what the records hold: the place, the medium or the day of the statement cited, other statements of its
speaker, other speakers on the subject or in the same articles. Nothing is searched for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from assistant.answering.wider.inquiry import Inquiry
from assistant.answering.wider.parts import is_she, verb_of
from assistant.answering.wider.search import bare
from assistant.answering.wider.told import Retold
from index.vocabulary import Citation

MOST: Final = 4
"""Suggestions under an answer."""
_LONGEST: Final = 5  # words of a name that reads well in a question
_FEWEST: Final = 3  # statements of a speaker from which there is more to tell of them
_MET: Final = 0.75  # of the subject, by a statement of another speaker: a list of who spoke of it will have it too
_KINDS: Final = frozenset(["person", "organization"])  # of speakers whose other words somebody looks for
_ABOUT: Final = re.compile(r"\s(?:عن|حول|بشأن|بخصوص)\s+(?P<about>(?:[\u0621-\u0652]+\s*){1,5})[؟?.!\s]*$")
_TOLD: Final = frozenset(["who", "what", "stance", "yes_no"])


def suggestions(inquiry: Inquiry, cited: Sequence[Retold], *, refused: bool = False) -> tuple[str, ...]:
    """Up to four questions that go on from an answer that tells the statements `cited`, in its order.

    Where it tells none, whoever speaks in the lines found may be asked for. Nothing leans on a `refused` one.
    """
    around = inquiry.around
    leaning = () if refused else _leaning(inquiry, cited, around)
    made: dict[str, None] = {}
    for one in chain(leaning, _standing(inquiry, cited, around)):
        if one != inquiry.question.asked:
            made[one] = None
        if len(made) == MOST:
            break
    return tuple(made)


def statements_cited(inquiry: Inquiry, citations: Sequence[Citation]) -> list[Retold]:
    """The statements that a plain answer's `citations` are of, in their order."""
    around = {(one.article.id, one.hit.statement.content): one for one in inquiry.around}
    found = (around.get((one.article_id, one.statement.content)) for one in citations if one.statement)
    return [one for one in found if one]


def _leaning(inquiry: Inquiry, cited: Sequence[Retold], around: Sequence[Retold]) -> Iterator[str]:
    """Follow-ups on the one statement that was told: where, when, who answered."""
    asked = inquiry.question
    # What "that" points at must be plain: one speaker, and a subject.
    if asked.leans or not inquiry.subject or len({one.hit.speaker for one in cited}) != 1:
        return
    first = cited[0]
    she, statement = is_she(first), first.hit.statement
    if asked.kind in _TOLD and (statement.place or statement.medium):
        yield f"وأين {'قالت' if she else 'قال'} ذلك؟"
    if asked.kind in {*_TOLD, "where"} and statement.said_on:
        yield f"ومتى {'قالت' if she else 'قال'} ذلك؟"
    if asked.kind in _TOLD and any(_another(one, first) and one.article.id == first.article.id for one in around):
        yield f"ومن رد {'عليها' if she else 'عليه'}؟"


def _standing(inquiry: Inquiry, cited: Sequence[Retold], around: Sequence[Retold]) -> Iterator[str]:
    """Questions that need no other: who else spoke of the subject, what else somebody said."""
    asked = inquiry.question
    about = _ABOUT.search(asked.asked)
    others = [one for one in around if not cited or _another(one, cited[0])]
    if about and asked.kind in ("what", "stance") and not asked.leans and _met(inquiry, others):
        yield f"من تحدث عن {about['about'].strip()}؟"
    named = {bare(key) for one in asked.speakers for key in one.keys}
    seen: set[str] = set()
    for one in (*cited[:1], *others):
        if bare(one.hit.speaker) in seen or not _has_more(inquiry, one):
            continue
        seen.add(bare(one.hit.speaker))
        if bare(one.hit.speaker) not in named:
            yield _what_said(one, [other for other in (*cited, *around) if not _another(other, one)])
        elif inquiry.subject:
            yield f"ما تصريحات {one.hit.shown}؟"


def _what_said(one: Retold, theirs: Sequence[Retold]) -> str:
    """The question for all they said; without a verb, where those of their statements tell he and she, or neither."""
    told = {is_she(other) for other in theirs if verb_of(other)}
    if one.hit.statement.kind == "person" and len(told) != 1:
        return f"ما تصريحات {one.hit.shown}؟"
    return f"ماذا {'قالت' if is_she(one) else 'قال'} {one.hit.shown}؟"


def _another(one: Retold, other: Retold) -> bool:
    return bare(one.hit.speaker) != bare(other.hit.speaker)


def _met(inquiry: Inquiry, others: Sequence[Retold]) -> bool:
    return bool(inquiry.subject) and any(inquiry.subject.met_by(one) >= _MET for one in others)


def _has_more(inquiry: Inquiry, one: Retold) -> bool:
    kind, words = one.hit.statement.kind, one.hit.shown.split()
    if kind not in _KINDS or len(words) > _LONGEST or any(word.startswith("و") for word in words[1:]):
        return False  # the last: two that spoke together
    if len(words) == 1 and (kind == "person" or words[0].startswith("ال")):
        return False  # one of several of that name, or a word like the court; قطر is a name
    return inquiry.names.quoted(one.hit.speaker) >= _FEWEST
