"""An article opened: by-line, title, what to take along, its voices, and its text opened at the cited words."""

from __future__ import annotations

from urllib.parse import urlsplit

from assistant.citation_export import quotation, refer
from assistant.citing import cite
from assistant.page import wording as page_wording
from assistant.page.cards import by_line
from assistant.page.escaping import article_path, direction, plain, web_address
from assistant.page.reader import Reader
from assistant.page.sources import wording
from assistant.page.sources.export_links import export_links
from assistant.page.sources.legend import legend
from assistant.page.sources.marked_text import marked_text
from assistant.page.sources.place import Place
from assistant.sources.address import permalink
from assistant.sources.reading import Reading
from index.vocabulary import Article


def opened(read: Reading, at: Place, reader: Reader, root: str, site: str, *, beside: bool = False) -> str:
    """The article as HTML, complete without a script.

    `root` is the path the pages are served under, `site` their whole address, for links that others can follow.
    `beside` the chat there is no room: its voices are folded, and the bar over it leads through the citations.
    """
    article = read.article
    title = article.title.strip() or reader.say(page_wording.NO_TITLE)
    more = "".join(
        f' <span aria-hidden="true">·</span> <bdi>{plain(part)}</bdi>'
        for part in (article.author, article.category)
        if part
    )
    problem = f'<p class="problem" role="alert">{plain(at.problem)}</p>' if at.problem else ""
    leading = "" if beside else _citations(article, at, reader, f"{root}{reader.prefix}")
    level = "h3" if beside else "h1"
    return (
        f'<article class="whole"><p class="meta">{by_line(article, reader)}{more}</p>'
        f'<{level} dir="{direction(title)}"><bdi>{plain(title)}</bdi></{level}>{problem}'
        f"{_taking(read, at, reader, root, site)}{leading}"
        f'<div class="read"><div class="text" dir="{direction(article.text)}"{_language(article.text)}>'
        f"{marked_text(read, at, reader)}</div>"
        f'<aside class="beside">{legend(read, reader, unfolded=not beside)}</aside></div>'
        f"{_original(article.url, reader)}</article>"
    )


def _taking(read: Reading, at: Place, reader: Reader, root: str, site: str) -> str:
    """What a reader takes along: the quotation with its source, the link, the citation for a bibliography."""
    if at.cited is None:
        return ""
    article = read.article
    citation = cite(article, at.cited)
    link = permalink(site, article.id, at.cited)
    words = quotation(refer(citation, article, read.statements, site=site))
    done = plain(reader.say(wording.COPIED))
    return (
        '<div class="taking">'
        f'<button type="button" class="copy" data-from="quotation" data-done="{done}" hidden>'
        f"{plain(reader.say(wording.COPY_QUOTATION))}</button>"
        f'<button type="button" class="copy" data-text="{plain(link)}" data-done="{done}" hidden>'
        f"{plain(reader.say(wording.COPY_LINK))}</button>"
        f'<a class="permalink" href="{plain(link)}">{plain(reader.say(wording.PERMALINK))}</a>'
        f'<span class="told" role="status" data-fallback="{plain(reader.say(wording.COPY_YOURSELF))}"></span>'
        f"<details><summary>{plain(reader.say(wording.QUOTATION))}</summary>"
        f'<p class="quotation" id="quotation" dir="rtl" lang="ar">{plain(words)}</p></details>'
        f"<details><summary>{plain(reader.say(wording.EXPORT))}</summary>"
        f"{export_links([citation], reader, root)}</details></div>"
    )


def _citations(article: Article, at: Place, reader: Reader, base: str) -> str:
    """The way to the citation before and after, where the link names several of this article."""
    every = at.citations
    if at.cited is None or len(every) < 2:
        return ""
    here = every.index(at.cited)

    def link(number: int, label: str, kind: str) -> str:
        if not 0 <= number < len(every):
            return f'<span class="{kind}" aria-disabled="true">{plain(label)}</span>'
        span, others = every[number], [one for one in every if one != every[number]]
        href = f"{base}/{article_path(article.id, span.start, span.end, also=others)}"
        return f'<a class="{kind}" href="{plain(href)}">{plain(label)}</a>'

    position = reader.say(wording.POSITION, at=here + 1, of=len(every))
    return (
        f'<nav class="citations" aria-label="{plain(reader.say(wording.CITATIONS_HERE))}">'
        f"{link(here - 1, reader.say(wording.PREVIOUS_CITATION), 'previous')}"
        f"<span>{plain(position)}</span>{link(here + 1, reader.say(wording.NEXT_CITATION), 'next')}</nav>"
    )


def _language(text: str) -> str:
    # A text in Latin letters may be in any language: nothing is said of it.
    return ' lang="ar"' if direction(text) == "rtl" else ""


def _original(url: str, reader: Reader) -> str:
    address = web_address(url)
    if not address:
        return ""
    host = urlsplit(address).hostname or address
    link = f'<a href="{plain(address)}" rel="noopener noreferrer"><bdi dir="ltr">{plain(host)}</bdi></a>'
    return f'<p class="original">{plain(reader.say(page_wording.ORIGINAL))} {link}</p>'
