"""A quotation with its source, as an Arabic text cites it: «…»، who said it, [outlet, day], «title», and the link."""

from __future__ import annotations

import datetime as dt

from assistant.citation_export.reference import Reference

_UNDATED = "بلا تاريخ"


def quotation(reference: Reference) -> str:
    """The words of `reference` verbatim in quotation marks, then its source; the link stands on a line of its own.

    Words that are the speaker's own are followed by his name; a run that also holds the reporter's words only tells
    whose statement it carries.
    """
    parts = [_quoted(reference.quotation)]
    if reference.speaker:
        who = reference.speaker + (f" ({reference.role})" if reference.role else "")
        parts.append(who if reference.within else f"والقول لـ: {who}")
    where = [reference.outlet or reference.url, _in_words(reference.date) if reference.date else _UNDATED]
    parts.append(f"[{'، '.join(part for part in where if part)}]")
    if title := " ".join(reference.title.split()):
        parts.append(_quoted(title))
    link = reference.permalink or reference.url
    return "، ".join(parts) + "." + (f"\n{link}" if link else "")


def _quoted(words: str) -> str:
    """`words` in quotation marks, unless they bring their own; the pair inside is never the pair outside."""
    if len(words) > 2 and words[0] == "«" and words[-1] == "»" and "«" not in words[1:]:
        return words
    return f"“{words}”" if "«" in words or "»" in words else f"«{words}»"


def _in_words(day: dt.date) -> str:
    from babel.dates import get_month_names

    return f"{day.day} {get_month_names('wide', locale='ar')[day.month]} {day.year}"
