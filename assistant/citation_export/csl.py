"""Citations as CSL-JSON (Citation Style Language 1.0.2), for Zotero, pandoc and citation processors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from assistant.citation_export.note import note
from assistant.citation_export.reference import Reference


def csl(references: Sequence[Reference]) -> str:
    """The references as a JSON list; the quotation is the ``abstract``; ``custom`` has what no variable is for."""
    return json.dumps([item(reference) for reference in references], ensure_ascii=False, indent=2) + "\n"


def item(reference: Reference) -> dict[str, Any]:
    """One reference as a CSL item. Names are literal: an Arabic name has no family name to sort by."""
    day, said_on = reference.date, reference.said_on
    variables: dict[str, Any] = {
        "id": reference.key,
        "type": "article-newspaper",
        "title": reference.title,
        "container-title": reference.outlet,
        "author": [{"literal": reference.author}] if reference.author else None,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": reference.url or reference.permalink,
        "abstract": reference.quotation,
        "note": note(reference),
        "language": reference.language,
    }
    custom = {
        "article_id": reference.article_id,
        "start": reference.span.start,
        "end": reference.span.end,
        "permalink": reference.permalink,
        "speaker": reference.speaker,
        "role": reference.role,
        "organization": reference.organization,
        "stance": reference.stance,
        "type": reference.type,
        "place": reference.place,
        "medium": reference.medium,
        "said_on": said_on.isoformat() if said_on else "",
    }
    kept = {name: value for name, value in variables.items() if value}
    return {**kept, "custom": {name: value for name, value in custom.items() if value != ""}}
