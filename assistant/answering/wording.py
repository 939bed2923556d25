"""How an answer words what the records hold: who, with which verb; where and in what; on which day; and the words.

Nothing here says more than the record: names, roles, verbs, places are the article's, days in words are ours.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from assistant.answering.lines import Said
from index.arabic.normal import fold
from index.statements.lexicon import forms
from index.vocabulary import Article, Span

_MONTHS: Final = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
_WEEKDAYS: Final = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()
_NUMBERED: Final = re.compile(r"\[(?=\d+\])")
_TIDY: Final = re.compile(r"^[\s،؛:.\-–]+|[\s،؛:\-–]+$")
_LONGEST_NAME: Final = 8  # words; a longer mention is a description
_UNSAID: Final = frozenset({"say", "relay"})
"""Stances that a speaker's name and a colon express already."""


def day_in_words(day: dt.date) -> str:
    """``الخميس 5 مايو 2016``."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def quoted(article: Article, span: Span) -> str:
    """The words of `span` in quotation marks, on one line, and … after them where their clause goes on.

    The marks are “ ” around words that have « » of their own.
    """
    words = span.of(article.text)
    bare = _TIDY.sub("", words)
    # An article's own "[1]" must not pass for one of ours: an invisible word joiner tells them apart.
    bare = _NUMBERED.sub("[\u2060", " ".join(bare.split()))
    whole = (
        bare.strip('"«»“”')
        if bare[:1] in '"«“' and bare[-1:] in '"»”' and len(re.findall('["«»“”]', bare)) == 2
        else bare
    )
    opening, closing = ("“", "”") if re.search("[«»]", whole) else ("«", "»")
    following = article.text[span.end :].lstrip(" \xa0")[:1]
    return f"{opening}{whole}{closing}{'…' if following.isalnum() and whole[-1:] not in '.!؟…' else ''}"


def speaker(article: Article, said: Said, *, introduced: bool = False) -> str:
    """The speaker as the answer begins with: ``أكدت زهرة إدريس، نائبة``, or ``زهرة إدريس، نائبة، داعية``.

    Already `introduced`, without the role.
    """
    one = said.statement
    cue = cue_words(one.cue.of(article.text))
    name = _name(article, said)
    role = " ".join(one.role.split())
    if introduced or not role or _holds(name, role):
        role = ""
    elif _holds(role, name):
        name, role = role, ""
    role = role and f"، {role}"
    form = forms().get(fold(cue))
    if form is not None and form.tense in ("past", "present") and not form.suffix:
        return f"{cue} {name}{role}"
    if form is not None and form.tense == "participle" and one.stance not in _UNSAID:
        return f"{name}{role}، {cue}"
    return f"{name}{role}"


def _name(article: Article, said: Said) -> str:
    """The speaker's name as the article has it; the catalogue's, where that is fuller."""
    one = said.statement
    own = " ".join(one.speaker.split())
    mention = " ".join(one.mention.of(article.text).split()) if one.mention else ""
    if one.kind != "person" and _holds(mention, own) and len(mention.split()) <= _LONGEST_NAME:
        own = mention
    return said.shown if len(said.shown.split()) > len(own.split()) else own


def cue_words(text: str) -> str:
    """A cue's words without a conjunction written to them.

    >>> cue_words("وأكدت"), cue_words("وفق ما ذكرته")
    ('أكدت', 'وفق ما ذكرته')
    """
    words = " ".join(text.split())
    form = forms().get(fold(words))
    return words[1:] if form is not None and form.joined else words


def _holds(whole: str, part: str) -> bool:
    """Whether a run of the words of `whole` are those of `part`, whatever marks stand between them."""
    held, wanted = (" ".join(re.findall(r"\w+", fold(text))) for text in (whole, part))
    return bool(wanted) and f" {wanted} " in f" {held} "
