"""A follow-up made whole: what it takes over from the question that it leans on, and what it puts in its place."""

from __future__ import annotations

from dataclasses import replace

from assistant.understanding.following import refers_to, without_generic
from assistant.understanding.frame import frame
from assistant.understanding.question import Named, Question
from assistant.understanding.typed import read
from index.arabic.analyser import tokens
from index.statements.phrases.heads import is_title
from index.vocabulary import Chip


def joined(own: Question, base: Question) -> Question:
    """The follow-up `own` with speakers, topic, days and outlet of `base` where it has none of its own.

    Whoever answered is none of those named so far, and may have answered later: their words no longer are the question,
    and its days no longer narrow.
    """
    refers = refers_to(own.asked, own.kind)
    nothing = _asks_nothing(own)
    if nothing and (speaker := _names_somebody(own)):  # والوزير؟ asks the same of another
        own, refers = replace(own, people=speaker, topic=()), "topic"
    names_own = any(one.speaker for one in own.people)
    taken_over = () if names_own else base.people
    if refers == "answerer":
        taken_over = tuple(replace(one, speaker=False) for one in base.people)
    own_days = bool(own.since or own.until)
    keeps_days = not own_days and refers != "answerer"
    kind, aspect = (base.kind, base.aspect) if nothing else (own.kind, own.aspect)
    if nothing and names_own and kind == "who":
        kind, aspect = "what", "said"
    elif kind == base.kind and not without_generic(own.topic):  # ومن أيضا؟
        aspect = base.aspect
    search = f"{base.search} {own.asked}"
    return replace(
        own,
        search=search,
        words=tuple(dict.fromkeys(tokens(search))),
        kind=kind,
        aspect=aspect,
        stances=own.stances or (base.stances if refers == "statement" or nothing else ()),
        people=(*own.people, *taken_over),
        topic=_topic(own, base, refers),
        since=own.since if own_days else base.since,
        until=own.until if own_days else base.until,
        period_hard=own.period_hard if own_days else base.period_hard and keeps_days,
        sources=own.sources or base.sources,
        places=tuple(dict.fromkeys((*own.places, *base.places))),
        chips=_chips(own, base, names_own and refers != "answerer", own_days, keeps_days),
        leans=True,
        base=base.base or base.asked,
        refers=refers,
    )


def brings_something(own: Question) -> bool:
    """Whether a follow-up has a topic, a speaker, days or an outlet of its own, for later ones to lean on."""
    return bool(without_generic(own.topic) or own.speakers or own.since or own.until or own.sources)


def _topic(own: Question, base: Question, refers: str) -> tuple[str, ...]:
    mine = without_generic(own.topic)
    if mine and refers in ("speaker", "topic"):
        return mine
    return tuple(dict.fromkeys((*base.topic, *mine)))


def _chips(own: Question, base: Question, names_own: bool, own_days: bool, keeps_days: bool) -> tuple[Chip, ...]:
    kept = [
        chip if chip.kind != "days" or keeps_days else replace(chip, hard=False)
        for chip in base.chips
        if not (chip.kind == "days" and own_days) and not (chip.kind == "person" and names_own)
    ]
    return tuple({chip.id: chip for chip in (*kept, *own.chips)}.values())


def _asks_nothing(own: Question) -> bool:
    """Whether a follow-up has no question of its own: والخبز؟ وماذا عن الغاز؟"""
    typed = read(own.asked)
    parts = frame(typed)
    if parts.asker is None:
        return own.kind == "what" and parts.form is None and not parts.speech
    following = [word.folded for word in typed.words][parts.asker.place + 1 : parts.asker.place + 2]
    return parts.asker.kind == "what" and following in (["عن"], ["علي"], ["about"])


def _names_somebody(own: Question) -> tuple[Named, ...]:
    """Whoever a follow-up without a question names, as speakers: وماكرون؟ والوزير؟ طيب ووزير النقل؟"""
    if own.people:
        return tuple(replace(one, speaker=True) for one in own.people)
    words = [word for word in read(own.asked).words if tokens(word.typed)]
    first = next((n for n, word in enumerate(words) if is_title(word.folded.removeprefix("و"))), None)
    if first is None:
        return ()
    name = " ".join(word.typed for word in words[first:]).removeprefix("و")
    return (Named((), name, name, speaker=True),)
