"""A quotation with its source, as an Arabic text cites it: «…»، who said it, [outlet, day], «title», and the link."""

from __future__ import annotations

import datetime as dt

from assistant.citation_export.reference import Reference

_UNDATED = "بلا تاريخ"


def quotation(reference: Reference) -> str:
    """The words of `reference` verbatim in quotation marks, then its source; the link stands on a line of its own.

    The words that an article gives as a direct quotation are followed by the speaker's name. What it says in words of
    its own is only attributed, and of a run that also holds the reporter's words it is told whose statement it carries.
    """
    parts = [_quoted(reference.quotation)]
    if reference.speaker:
        parts.append(_attributed(reference))
    where = [reference.outlet or reference.url, _in_words(reference.date) if reference.date else _UNDATED]
    parts.append(f"[{'، '.join(part for part in where if part)}]")
    if title := " ".join(reference.title.split()):
        parts.append(_quoted(title))
    link = reference.permalink or reference.url
    return "، ".join(parts) + "." + (f"\n{link}" if link else "")


def _attributed(reference: Reference) -> str:
    who = " ".join(reference.speaker.split()) + (f" ({' '.join(reference.role.split())})" if reference.role else "")
    if not reference.within:
        return f"والقول {_of(who)}"
    return who if reference.type == "direct" else f"منسوبًا إلى {who}"


def _of(who: str) -> str:
    """`who` after the preposition لـ, which takes the place of an article's alif: الوزير, للوزير; اللجنة, للجنة."""
    if who.startswith("الل"):
        return f"ل{who[2:]}"
    if who.startswith("ال"):
        return f"لل{who[2:]}"
    return f"ل{who}" if "\u0621" <= who[0] <= "\u064a" else f"لـ {who}"


def _quoted(words: str) -> str:
    """`words` in quotation marks, unless they bring their own; the pair inside is never the pair outside."""
    if len(words) > 2 and words[0] == "«" and words[-1] == "»" and "«" not in words[1:]:
        return words
    return f"“{words}”" if "«" in words or "»" in words else f"«{words}»"


def _in_words(day: dt.date) -> str:
    from babel.dates import get_month_names

    return f"{day.day} {get_month_names('wide', locale='ar')[day.month]} {day.year}"
