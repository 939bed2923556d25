"""A citation with all that a bibliography tells of it: the words, who said them and how, and where they stand."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.citing import stands
from assistant.sources.address import permalink
from assistant.sources.reading import supported
from index.vocabulary import Article, Citation, Span, Statement

_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Reference:
    """One citation to be exported. What the article or the statement does not tell is an empty string (dates: None).

    `quotation` is the cited run of the article's text, verbatim. `stance` is the statement's (say, deny ...), `type`
    direct, indirect or mixed; `place` and `medium` are the article's words; `said_on` the day of saying. `within` tells
    that the quotation lies inside the words of the statement, so that all of it is the speaker's. `permalink` opens the
    article at the quotation, empty where no server is known.
    """

    quotation: str
    article_id: str
    span: Span
    title: str = ""
    outlet: str = ""
    author: str = ""
    date: dt.date | None = None
    url: str = ""
    permalink: str = ""
    speaker: str = ""
    role: str = ""
    organization: str = ""
    stance: str = ""
    type: str = ""
    place: str = ""
    medium: str = ""
    said_on: dt.date | None = None
    within: bool = False

    @property
    def key(self) -> str:
        """A name of plain letters and digits for the citation, the same whenever it is exported."""
        plain = self.article_id if _KEY.fullmatch(self.article_id) else _digest(self.article_id)
        return f"{plain}-{self.span.start}-{self.span.end}"

    @property
    def language(self) -> str:
        """``ar`` if any Arabic letter stands in the quotation, else an empty string: it is not guessed."""
        return "ar" if _ARABIC.search(self.quotation) else ""


class Heading(Protocol):
    """What is known of an article besides its text; an :class:`~index.vocabulary.Article` is one."""

    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def source(self) -> str: ...  # noqa: D102
    @property
    def author(self) -> str: ...  # noqa: D102
    @property
    def date(self) -> dt.date | None: ...  # noqa: D102
    @property
    def url(self) -> str: ...  # noqa: D102


def refer(
    citation: Citation,
    article: Article | None,
    statements: Sequence[Statement] = (),
    *,
    site: str = "",
    head: Heading | None = None,
) -> Reference:
    """`citation` as a reference.

    `article` is the cited one, None if it is gone: the quotation stays, and `head` tells what it was taken from.
    `statements` are the article's; the one that the citation supports tells speaker, stance, place and day. Where the
    words no longer stand in the article nothing is read out of its text. `site` is the address of the server that
    permalinks lead to.
    """
    said = supported(citation, statements)
    text = article.text if article and stands(citation, article) else ""
    found = Reference(
        citation.quote,
        citation.article_id,
        citation.span,
        permalink=permalink(site, citation.article_id, citation.span),
    )
    if known := article or head:
        found = replace(
            found, title=known.title, outlet=known.source, author=known.author, date=known.date, url=known.url
        )
    return found if said is None else _spoken(found, said, text)


def _spoken(reference: Reference, said: Statement, text: str) -> Reference:
    words, span = said.content, reference.span
    return replace(
        reference,
        speaker=said.speaker,
        role=said.role,
        organization=said.organization,
        stance=said.stance,
        type=said.type,
        place=said.place.of(text) if said.place else "",
        medium=(said.medium.of(text) if said.medium else "") or said.via,
        said_on=said.said_on,
        # The marks around a quotation are not part of its words.
        within=words.start - 1 <= span.start and span.end <= words.end + 1,
    )


def _digest(text: str) -> str:
    return "a" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
