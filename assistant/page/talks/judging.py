"""The buttons with which a reader says what is right or wrong: of an answer, and of each of its sources.

Buttons name what they do (``name``) and to what (``value``), since the chat's sanitiser keeps no more than that;
``talks.js`` tells screen readers which are pressed.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.conversations import Turn
from assistant.conversations.record import ON_SOURCE
from assistant.page.escaping import plain
from assistant.page.reader import ARABIC, Reader
from assistant.page.talks import wording


def answer_judging(turn: Turn, reader: Reader = ARABIC) -> str:
    """The buttons under the answer of `turn`; none before there is one."""
    if turn.answer is None:
        return ""
    given, refused = turn.said_of(0), turn.answer.refused
    right = wording.RIGHT_REFUSAL if refused else wording.VERDICTS["right"]
    wrong = "wrong_refusal" if refused else "wrong"
    buttons = _button(turn.number, 0, "right", reader.say(right), given)
    buttons += _button(turn.number, 0, wrong, reader.say(wording.VERDICTS[wrong]), given)
    return f'<span class="judging" role="group" title="{plain(reader.say(wording.JUDGE))}">{buttons}</span>'


def source_judging(turn: Turn, number: int, reader: Reader = ARABIC) -> str:
    """The buttons in the footer of the card of citation `number` of `turn`."""
    given = turn.said_of(number)
    buttons = (_button(turn.number, number, one, reader.say(wording.VERDICTS[one]), given) for one in ON_SOURCE)
    return f'<span class="judging" role="group">{"".join(buttons)}</span>'


def _button(turn: int, source: int, verdict: str, label: str, given: Sequence[str]) -> str:
    pressed = " on" if verdict in given else ""
    return (
        f'<button type="button" class="act judge {verdict}{pressed}" name="judge" '
        f'value="{turn}:{source}:{verdict}">{plain(label)}</button>'
    )
