"""Citations to be exported, as the page's links and boxes write them and as the server reads them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlencode

from assistant.citation_export import FORMATS
from assistant.page.escaping import plain
from assistant.page.reader import Reader
from assistant.page.sources import wording
from index.vocabulary import Citation, Span

BIBLIOGRAPHIES = tuple(name for name in FORMATS if name != "text")
_WRITTEN = re.compile(r"(?:(\d{1,6})\.)?(\d{1,9})-(\d{1,9})(?:-([0-9a-f]{8}))?:(.+)", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A citation that is asked for: `turn` numbers its question in the conversation, 0 where there is none.

    `digest` is that of the words when they were cited, empty where the address was written by hand.
    """

    article_id: str
    span: Span
    digest: str = ""
    turn: int = 0

    @classmethod
    def of(cls, citation: Citation, turn: int = 0) -> Wanted:
        """What asks for `citation`, cited in the turn of this number."""
        return cls(citation.article_id, citation.span, digest(citation.quote), turn)

    @classmethod
    def read(cls, written: str) -> Wanted:
        """The citation that ``120-156:ID`` or ``3.120-156-DIGEST:ID`` asks for. Raises ValueError if it is neither."""
        found = _WRITTEN.fullmatch(written)
        if found is None:
            raise ValueError(f"{written!r} is not of the form 120-156:ID")
        turn, start, end, mark, article_id = found.groups()
        span = Span(int(start), int(end))
        if not len(span):
            raise ValueError(f"{written!r} has no words")
        return cls(unquote(article_id), span, mark or "", int(turn or 0))

    def __str__(self) -> str:
        mark = f"-{self.digest}" if self.digest else ""
        # A form would alter the line breaks of an id.
        return (
            f"{f'{self.turn}.' if self.turn else ''}{self.span.start}-{self.span.end}{mark}:"
            f"{quote(self.article_id, safe='', errors='replace')}"
        )


def digest(words: str) -> str:
    """Eight hexadecimal digits that tell whether `words` are still those that were cited."""
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]


def export_path(citations: Sequence[Citation], form: str) -> str:
    """The address, relative to the first page, of the file of these citations in that form."""
    return f"export?{urlencode([('format', form), *(('cite', str(Wanted.of(one))) for one in citations)])}"


def export_links(citations: Sequence[Citation], reader: Reader, root: str) -> str:
    """A link for each form of a bibliography, as HTML; `root` is the path the pages are served under."""
    links = "".join(
        f'<li><a href="{plain(f"{root}{reader.prefix}/{export_path(citations, form)}")}" download>'
        f"{plain(reader.say(wording.FILE, form=FORMATS[form].shown))}</a></li>"
        for form in BIBLIOGRAPHIES
    )
    return f'<ul class="forms">{links}</ul>'


FORM = "citations"
"""The id of the form that every box and button of the source panel belongs to (see :func:`export_form`)."""


def export_form() -> str:
    """The form itself. It holds nothing: its boxes and buttons stand by the answers they are of."""
    return f'<form id="{FORM}" action="export" method="post"></form>'


def export_boxes(citations: Sequence[Citation], turn: int, reader: Reader) -> str:
    """A box for each citation of an answer, ticked, and a button for each form, as HTML; empty without citations."""
    if not citations:
        return ""
    boxes = "".join(
        f'<label><input type="checkbox" name="cite" value="{plain(str(Wanted.of(one, turn)))}" form="{FORM}" checked> '
        f'<span class="sr">{plain(reader.say(wording.OF_CITATION, number=number))}</span>'
        f'<span class="badge" aria-hidden="true">{plain(reader.number(number))}</span></label>'
        for number, one in enumerate(citations, 1)
    )
    return (
        f'<details class="exporting"><summary>{plain(reader.say(wording.EXPORT_ANSWER))}</summary>'
        f"<fieldset><legend>{plain(reader.say(wording.EXPORT_CHOSEN))}</legend>{boxes}</fieldset>"
        f"{export_buttons(reader, turn)}</details>"
    )


def export_buttons(reader: Reader, turn: int = 0) -> str:
    """A button for each form of a bibliography: of the turn of this number, or (0) of the whole conversation."""
    of = f".{turn}" if turn else ""
    return (
        '<p class="forms">'
        + "".join(
            f'<button type="submit" form="{FORM}" name="format" value="{form}{of}">'
            f"{plain(reader.say(wording.FILE, form=FORMATS[form].shown))}</button>"
            for form in BIBLIOGRAPHIES
        )
        + "</p>"
    )
