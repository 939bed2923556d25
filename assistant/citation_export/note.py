"""What no field of a bibliography is for: who said the words, how, where and on which day, as one Arabic sentence."""

from __future__ import annotations

from assistant.citation_export.reference import Reference
from assistant.sources.stances import stance_in_words


def note(reference: Reference) -> str:
    """``القائل: …؛ نوع القول: نفي؛ المكان: …؛ اليوم: 2017-01-20``; empty if the citation carries no statement."""
    who = reference.speaker + (f" ({reference.role})" if reference.role else "")
    told = (
        ("القائل", who if reference.speaker else ""),
        ("الجهة", reference.organization),
        ("نوع القول", stance_in_words(reference.stance)),
        ("المكان", reference.place),
        ("الوسيلة", reference.medium),
        ("اليوم", reference.said_on.isoformat() if reference.said_on else ""),
    )
    return "؛ ".join(f"{name}: {' '.join(value.split())}" for name, value in told if value)
