"""Whether somebody said it, or denied it: their nearest statement with its stance first, and its words.

The answer is the stance and the words, for the reader to judge; نعم is said only where a denial is asked about and the
statement is a denial of nearly all that the question names. لا is never said: that no article tells it proves nothing.
"""

from __future__ import annotations

from typing import Final

from assistant.answering.wider.absence import absence
from assistant.answering.wider.inquiry import Inquiry, Wider
from assistant.answering.wider.parts import by_whom_on_day, told_in_words
from assistant.answering.wider.search import keys_of, nearest
from assistant.answering.wider.subject import ENOUGH
from assistant.answering.wider.told import apart
from prompts import template

_PLAIN: Final = 0.75
"""Share of the subject from which a statement of the stance asked about confirms it."""
_MOST: Final = 2
_ROOM: Final = 36  # words of each
_NOUNS: Final = {
    "deny": "نفي",
    "stress": "تأكيد",
    "announce": "إعلان",
    "demand": "مطالبة",
    "accuse": "انتقاد",
    "warn": "تحذير",
    "commit": "تعهّد",
    "praise": "ترحيب",
}
_CONFIRMABLE: Final = frozenset(["deny", "announce", "demand", "warn", "commit"])
"""Stances that the article's verb carries plainly; whoever stresses may be asked about a nuance of the words."""


def confirmation(inquiry: Inquiry) -> Wider | None:
    """What a named speaker said of what the question asks about; None where that is not what it asks."""
    asked = inquiry.question
    who = next((one for one in asked.speakers if one.keys), None)
    if asked.kind != "yes_no" or who is None or not inquiry.subject:
        return None
    keys = keys_of(who)
    found = apart(nearest(inquiry, keys, least=ENOUGH))
    if not found:
        return absence(inquiry)
    wanted = [one for one in found if one.hit.statement.stance in asked.stances]
    if asked.stances and not wanted:
        noun = _NOUNS.get(asked.stances[0])
        head = template("stance_not_found").fill(name=found[0].hit.shown, stance=noun) if noun else ""
        return told_in_words(inquiry, found[:_MOST], by_whom_on_day, _ROOM, head=head)
    # What denies beside what affirms is told as well: the reader asked whether.
    chosen = (wanted or found)[:1]
    denies = chosen[0].hit.statement.stance == "deny"
    chosen += [one for one in found if (one.hit.statement.stance == "deny") != denies and one.meets >= _PLAIN][:1]
    best = chosen[0]
    plainly = bool(wanted) and best.hit.statement.stance in _CONFIRMABLE and best.meets >= _PLAIN
    made = told_in_words(inquiry, chosen, by_whom_on_day, _ROOM)
    return Wider(f"نعم، {made.text}", made.citations, made.told) if plainly else made
