"""Reading a question: one pass over its words, then what it leans on in the conversation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from assistant.understanding.days import Days
from assistant.understanding.following import leans_back
from assistant.understanding.frame import Frame, frame
from assistant.understanding.gazetteer import Gazetteer
from assistant.understanding.joining import brings_something, joined
from assistant.understanding.kinds import kind_of
from assistant.understanding.lexicon import words as words_of
from assistant.understanding.naming import people
from assistant.understanding.outlets import OutletNamed, outlet
from assistant.understanding.periods import Period, explicit
from assistant.understanding.places import places_in
from assistant.understanding.question import Named, Question
from assistant.understanding.relative import relative
from assistant.understanding.talk import small_talk
from assistant.understanding.typed import Typed, read
from index.arabic.analyser import tokens
from index.arabic.normal import fold
from index.vocabulary import Chip

_TALK: Final = ("greeting", "off_topic")
_NOBODY: Final = Gazetteer()
_PLAIN: Final = frozenset(["say", "add", "relay"])
_BEFORE, _AFTER = 1, 7  # days: a report is printed some days after what it reports, and dated before at most one
_CHIPS: Final = 3  # people of one surname that are told of
_ARCHIVE: Final = frozenset(fold(word) for word in "مقالات أخبار تصريحات المنشورة الصادرة نشرت نشر".split())
_DOMINATES: Final = 5  # times as many statements: the one whom a surname means
_ENGLISH: Final = words_of("english")
_EMPTY: Final = frozenset("قال قيل ايه اللي لي دا ده دي بتاع متاع تاع ديال راه هلا هلق دلوقتي الحين".split())


def understand(
    asked: str,
    history: Sequence[str] = (),
    *,
    gazetteer: Gazetteer | None = None,
    today: dt.date | None = None,
    without: Collection[str] = (),
) -> Question:
    """The question `asked`, after the earlier ones in `history` (oldest first).

    A follow-up ("وأين قال ذلك؟") names neither speaker nor topic: the last question that stands on its own does, or
    the first of all, and is searched along with it and with what follow-ups between brought in. `gazetteer` holds the
    people and outlets that may be named, `today` is what أمس is reckoned from. `without` are ids of chips that the
    reader took off: what they tell does not narrow.
    """
    gazetteer, today = gazetteer or _NOBODY, today or dt.date.today()
    if not history or not leans_back(asked):
        return _read(asked, gazetteer, today, without)
    start = next((n for n in range(len(history) - 1, -1, -1) if not leans_back(history[n])), 0)
    base = _read(history[start], gazetteer, today, without)
    for earlier in history[start + 1 :]:
        # What brought a topic, a speaker or days of its own is leant on as well; وأين قال ذلك؟ brought none.
        between = _read(earlier, gazetteer, today, without, Days(base.since, base.until))
        if between.kind not in _TALK and brings_something(between):
            base = joined(between, base)
    own = _read(asked, gazetteer, today, without, Days(base.since, base.until))
    return own if own.kind in _TALK else joined(own, base)


def _read(
    asked: str, gazetteer: Gazetteer, today: dt.date, without: Collection[str], talked_of: Days | None = None
) -> Question:
    typed = read(asked)
    words = tuple(dict.fromkeys(tokens(asked)))
    if talk := small_talk(typed):
        return Question(asked, asked, words, talk)
    if not typed.words:
        return Question(asked, asked, words)
    parts = frame(typed)
    kind, aspect = kind_of(typed, parts)
    period = _period(typed, today, talked_of)
    taken = set(range(period.start, period.stop)) if period else set()
    source = outlet(typed, parts, gazetteer)
    if source:
        taken |= set(range(source.start, source.stop))
    named = people(typed, parts, gazetteer, taken)
    hard = period is not None and _is_of_saying(typed, parts, period, named)
    chips = _chips(typed, period, hard, source, named, gazetteer)
    off = {chip.id for chip in chips} & set(without)
    stance = parts.form.verb.stance if parts.form else ""
    question = Question(
        asked=asked,
        search=asked,
        words=words,
        kind=kind,
        aspect=aspect,
        stances=(stance,) if stance and stance not in _PLAIN else (),
        people=tuple(one for one, _, _ in named if not any(f"person:{key}" in off for key in one.keys)),
        topic=_topic(typed, parts, period, source, named, off, kind),
        places=tuple(place for place, _ in places_in(typed, {n for _, a, b in named for n in range(a, b)} | taken)),
        chips=tuple(chip for chip in chips if chip.id not in off),
    )
    if period and not any(one.startswith("days:") for one in off):
        question = replace(question, since=period.days.since, until=period.days.until, period_hard=hard)
    if source and f"outlet:{source.name}" not in off:
        question = replace(question, sources=(source.name,))
    return question


def _period(typed: Typed, today: dt.date, talked_of: Days | None) -> Period | None:
    known = talked_of.since if talked_of else None
    return explicit(typed, known.year if known else None) or relative(typed, today, talked_of if known else None)


def _is_of_saying(typed: Typed, parts: Frame, period: Period, named: Sequence[tuple[Named, int, int]]) -> bool:
    """Whether a period tells when something was said, and cannot be part of what was said.

    It does right after the verb (من قال في ماي 2017 إن) or right after the speaker (ماذا قال الشاهد سنة 2016 عن), and
    before the question word where one is asked for what somebody said.
    """
    words = [word.folded for word in typed.words]
    before = words[period.start - 1] if period.start else ""
    if before in _ARCHIVE:
        return True
    if parts.verb is None and parts.noun is None:
        return False
    if period.stop <= parts.start + 1 or (
        parts.asker and period.start <= parts.start and period.stop <= parts.asker.place
    ):
        return True
    if period.bare:
        return False
    if parts.verb is not None and period.start == parts.verb + 1:
        return True
    said_at = parts.verb if parts.verb is not None else parts.noun
    ends = [stop for one, _, stop in named if one.speaker and (one.keys or len(one.words.split()) <= 3)]
    return not parts.subject and said_at is not None and period.start in ends and period.start > said_at


def _chips(
    typed: Typed,
    period: Period | None,
    hard: bool,
    source: OutletNamed | None,
    named: Sequence[tuple[Named, int, int]],
    gazetteer: Gazetteer,
) -> list[Chip]:
    chips: list[tuple[int, Chip]] = []
    for one, start, _ in named:
        keys = one.keys[:_CHIPS]
        if len(keys) > 1 and gazetteer.quoted(keys[0]) >= _DOMINATES * gazetteer.quoted(keys[1]):
            keys = keys[:1]
        chips += [(start, Chip("person", key, gazetteer.shown(key) or one.shown, hard=False)) for key in keys]
    if period:
        days = period.days.wider(_BEFORE, _AFTER)
        chips.append((period.start, Chip("days", days.shown, typed.between(period.start, period.stop), hard=hard)))
    if source:
        narrows = source.hard and gazetteer.tells_apart(source.name)
        chips.append((source.start, Chip("outlet", source.name, source.name, hard=narrows)))
    return list({chip.id: chip for _, chip in sorted(chips, key=lambda one: one[0])}.values())


def _topic(
    typed: Typed,
    parts: Frame,
    period: Period | None,
    source: OutletNamed | None,
    named: Sequence[tuple[Named, int, int]],
    off: Collection[str],
    kind: str,
) -> tuple[str, ...]:
    """The analysed words that tell what the question is about."""
    skipped = set(range(parts.start))
    skipped |= {place for place in (parts.verb, parts.noun) if place is not None}
    if parts.asker:
        skipped.add(parts.asker.place)
        if parts.asker.kind == "which" and kind in ("where", "when"):
            skipped.add(parts.asker.place + 1)  # في أي برنامج
    if period and not any(one.startswith("days:") for one in off):
        skipped |= set(range(period.start, period.stop))
    if source and f"outlet:{source.name}" not in off:
        skipped |= set(range(source.start, source.stop))
    for one, start, stop in named:
        if one.speaker and not any(f"person:{key}" in off for key in one.keys):
            skipped |= set(range(start, stop))
    kept = [
        word.typed
        for n, word in enumerate(typed.words)
        if n not in skipped and word.folded not in _EMPTY and word.folded not in _ENGLISH
    ]
    return tuple(dict.fromkeys(tokens(" ".join(kept))))
