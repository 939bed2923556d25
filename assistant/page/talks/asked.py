"""A question as the chat shows it: its words, what it was narrowed to, and what can be done with it."""

from __future__ import annotations

from assistant.conversations import Turn
from assistant.page.answer_markup import question_markup
from assistant.page.escaping import plain
from assistant.page.reader import ARABIC, Reader
from assistant.page.talks import wording
from assistant.page.wording import NO_OUTLET, filters_label
from index.vocabulary import Chip, Filters


def asked_markup(turn: Turn, reader: Reader = ARABIC) -> str:
    """The question of `turn` as HTML on one line, with the chips understood from it and the reader's own filters."""
    chips = turn.answer.chips if turn.answer else ()
    parts = [_chip(turn.number, place, chip, reader) for place, chip in enumerate(chips)]
    understood = f"<span>{plain(reader.say(wording.UNDERSTOOD))}</span> {' '.join(parts)}" if parts else ""
    if turn.without:
        understood += f" {_button('restore', turn.number, reader.say(wording.RESTORE))}"
    own = _own(turn.filters, reader)
    rows = "".join(f'<div class="narrowed">{row}</div>' for row in (understood, own) if row)
    edit = f'<div class="tools">{_button("edit", turn.number, reader.say(wording.EDIT))}</div>'
    return f"{question_markup(turn.question)}{rows}{edit}"


def _chip(turn: int, place: int, chip: Chip, reader: Reader) -> str:
    kind = wording.KINDS.get(chip.kind)
    label = f'<span class="kind">{plain(reader.say(kind))}:</span> ' if kind else ""
    return (
        f'<button type="button" class="act chip" name="without" value="{turn}:{place}" '
        f'title="{plain(reader.say(wording.WITHOUT))}">{label}<bdi>{plain(chip.shown)}</bdi> '
        '<span class="x">×</span></button>'
    )


def _own(filters: Filters, reader: Reader) -> str:
    if not filters:
        return ""
    outlets = tuple(name.strip() or reader.say(NO_OUTLET) for name in filters.sources)
    # The label begins with the heading of the fold, which is said otherwise here.
    told = filters_label(outlets, filters.since, filters.until, reader).partition(": ")[2]
    return f"<span>{plain(reader.say(wording.CHOSEN))}</span> <bdi>{plain(told)}</bdi>"


def _button(name: str, turn: int, label: str) -> str:
    return f'<button type="button" class="act" name="{name}" value="{turn}">{plain(label)}</button>'
