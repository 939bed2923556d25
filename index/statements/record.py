"""A statement as the record that batch output writes: one JSON object, its words spelled out."""

from __future__ import annotations

from typing import Any

from index.vocabulary import Article, Statement


def as_record(article: Article, statement: Statement) -> dict[str, Any]:
    """The statement as a dictionary of strings, numbers and None; ``start`` and ``end`` are those of the content.

    Raises ValueError if the statement is not of this article.
    """
    if statement.article_id != article.id:
        raise ValueError(f"a statement of article {statement.article_id!r} is none of article {article.id!r}")
    text = article.text
    place, medium = statement.place, statement.medium
    return {
        "article_id": article.id,
        "start": statement.content.start,
        "end": statement.content.end,
        "content": statement.content.of(text),
        "speaker": statement.speaker,
        "speaker_kind": statement.kind,
        "role": statement.role or None,
        "organization": statement.organization or None,
        "cue": statement.cue.of(text),
        "stance": statement.stance,
        "type": statement.type,
        "place": place.of(text) if place else None,
        "medium": medium.of(text) if medium else statement.via or None,
        "said_on": statement.said_on.isoformat() if statement.said_on else None,
        "via": statement.via or None,
        "confidence": round(statement.confidence, 3),
    }
