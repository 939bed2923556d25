"""A conversation as a file to keep or send: Markdown, one HTML document, or JSON. Quotations are verbatim in each.

`site` is the address the chat is served under (``http://127.0.0.1:7860/``): citations link to their words through it;
without one they name the article.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from assistant.conversations.html_export import html
from assistant.conversations.markdown_export import markdown
from assistant.conversations.record import Conversation, Head, Turn
from index.vocabulary import Citation


@dataclass(frozen=True, slots=True)
class Format:
    """A format of export: its file name's end, its media type, and what writes it."""

    suffix: str
    media: str
    write: Callable[[Conversation, str, str], str]


def to_json(conversation: Conversation, site: str = "", language: str = "ar") -> str:
    """The conversation as one JSON object; answers' citations as in the answers of ``isnad ask --batch``."""
    told = {
        "format": "isnad-conversation",
        "version": 1,
        "id": conversation.id,
        "title": conversation.title,
        "created": conversation.created.isoformat(),
        "changed": conversation.changed.isoformat(),
        "site": site,
        "turns": [_turn(turn) for turn in conversation.turns],
    }
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    # A lone surrogate of a damaged article is written as its escape, which every JSON reader gives back.
    return "".join(f"\\u{ord(c):04x}" if 0xD800 <= ord(c) < 0xE000 else c for c in text)


FORMATS: Final = {
    "md": Format("md", "text/markdown; charset=utf-8", markdown),
    "html": Format("html", "text/html; charset=utf-8", html),
    "json": Format("json", "application/json", to_json),
}
"""Every format by the name that asks for it."""


def _turn(turn: Turn) -> dict[str, Any]:
    filters, answer = turn.filters, turn.answer
    return {
        "number": turn.number,
        "question": turn.question,
        "asked": turn.asked.isoformat() if turn.asked else None,
        "filters": {
            "sources": list(filters.sources),
            "since": filters.since.isoformat() if filters.since else None,
            "until": filters.until.isoformat() if filters.until else None,
            "articles": list(filters.articles),
        },
        "without": list(turn.without),
        "outcome": turn.outcome.value,
        "answer": None
        if answer is None
        else {
            "text": answer.text,
            "refused": answer.refused,
            "reason": answer.reason,
            "method": answer.method,
            "confidence": answer.confidence,
            "notice": answer.notice,
            "kind": answer.kind,
            "chips": [{"id": chip.id, "shown": chip.shown} for chip in answer.chips],
            "marks": [{"start": mark.span.start, "end": mark.span.end, "why": mark.why} for mark in answer.marks],
            "citations": [_citation(citation, turn.head(citation)) for citation in answer.citations],
            "evidence": [
                {
                    "article_id": one.article.id,
                    "start": one.passage.span.start,
                    "end": one.passage.span.end,
                    "score": round(one.score, 4),
                }
                for one in answer.evidence
            ],
        },
        "feedback": [
            {
                "source": one.source,
                "verdict": one.verdict,
                "note": one.note,
                "given": one.given.isoformat() if one.given else None,
            }
            for one in turn.feedback
        ],
    }


def _citation(citation: Citation, head: Head) -> dict[str, Any]:
    return {
        "article_id": citation.article_id,
        "start": citation.span.start,
        "end": citation.span.end,
        "quote": citation.quote,
        "title": head.title,
        "outlet": head.source,
        "date": head.date.isoformat() if head.date else None,
        "author": head.author,
        "url": head.url,
    }
