"""The source panel as HTML: one card per citation, with its words marked in their passage."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from assistant.citing import stands
from assistant.page import wording
from assistant.page.escaping import article_path, direction, plain
from index.vocabulary import Answer, Article, Citation, Evidence, Span

Lookup = Callable[[str], Article | None]
ROOM = 420  # characters of a passage shown on either side of the cited words


def panel(turns: Iterable[str]) -> str:
    """The whole panel from the cards of each turn (see :func:`turn_cards`); all but the last are hidden."""
    turns = list(turns)
    body = "".join(
        f'<div class="turn" id="turn-{number}" data-turn="{number}" tabindex="-1"'
        f"{'' if number == len(turns) else ' hidden'}>{cards}</div>"
        for number, cards in enumerate(turns, start=1)
    )
    hint = f'<p class="hint">{plain(wording.SOURCES_EMPTY)}</p>'
    return (
        f'<section class="sources" dir="rtl" aria-label="{plain(wording.SOURCES)}">'
        f'<h2>{plain(wording.SOURCES)} <span lang="en" dir="ltr">{plain(wording.SOURCES_EN)}</span></h2>'
        f"{body or hint}</section>"
    )


def turn_cards(answer: Answer, turn: int, lookup: Lookup) -> str:
    """The cards of one answer: its citations in order, then the passages it did not cite.

    `lookup` finds the article of a citation that no passage holds; a citation whose article is gone, or has changed
    since, is shown with its own words and no context.
    """
    head = _head(answer.question)
    cited = "".join(
        _cited(number, citation, answer, turn, lookup) for number, citation in enumerate(answer.citations, 1)
    )
    rest = [evidence for evidence in answer.evidence if not any(_holds(evidence, c) for c in answer.citations)]
    others = "".join(_card(evidence.article, evidence.passage.span, also_in=evidence.also_in) for evidence in rest)
    if answer.refused or not cited:
        heading = wording.NEAREST if answer.refused else wording.NEARBY  # a growing answer has not cited yet
        body = f"<h3>{plain(heading)}</h3>{others}" if others else f"<p>{plain(wording.NO_PASSAGES)}</p>"
        return head + cited + body
    more = f"<details><summary>{plain(wording.RELATED)} ({len(rest)})</summary>{others}</details>" if rest else ""
    return head + cited + more


def waiting_cards(question: str) -> str:
    """What stands in the place of an answer's cards until its sources are known."""
    return f'{_head(question)}<p class="hint">{plain(wording.SEARCHING)}</p>'


def _head(question: str) -> str:
    return f'<p class="of">{plain(wording.SOURCES_OF)} <q><bdi>{plain(question)}</bdi></q></p>'


def _cited(number: int, citation: Citation, answer: Answer, turn: int, lookup: Lookup) -> str:
    evidence = next((evidence for evidence in answer.evidence if _holds(evidence, citation)), None)
    article = evidence.article if evidence else lookup(citation.article_id)
    identity = f'id="source-{turn}-{number}"'
    if article is None or not stands(citation, article):
        quote = f'<p class="passage" dir="{direction(citation.quote)}"><mark>{plain(citation.quote)}</mark></p>'
        return f'<article class="card" {identity} tabindex="-1"><header>{_badge(number)}</header>{quote}</article>'
    passage = evidence.passage.span if evidence else citation.span
    around = Span(min(passage.start, citation.span.start), max(passage.end, citation.span.end))
    return _card(article, around, citation.span, evidence.also_in if evidence else (), number, identity)


def _card(
    article: Article,
    passage: Span,
    cited: Span | None = None,
    also_in: tuple[Article, ...] = (),
    number: int | None = None,
    identity: str = "",
) -> str:
    target = cited or passage
    href = plain(article_path(article.id, target.start, target.end))
    title = article.title.strip() or wording.NO_TITLE
    return (
        f'<article class="card" {identity} tabindex="-1">'
        f"<header>{_badge(number) if number else ''}<span class='meta'>{by_line(article)}</span></header>"
        f'<h4 dir="{direction(title)}"><bdi>{plain(title)}</bdi></h4>'
        f'<p class="passage" dir="{direction(passage.of(article.text))}">{excerpt(article.text, passage, cited)}</p>'
        f"{_also_in(also_in)}"
        f'<footer><a class="open" href="{href}" target="_blank" rel="noopener noreferrer">{plain(wording.OPEN_ARTICLE)}'
        f'<span class="sr"> {plain(wording.NEW_TAB)}</span></a>'
        + (f'<button type="button" class="back">{plain(wording.BACK_TO_ANSWER)}</button>' if number else "")
        + "</footer></article>"
    )


def by_line(article: Article) -> str:
    """Outlet and date as HTML, each in its own bidirectional isolate."""
    outlet = article.source.strip() or wording.NO_OUTLET
    day = f'<time datetime="{article.date.isoformat()}">' if article.date else "<time>"
    date = f"{day}<bdi>{plain(wording.day_in_words(article.date))}</bdi></time>"
    return f'<bdi class="outlet">{plain(outlet)}</bdi> <span aria-hidden="true">·</span> {date}'


def excerpt(text: str, passage: Span, cited: Span | None = None) -> str:
    """The passage as HTML with the cited words in ``<mark>``; what is more than `ROOM` characters away is cut.

    The mark holds exactly ``text[cited.start:cited.end]``.
    """
    kept = cited or Span(passage.start, passage.start)
    start, end = max(passage.start, kept.start - ROOM), min(passage.end, kept.end + (ROOM if cited else 2 * ROOM))
    if start > passage.start:
        start = _next_word(text, start, kept.start)
    if end < passage.end:
        end = max(kept.end, text.rfind(" ", kept.end, end) if " " in text[kept.end : end] else end)
    before, after = plain(text[start : kept.start]), plain(text[kept.end : end])
    mark = f"<mark>{plain(cited.of(text))}</mark>" if cited else ""
    return f"{'… ' if start > passage.start else ''}{before}{mark}{after}{' …' if end < passage.end else ''}"


def _next_word(text: str, start: int, limit: int) -> int:
    space = text.find(" ", start, limit)
    return space + 1 if space >= 0 else start


def _holds(evidence: Evidence, citation: Citation) -> bool:
    return evidence.article.id == citation.article_id and evidence.passage.span.overlap(citation.span) > 0


def _badge(number: int) -> str:
    return f'<span class="badge" aria-label="{plain(f"{wording.CITED} {number}")}">{number}</span>'


def _also_in(others: tuple[Article, ...]) -> str:
    if not others:
        return ""
    links = "، ".join(
        f'<a href="{plain(article_path(other.id))}" target="_blank" rel="noopener noreferrer">'
        f"<bdi>{plain(other.source.strip() or wording.NO_OUTLET)}</bdi></a>"
        for other in others
    )
    return f'<p class="also">{plain(wording.ALSO_IN)} {links}</p>'
