"""A conversation as Markdown (CommonMark 0.31, https://spec.commonmark.org/0.31.2/).

What readers and articles wrote is text, never markup: each character that could mean something is escaped, so that a
reader of the document sees the very words.
"""

from __future__ import annotations

import re

from assistant.conversations.phrases import phrase
from assistant.conversations.record import Conversation, Turn
from assistant.conversations.telling import by_line, day, link, made, outcome, within

_ACTIVE = re.compile(r"([!-/:-@\[-`{-~])")  # all of ASCII's punctuation may be escaped
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def markdown(conversation: Conversation, site: str = "", language: str = "ar") -> str:
    """The conversation as a Markdown document, each citation a quotation with its source and its link."""
    head = f"# {_line(conversation.title)}\n\n{phrase('from', language)} · {day(conversation.created, language)}\n"
    return "\n".join([head, *(_turn(turn, site, language) for turn in conversation.turns)])


def _turn(turn: Turn, site: str, language: str) -> str:
    parts = [f"## {_line(turn.question)}"]
    parts += [f"*{_line(told)}*"] if (told := within(turn.filters, language)) else []
    if answer := turn.answer:
        if answer.refused:
            parts.append(f"**{phrase('refused', language)}**")
        said = answer.text or answer.reason
        parts += [_text(said)] if said.strip() else []
        parts += [f"*{_line(answer.notice)}*"] if answer.notice else []
        parts += [f"*{_line(made(answer.method, language))}*"] if not answer.refused else []
    parts += [f"*{told}*"] if (told := outcome(turn, language)) else []
    if turn.answer and turn.answer.citations:
        parts.append(f"### {phrase('sources', language)}")
        for number, citation in enumerate(turn.answer.citations, 1):
            quoted = "\n".join(f"> {line}" if line else ">" for line in _text(citation.quote).split("\n"))
            address = link(citation, site)
            opened = f"[{phrase('open', language)}](<{address}>)" if address else ""
            where = opened or f"{phrase('article', language)}: {_line(citation.article_id)}"
            parts.append(f"\\[{number}\\] {_line(by_line(turn.head(citation), language))}\n\n{quoted}\n\n{where}")
    return "\n\n".join(parts) + "\n"


def _line(text: str) -> str:
    return _escaped(" ".join(text.split()))


def _text(text: str) -> str:
    """Paragraphs as paragraphs, and a hard break at the end of each line in them."""
    lines = [_escaped(line.strip()) for line in _BREAK.split(text.strip())]
    paragraphs = re.split(r"\n{2,}", "\n".join(lines))
    return "\n\n".join(paragraph.replace("\n", "\\\n") for paragraph in paragraphs)


def _escaped(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", text)
