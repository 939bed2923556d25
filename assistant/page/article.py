"""The page of one article: plain HTML, complete without JavaScript, opened at the cited words."""

from __future__ import annotations

from urllib.parse import urlsplit

from assistant.page import wording
from assistant.page.cards import by_line
from assistant.page.escaping import direction, plain, web_address
from index.vocabulary import Article, Span


def cited_span(text: str, start: str | None, end: str | None) -> Span | None:
    """The run of `text` that the address asks for, or None if it is missing, malformed or outside the text."""
    try:
        span = Span(int(start or ""), int(end or ""))
    except ValueError:
        return None
    return span if len(span) > 0 and span.end <= len(text) else None


def article_page(article: Article, cited: Span | None, root: str = "") -> str:
    """The whole document. `root` is the path the chat is served under, without a slash at its end."""
    title = article.title.strip() or wording.NO_TITLE
    more = "".join(
        f' <span aria-hidden="true">·</span> <bdi>{plain(part)}</bdi>'
        for part in (article.author, article.category)
        if part
    )
    jump = f'<p class="jump"><a href="#cited">{plain(wording.GO_TO_CITED)}</a></p>' if cited else ""
    body = (
        f'<article class="whole"><p class="meta">{by_line(article)}{more}</p>'
        f'<h1 dir="{direction(title)}"><bdi>{plain(title)}</bdi></h1>{jump}'
        f'<div class="text" dir="{direction(article.text)}">{_text(article.text, cited)}</div>'
        f"{_original(article.url)}</article>"
    )
    return _document(f"{title} · {wording.NAME}", body, root)


def missing_page(root: str = "") -> str:
    """What a reader sees when there is no such article."""
    return _notice(wording.ARTICLE_MISSING, wording.ARTICLE_MISSING_MORE, root)


def failed_page(root: str = "") -> str:
    """What a reader sees when the article could not be fetched."""
    return _notice(wording.ARTICLE_FAILED, wording.ARTICLE_FAILED_MORE, root)


def _notice(title: str, more: str, root: str) -> str:
    body = f'<article class="whole missing"><h1>{plain(title)}</h1><p>{plain(more)}</p></article>'
    return _document(f"{title} · {wording.NAME}", body, root)


def _text(text: str, cited: Span | None) -> str:
    if cited is None:
        return plain(text)
    mark = f'<mark id="cited">{plain(cited.of(text))}</mark>'
    return plain(text[: cited.start]) + mark + plain(text[cited.end :])


def _original(url: str) -> str:
    address = web_address(url)
    if not address:
        return ""
    host = urlsplit(address).hostname or address
    link = f'<a href="{plain(address)}" rel="noopener noreferrer"><bdi dir="ltr">{plain(host)}</bdi></a>'
    return f'<p class="original">{plain(wording.ORIGINAL)} {link}</p>'


def _document(title: str, body: str, root: str) -> str:
    base = plain(root)
    return (
        '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{plain(title)}</title><link rel="icon" href="{base}/page/icon.svg" type="image/svg+xml">'
        f'<link rel="stylesheet" href="{base}/page/colours.css">'
        f'<link rel="stylesheet" href="{base}/page/page.css"></head><body class="reading">'
        f'<header class="bar"><a href="{base}/"><strong>{plain(wording.NAME)}</strong>'
        f"<span>{plain(wording.BACK_TO_CHAT)}</span></a></header>"
        f"<main>{body}</main></body></html>"
    )
