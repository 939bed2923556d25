"""How many statements somebody has in the articles, and the nearest of them."""

from __future__ import annotations

import re
from typing import Final

from assistant.answering.wider.inquiry import Inquiry, Wider
from assistant.answering.wider.numbers import STATEMENT, counted
from assistant.answering.wider.parts import on_day, told_in_words
from assistant.answering.wider.search import in_order, keys_of, nearest, newest, total
from assistant.answering.wider.subject import ENOUGH
from assistant.answering.wider.told import apart
from index.arabic.normal import clean, fold
from prompts import template

_SHOWN: Final = 3
_ROOM: Final = 26  # words of each
_LOOKED_AT: Final = 400
_OF_STATEMENTS: Final = re.compile(
    r"\b(?:كم|كام|قداش|قديش|شحال|عدد)\s+(?:عدد\s+)?(?:مره|مرات|تصريح\w*|التصريحات|قول\w*|الاقوال|اقوال)\b"
)


def number(inquiry: Inquiry) -> Wider | None:
    """How often a named speaker is quoted, of a topic where one is named; None where that is not what is asked."""
    asked = inquiry.question
    who = next((one for one in asked.people if one.keys), None)
    if asked.kind != "how_many" or who is None or not _OF_STATEMENTS.search(fold(clean(asked.asked))):
        return None
    keys = keys_of(who)
    if inquiry.subject:
        found = apart(nearest(inquiry, keys, stances=asked.stances, least=ENOUGH, count=_LOOKED_AT))
        every, heading, chosen = len(found), "count_topic", found[:_SHOWN]
    else:
        every, heading = total(inquiry, keys, asked.stances), "count_all"
        chosen = apart(newest(inquiry, keys, stances=asked.stances, count=2 * _SHOWN))[:_SHOWN]
    if not chosen:
        return None
    head = template(heading).fill(name=chosen[0].hit.shown, total=counted(every, STATEMENT))
    return told_in_words(inquiry, in_order(chosen), on_day, _ROOM, head=head)
