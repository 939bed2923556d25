"""What somebody said, in the order of time: their newest statements, or those nearest to the topic asked about."""

from __future__ import annotations

from typing import Final

from assistant.answering.wider.inquiry import Inquiry, Wider
from assistant.answering.wider.numbers import STATEMENT, counted
from assistant.answering.wider.parts import on_day, told_in_words
from assistant.answering.wider.search import in_order, keys_of, nearest, newest, total
from assistant.answering.wider.subject import ENOUGH
from assistant.answering.wider.told import Retold, apart
from assistant.understanding.question import Named
from prompts import template

MOST: Final = 8
"""Statements that are told; the heading says how many there are."""
_PER_ARTICLE: Final = 2  # so that one long interview does not fill it
_ROOM: Final = 24  # words of each
_READ: Final = 40  # newest statements that those told are chosen from
_WITHOUT_TOPIC: Final = frozenset(["what", "which", "list", "timeline", "stance"])


def wants(inquiry: Inquiry) -> Named | None:
    """Whose statements in time are asked for, None where the question asks for something else."""
    asked = inquiry.question
    who = next((one for one in asked.speakers if one.keys), None) or _alone(inquiry)
    if who is None:
        return None
    if asked.leans and asked.refers == "speaker" and not inquiry.subject:
        return who  # what else they said
    if asked.kind == "timeline" or (asked.kind == "list" and len(asked.speakers) == 1):
        return who
    return who if asked.kind in _WITHOUT_TOPIC and not inquiry.subject and not asked.leans else None


def timeline(inquiry: Inquiry) -> Wider | None:
    """Their statements in time; None where none are asked for, or there are none."""
    if (who := wants(inquiry)) is None:
        return None
    keys, stances = keys_of(who), inquiry.question.stances
    if inquiry.subject:
        found = apart(nearest(inquiry, keys, stances=stances, least=ENOUGH))
        heading, chosen, every = "timeline_topic", apart(found, per_article=_PER_ARTICLE)[:MOST], len(found)
    else:
        shown = MOST if inquiry.question.leans else 0  # by the answer before
        found = apart(newest(inquiry, keys, stances=stances, count=_READ), per_article=_PER_ARTICLE)
        chosen = found[shown : shown + MOST]
        heading, every = "timeline", total(inquiry, keys, stances)
        if shown and chosen:
            head = template("timeline_before").fill(name=chosen[0].hit.shown)
            return told_in_words(inquiry, in_order(chosen), on_day, _ROOM, head=head)
    if not chosen:
        return None
    return told_in_words(inquiry, in_order(chosen), on_day, _ROOM, head=_head(heading, chosen, every))


def _alone(inquiry: Inquiry) -> Named | None:
    """The one known person of a question about saying that has no subject: What did Ghannouchi say?"""
    known = [one for one in inquiry.question.people if one.keys]
    return known[0] if len(known) == 1 and inquiry.question.aspect == "said" and not inquiry.subject else None


def _head(heading: str, chosen: list[Retold], every: int) -> str:
    name, said = chosen[0].hit.shown, counted(every, STATEMENT)
    if every <= len(chosen):
        said = counted(len(chosen), STATEMENT)
        return template(f"{heading}_all").fill(name=name, total=said)
    named = heading if heading == "timeline_topic" else "timeline_newest"
    return template(named).fill(name=name, total=said, shown=str(len(chosen)))
