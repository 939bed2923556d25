"""Statements in words: the day, who with which verb, the words themselves, the number of the citation, the outlets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from assistant.answering.clauses import Run, runs
from assistant.answering.lines import Line, analysed
from assistant.answering.wider.inquiry import Inquiry, Wider
from assistant.answering.wider.subject import Subject
from assistant.answering.wider.told import Retold
from assistant.answering.wording import cue_words, day_in_words, quoted, speaker
from assistant.citing import cite
from index.arabic.normal import fold
from index.statements.lexicon import forms, given_names
from index.vocabulary import Span
from prompts import template

Lead = Callable[[Retold], str]
"""What stands before the words of a statement."""
_BEGINS: Final = 0.3  # of the subject: what a run counts for that begins the statement
_FILLS: Final = 0.4  # and for the room that it uses
_TORN: Final = 0.15  # and less where it ends inside a clause
_OUTLETS: Final = 5  # named beside a statement that more than one carries


def told_in_words(
    inquiry: Inquiry,
    told: Iterable[Retold],
    lead: Lead,
    room: int,
    *,
    head: str = "",
    first: int = 1,
) -> Wider:
    """`head`, then each statement: its `lead`, at most `room` of its words, and the number of its citation.

    Numbers begin at `first`.
    """
    parts = [head] if head else []
    citations = []
    every = tuple(told)
    for number, one in enumerate(every, start=first):
        line = one.line()
        words = shortened(inquiry.subject, line, room)
        quotation = quoted(one.article, words)
        if words.end < line.span.end and not quotation.endswith("…"):
            quotation += "…"
        parts.append(f"{lead(one)}{quotation} [{number}]{_outlets(one)}")
        citations.append(cite(one.article, line.span, one.hit.statement))
    return Wider("\n\n".join(parts), tuple(citations), every)


def joined(*parts: Wider | str) -> Wider:
    """Several runs of an answer as one; numbers must go on from one to the next."""
    made = [part for part in parts if isinstance(part, Wider)]
    return Wider(
        "\n\n".join(part.text if isinstance(part, Wider) else part for part in parts if part),
        tuple(citation for part in made for citation in part.citations),
        tuple(one for part in made for one in part.told),
    )


def shortened(subject: Subject, line: Line, room: int) -> Span:
    """The whole words of `line`, or of a longer one the run of its clauses that tells most of `subject`.

    The first clauses where it makes no difference: a statement that is told for its speaker is told from its beginning.
    """
    if line.analysed.length <= room:
        return line.span
    whole = sum(subject.weights.values()) or 1.0

    cut = re.match(rf"\s*(?:\S+\s+){{{room - 1}}}\S+", line.text)
    assert cut is not None  # it has more words than that
    torn = Run(Span(line.span.start, line.span.start + cut.end()), 0, 0)

    def worth(run: Run) -> float:
        piece = run.span.of(line.article.text)
        held = set(analysed(piece).words)
        told = sum(weight for word, weight in subject.weights.items() if word in held) / whole
        return told + _BEGINS * (run.first == 0) + _FILLS * len(piece.split()) / room - _TORN * (run is torn)

    return max((*runs(line, room), torn), key=worth).span


def on_day(one: Retold) -> str:
    """``الخميس 5 مايو 2016: أكدت: ``: of one whose name was said."""
    verb = verb_of(one)
    return f"{_day(one)}{verb}: " if verb else f"{_day(one).rstrip('، ')}: "


def by_whom(one: Retold) -> str:
    """``أكدت زهرة إدريس، نائبة: ``."""
    return f"{speaker(one.article, one.said)}: "


def by_whom_on_day(one: Retold) -> str:
    """``أكدت زهرة إدريس، نائبة (الخميس 5 مايو 2016): ``."""
    day = f" ({day_in_words(one.day)})" if one.day else ""
    return f"{speaker(one.article, one.said)}{day}: "


def verb_of(one: Retold) -> str:
    """The article's own verb where it can stand before the words; empty where it is no finite verb."""
    cue = cue_words(one.hit.statement.cue.of(one.article.text))
    form = forms().get(fold(cue))
    return cue if form and form.tense in ("past", "present") and not form.suffix else ""


def is_she(one: Retold) -> bool:
    """Whether a woman, or a body of feminine name, spoke: as the cue tells, else as the name's first word does."""
    form = forms().get(fold(cue_words(one.hit.statement.cue.of(one.article.text))))
    if form is not None and form.tense in ("past", "present") and form.number == "s":
        return form.gender == "f"
    first = one.hit.shown.partition(" ")[0]
    return first.endswith(("ة", "ات")) and fold(first) not in given_names()


def _day(one: Retold) -> str:
    return f"{day_in_words(one.day)}، " if one.day else ""


def _outlets(one: Retold) -> str:
    """The other outlets that carry the words; empty where no other does."""
    own = one.article.source.strip()
    others = list(dict.fromkeys(copy.source.strip() for copy in one.also_in))
    named = [source for source in others if source and source != own][:_OUTLETS]
    return " " + template("also_in_outlets").fill(outlets="، ".join(named)) if named else ""
