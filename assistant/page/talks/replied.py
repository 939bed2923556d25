"""A reply as the chat shows it: the answer, or why there is none, with what can be said of it and asked next."""

from __future__ import annotations

from assistant.conversations import Outcome, Turn
from assistant.page import wording as page_wording
from assistant.page.answer_markup import answer_markup, notice_markup
from assistant.page.escaping import plain
from assistant.page.reader import ARABIC, Reader
from assistant.page.talks import wording
from assistant.page.talks.judging import answer_judging


def replied_markup(turn: Turn, reader: Reader = ARABIC) -> str:
    """What became of the question of `turn`, as HTML on one line. A question still being answered is not for this."""
    if turn.outcome is Outcome.FAILED:
        return notice_markup(reader.say(page_wording.FAILED)) + _tools(turn, reader)
    if turn.outcome is Outcome.ANSWERED and turn.answer:
        return answer_markup(turn.answer, turn.number, reader=reader) + _tools(turn, reader)
    begun = turn.answer if turn.answer and turn.answer.text.strip() else None
    said = answer_markup(begun, turn.number, complete=False, reader=reader) if begun else ""
    why = wording.STOPPED if turn.outcome is Outcome.STOPPED else wording.CUT_OFF
    return said + notice_markup(reader.say(why)) + _tools(turn, reader)


def suggestions_markup(turn: Turn, reader: Reader = ARABIC) -> str:
    """The questions that the answer of `turn` leads to, as buttons; empty if there are none."""
    suggested = turn.answer.suggestions if turn.answer and turn.outcome is Outcome.ANSWERED else ()
    if not suggested:
        return ""
    buttons = "".join(
        f'<button type="button" class="act suggestion" name="suggest" value="{turn.number}:{place}">'
        f"{plain(question)}</button>"
        for place, question in enumerate(suggested)
    )
    return f'<div class="next"><div class="heading">{plain(reader.say(wording.NEXT))}</div>{buttons}</div>'


def _tools(turn: Turn, reader: Reader) -> str:
    retry = (
        f'<button type="button" class="act" name="retry" value="{turn.number}">{plain(reader.say(wording.RETRY))}'
        "</button>"
    )
    judging = answer_judging(turn, reader) if turn.outcome is Outcome.ANSWERED else ""
    return f'<div class="tools">{judging}{retry}</div>'
