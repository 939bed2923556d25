"""Speakers side by side: the nearest statements of each on one topic, and who has none."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from assistant.answering.wider.inquiry import Inquiry, Wider
from assistant.answering.wider.parts import joined, on_day, told_in_words
from assistant.answering.wider.search import in_order, keys_of, nearest, newest
from assistant.answering.wider.subject import ENOUGH
from assistant.answering.wider.told import Retold, apart
from assistant.understanding.frame import is_stop
from assistant.understanding.typed import read
from index.people.keys import words as key_words
from prompts import template

_EACH: Final = 2  # statements of each speaker
_MOST: Final = 3  # speakers
_ROOM: Final = 34  # words of a statement
_LONGEST: Final = 4  # words of a name that و is written to
_KNOWN: Final = 3  # statements from which a surname after و names a speaker


def comparison(inquiry: Inquiry) -> Wider | None:
    """What each of the speakers said, or that none did; None where no comparison of two known ones is asked for."""
    if inquiry.question.kind != "compare":
        return None
    speakers = compared(inquiry)
    if len(speakers) < 2:
        return None
    parts: list[Wider | str] = []
    cited = 0
    for name, keys in speakers[:_MOST]:
        found = _of(inquiry, keys)
        if not found:
            parts.append(template("compare_none").fill(name=name))
            continue
        parts.append(told_in_words(inquiry, in_order(found), on_day, _ROOM, head=f"{name}:", first=cited + 1))
        cited += len(found)
    made = joined(*parts)
    return made if cited else replace(made, refused=True, reason=made.text)


def compared(inquiry: Inquiry) -> list[tuple[str, tuple[str, ...]]]:
    """The speakers that the question names, in its order: the name that each is shown by, and their keys."""
    found = {keys: one.shown for one in inquiry.question.people if (keys := keys_of(one))}
    held = {key for keys in found for key in keys}
    for name, key in _after_and(inquiry):
        if key not in held:
            found[(key,)] = name
            held.add(key)
    return [(name, keys) for keys, name in found.items()]


def _after_and(inquiry: Inquiry) -> list[tuple[str, str]]:
    """Whoever is named with و written to the name, as shown and by key: بين تصريحات الطبوبي والشاهد."""
    words = [word.folded for word in read(inquiry.question.asked).words]
    found = []
    for n, word in enumerate(words):
        if not word.startswith("و") or len(word) < 5:
            continue
        for length in range(min(_LONGEST, len(words) - n), 0, -1):
            if any(is_stop(other) for other in words[n + 1 : n + length]):
                continue
            key = key_words(" ".join([word[1:], *words[n + 1 : n + length]]))
            known = inquiry.names.exact(key) or inquiry.names.person(key)
            if known and inquiry.names.quoted(known[0].person) >= _KNOWN:
                found.append((known[0].shown, known[0].person))
                break
    return found


def _of(inquiry: Inquiry, keys: tuple[str, ...]) -> list[Retold]:
    if inquiry.subject:
        return apart(nearest(inquiry, keys, least=ENOUGH))[:_EACH]
    return apart(newest(inquiry, keys, count=2 * _EACH + 2))[:_EACH]
