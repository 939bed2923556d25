"""A conversation as one HTML document that needs nothing else: no script, no style or font from elsewhere."""

from __future__ import annotations

import html as entities
import re
from importlib import resources

from assistant.conversations.phrases import phrase
from assistant.conversations.record import Conversation, Turn
from assistant.conversations.telling import by_line, day, link, made, outcome, within

_DAMAGED = re.compile(r"[\x00\ud800-\udfff]")
_MARKER = re.compile(r"\[(\d{1,4})\]")
# Nothing may be loaded or run, whatever slipped into the document.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = (resources.files(__package__) / "export.css").read_text("utf-8")


def html(conversation: Conversation, site: str = "", language: str = "ar") -> str:
    """The conversation as an HTML document, each marker of an answer linked to its quotation in the document."""
    direction = "ltr" if language == "en" else "rtl"
    title = _plain(conversation.title)
    begun = f"{phrase('from', language)} · {day(conversation.created, language)}"
    turns = "".join(_turn(turn, site, language) for turn in conversation.turns)
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1><bdi>{title}</bdi></h1>"
        f"{_meta(begun)}"
        f"{turns}</main></body></html>\n"
    )


def _turn(turn: Turn, site: str, language: str) -> str:
    parts = [f"<h2><bdi>{_plain(turn.question)}</bdi></h2>"]
    parts += [_meta(told)] if (told := within(turn.filters, language)) else []
    if answer := turn.answer:
        if answer.refused:
            parts.append(f"<p><strong>{phrase('refused', language)}</strong></p>")
        said = answer.text or answer.reason
        parts += [f'<p class="answer">{_marked(said, turn)}</p>'] if said.strip() else []
        parts += [_meta(answer.notice)] if answer.notice else []
        parts += [_meta(made(answer.method, language))] if not answer.refused else []
    parts += [_meta(told)] if (told := outcome(turn, language)) else []
    if turn.answer and turn.answer.citations:
        items = "".join(
            f'<li id="s{turn.number}-{number}"><p class="meta">{_plain(by_line(turn.head(citation), language))}</p>'
            f"<blockquote>{_plain(citation.quote)}</blockquote>"
            f'<p class="meta">{_where(link(citation, site), citation.article_id, language)}</p></li>'
            for number, citation in enumerate(turn.answer.citations, 1)
        )
        parts.append(f'<ol class="sources" aria-label="{phrase("sources", language)}">{items}</ol>')
    return f"<section>{''.join(parts)}</section>"


def _marked(text: str, turn: Turn) -> str:
    """The answer's words with its markers as links; a number without a citation stays the text it is."""
    count = len(turn.answer.citations) if turn.answer else 0
    pieces, last = [], 0
    for marker in _MARKER.finditer(text):
        if 1 <= (number := int(marker[1])) <= count:
            pieces += [_plain(text[last : marker.start()]), f'<a href="#s{turn.number}-{number}">[{number}]</a>']
            last = marker.end()
    return "".join([*pieces, _plain(text[last:])])


def _where(address: str, article_id: str, language: str) -> str:
    if not address:
        return f"{phrase('article', language)}: <bdi>{_plain(article_id)}</bdi>"
    return f'<a href="{_plain(address)}" rel="noopener noreferrer">{phrase("open", language)}</a>'


def _meta(text: str) -> str:
    return f'<p class="meta">{_plain(text)}</p>'


def _plain(text: str) -> str:
    return entities.escape(_DAMAGED.sub("\ufffd", text))
