"""Statements that contradict each other, set side by side and named: who denied, who affirmed, or one person twice."""

from __future__ import annotations

from typing import Final

from assistant.answering.wider.conflict import conflict, denies
from assistant.answering.wider.inquiry import Inquiry, Wider
from assistant.answering.wider.parts import by_whom, by_whom_on_day, told_in_words
from assistant.answering.wider.search import in_order
from assistant.answering.wider.told import Retold, apart
from assistant.answering.wording import day_in_words
from index.store.statements import StatementHit
from prompts import template

_LINES: Final = 12
"""Best lines whose statements are looked at; nothing is searched for."""
_ROOM: Final = 30  # words of each
_KINDS: Final = frozenset(["who", "what", "stance", "yes_no", "which", "why"])


def disagreement(inquiry: Inquiry) -> Wider | None:
    """What contradicts the statement that answers best, beside it; None where nothing found does."""
    if inquiry.question.kind not in _KINDS or not inquiry.ranked:
        return None
    # Nearly every question ends here: none of a dozen statements denies anything.
    lines = inquiry.ranked[:_LINES]
    if not any(said.statement.stance == "deny" for one in lines for said in one.line.said):
        return None
    told = from_lines(inquiry)
    if len(told) < 2 or not any(map(denies, told)):
        return None
    best = [one for one in told if one.hit.statement.content.overlap(inquiry.ranked[0].line.span)]
    pair = next(
        (
            (one, other)
            for one in best
            if one.article.id == inquiry.ranked[0].line.article.id
            for other in told
            if conflict(one, other)
        ),
        None,
    )
    if pair is None:
        return None
    asked = inquiry.question.stances
    one, other = sorted(pair, key=lambda each: bool(asked) and each.hit.statement.stance not in asked)
    if one.hit.speaker == other.hit.speaker and one.day and other.day:
        first, second = in_order(pair)
        assert first.day and second.day
        head = template("disagreement_in_time").fill(
            name=one.hit.shown, first=day_in_words(first.day), second=day_in_words(second.day)
        )
        return told_in_words(inquiry, (first, second), by_whom_on_day, _ROOM, head=head)
    lead = by_whom if one.day == other.day else by_whom_on_day
    return told_in_words(inquiry, (one, other), lead, _ROOM, head=template("disagreement").fill())


def from_lines(inquiry: Inquiry) -> list[Retold]:
    """The statements of the best lines, in their order, each once."""
    found = [
        Retold(StatementHit(0, said.statement, one.line.article, said.person, said.shown))
        for one in inquiry.ranked[:_LINES]
        for said in one.line.said
    ]
    return apart(found)
