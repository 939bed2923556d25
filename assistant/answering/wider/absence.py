"""What a refusal says beyond no: that this speaker said nothing of it, and what is nearest; or that nobody said so."""

from __future__ import annotations

from typing import Final

from assistant.answering.lines import analysed
from assistant.answering.wider.inquiry import Inquiry, Wider
from assistant.answering.wider.parts import on_day, told_in_words
from assistant.answering.wider.search import keys_of, nearest
from assistant.answering.wider.told import apart
from index.people.keys import words as key_words
from index.statements.lexicon import given_names
from index.store import statements
from prompts import template

_NEAREST: Final = 2  # statements of the speaker that are told instead
_ROOM: Final = 26  # words of each
_SOME: Final = 0.25  # of the subject
_TELLING: Final = 3  # words of a subject from which a share of it tells something
_SAYING: Final = frozenset(["what", "stance", "yes_no", "timeline", "list", "where", "when", "why", "how"])


def absence(inquiry: Inquiry) -> Wider | None:
    """A refusal that names what was looked for among the statements; None where nothing of that kind was asked."""
    asked = inquiry.question
    who = next((one for one in asked.speakers if one.keys), None)
    if who is not None and asked.kind in _SAYING:
        return _of_speaker(inquiry, keys_of(who), who.shown)
    if name := unknown_speaker(inquiry):
        return _refused(template("refusal_speaker_unknown").fill(name=name))
    if asked.kind == "who" and asked.aspect == "said" and not asked.leans:
        return _nobody(inquiry)
    return None


def unsaid(inquiry: Inquiry) -> Wider | None:
    """The refusal to "who said" where no statement has even some of the subject; for answers that are not quite sure.

    Each of the 64 answerable development questions for who said has a statement that meets it by .3 at least.
    """
    asked = inquiry.question
    if asked.kind != "who" or asked.aspect != "said" or asked.leans or len(inquiry.subject.words) < _TELLING:
        return None
    return None if any(one.meets >= _SOME for one in nearest(inquiry)) else _nobody(inquiry)


def _nobody(inquiry: Inquiry) -> Wider | None:
    every = sum(n for _, n in statements.count_by(inquiry.store.catalogue, "type", inquiry.narrowed()))
    return _refused(template("refusal_nobody").fill(total=f"{every:,}")) if every else None


def unknown_speaker(inquiry: Inquiry) -> str:
    """The name of the speaker asked about, where no article of those found has it; empty for others.

    Of the names that the catalogue does not know only those count that begin with a given name: other words where a
    speaker stands may be a description.
    """
    asked = inquiry.question
    if asked.leans or asked.kind not in _SAYING or any(one.keys for one in asked.people):
        return ""
    for one in asked.speakers:
        words = key_words(one.words)
        if len(words) > 1 and (words[0] in given_names() or f"ال{words[0]}" in given_names()):
            surname = analysed(one.words).words[-1:]
            if surname and not any(surname[0] in line.line.analysed.words for line in inquiry.ranked):
                return one.words
    return ""


def stranger(inquiry: Inquiry) -> Wider | None:
    """The refusal to a question for the words of somebody whom no article names; None for others."""
    name = unknown_speaker(inquiry)
    return _refused(template("refusal_speaker_unknown").fill(name=name)) if name else None


def _of_speaker(inquiry: Inquiry, keys: tuple[str, ...], name: str) -> Wider | None:
    found = apart(nearest(inquiry, keys))
    if not found:
        return None
    near = template("refusal_speaker_nearest").fill(name=name)
    made = told_in_words(inquiry, found[:_NEAREST], on_day, _ROOM, head=near)
    reason = template("refusal_speaker_topic").fill(name=name)
    return Wider(f"{reason}\n\n{made.text}", made.citations, made.told, refused=True, reason=reason)


def _refused(reason: str) -> Wider:
    return Wider(reason, (), (), refused=True, reason=reason)
