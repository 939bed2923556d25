"""The source panel as HTML: one card per citation, with its words marked in their passage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.citing import stands
from assistant.conversations import Head
from assistant.page import wording
from assistant.page.escaping import article_path, direction, plain
from assistant.page.reader import ARABIC, Reader
from assistant.page.sources import wording as sources_wording
from assistant.page.sources.export_links import export_boxes, export_buttons, export_form, export_path
from assistant.page.talks.gone import gone_card
from assistant.sources.stances import stance_in_words
from index.vocabulary import Answer, Article, Citation, Evidence, Span, Statement

Lookup = Callable[[str], Article | None]
Foot = Callable[[int], str]
"""What the chat adds at the end of a card's foot, as HTML: buttons for what the reader thinks of that citation."""
ROOM = 420  # characters of a passage shown on either side of the cited words


def panel(turns: Iterable[str], reader: Reader = ARABIC) -> str:
    """The whole panel from the cards of each turn (see :func:`turn_cards`); all but the last are hidden."""
    turns = list(turns)
    body = "".join(
        f'<div class="turn" id="turn-{number}" data-turn="{number}" tabindex="-1"'
        f"{'' if number == len(turns) else ' hidden'}>{cards}</div>"
        for number, cards in enumerate(turns, start=1)
    )
    hint = f'<p class="hint">{plain(reader.say(wording.SOURCES_EMPTY))}</p>'
    english = f' <span lang="en" dir="ltr">{plain(wording.SOURCES_EN)}</span>' if reader.language == "ar" else ""
    return (
        f'<section class="sources" dir="{reader.direction}" aria-label="{plain(reader.say(wording.SOURCES))}" '
        f'data-failed="{plain(reader.say(sources_wording.FAILED))}">{export_form()}'
        f"<h2>{plain(reader.say(wording.SOURCES))}{english}</h2>{body or hint}{_export_all(turns, reader)}</section>"
    )


def turn_cards(
    answer: Answer,
    turn: int,
    lookup: Lookup,
    *,
    heads: Mapping[str, Head] | None = None,
    foot: Foot | None = None,
    reader: Reader = ARABIC,
) -> str:
    """The cards of one answer: its citations in order, then the passages it did not cite.

    `lookup` finds the article of a citation that no passage holds; a citation whose article is gone, or has changed
    since, is shown with its own words and no context; `heads` then tell what it was. `foot` is asked, for the number of
    each citation, for what a reader may do with it.
    """
    head = _head(answer.question, reader)
    cited = "".join(
        _cited(number, citation, answer, turn, lookup, heads or {}, reader, foot(number) if foot else "")
        for number, citation in enumerate(answer.citations, 1)
    )
    rest = [evidence for evidence in answer.evidence if not any(_holds(evidence, c) for c in answer.citations)]
    others = "".join(_card(one.article, one.passage.span, reader, also_in=one.also_in) for one in rest)
    if answer.refused or not cited:
        heading = wording.NEAREST if answer.refused else wording.NEARBY  # a growing answer has not cited yet
        found = f"<h3>{plain(reader.say(heading))}</h3>{others}"
        return head + cited + (found if others else f"<p>{plain(reader.say(wording.NO_PASSAGES))}</p>")
    related = f"{plain(reader.say(wording.RELATED))} ({plain(reader.number(len(rest)))})"
    more = f"<details><summary>{related}</summary>{others}</details>" if rest else ""
    return head + cited + export_boxes(answer.citations, turn, reader) + more


def waiting_cards(question: str, reader: Reader = ARABIC) -> str:
    """What stands in the place of an answer's cards until its sources are known."""
    return f'{_head(question, reader)}<p class="hint">{plain(reader.say(wording.SEARCHING))}</p>'


def _head(question: str, reader: Reader) -> str:
    return f'<p class="of">{plain(reader.say(wording.SOURCES_OF))} <q><bdi>{plain(question)}</bdi></q></p>'


def _export_all(turns: Sequence[str], reader: Reader) -> str:
    if sum('name="cite"' in cards for cards in turns) < 2:  # the one answer has its own buttons
        return ""
    heading = plain(reader.say(sources_wording.EXPORT_ALL))
    return f'<details class="exporting all"><summary>{heading}</summary>{export_buttons(reader)}</details>'


def _cited(
    number: int,
    citation: Citation,
    answer: Answer,
    turn: int,
    lookup: Lookup,
    heads: Mapping[str, Head],
    reader: Reader,
    foot: str,
) -> str:
    evidence = next((evidence for evidence in answer.evidence if _holds(evidence, citation)), None)
    article = evidence.article if evidence else lookup(citation.article_id)
    identity = f'id="source-{turn}-{number}"'
    if article is None or not stands(citation, article):
        head = heads.get(citation.article_id) or Head(citation.article_id)
        feet = _back(reader) + foot
        return gone_card(citation, head, _badge(number, reader), identity, feet, reader, changed=article is not None)
    passage = evidence.passage.span if evidence else citation.span
    around = Span(min(passage.start, citation.span.start), max(passage.end, citation.span.end))
    also_in = evidence.also_in if evidence else ()
    others = [one.span for one in answer.citations if one.article_id == article.id and one.span != citation.span]
    badge = _badge(number, reader)
    foot = _copy(citation, reader) + _back(reader) + foot
    said = _said(citation.statement, reader) if citation.statement else ""
    return _card(article, around, reader, citation.span, also_in, others, identity, badge, said, foot)


def _card(
    article: Article,
    passage: Span,
    reader: Reader,
    cited: Span | None = None,
    also_in: tuple[Article, ...] = (),
    others: Sequence[Span] = (),
    identity: str = "",
    badge: str = "",
    said: str = "",
    foot: str = "",
) -> str:
    target = cited or passage
    href = plain(article_path(article.id, target.start, target.end, also=others))
    title = article.title.strip() or reader.say(wording.NO_TITLE)
    words = plain(reader.say(wording.OPEN_ARTICLE))
    new_tab = f'<span class="sr"> {plain(reader.say(wording.NEW_TAB))}</span>'
    apart = plain(reader.say(sources_wording.APART))
    return (
        f'<article class="card" {identity} tabindex="-1">'
        f"<header>{badge}<span class='meta'>{by_line(article, reader)}</span></header>"
        f'<h4 dir="{direction(title)}"><bdi>{plain(title)}</bdi></h4>{said}'
        f'<p class="passage" dir="{direction(passage.of(article.text))}">{excerpt(article.text, passage, cited)}</p>'
        f"{_also_in(also_in, reader)}"
        f'<footer><a class="open" href="{href}">{words}</a>'
        f'<a class="apart" href="{href}" target="_blank" rel="noopener noreferrer">{apart}{new_tab}</a>'
        f"{foot}</footer></article>"
    )


def _said(statement: Statement, reader: Reader) -> str:
    role = f' <span class="role">{plain(statement.role)}</span>' if statement.role else ""
    stance = plain(stance_in_words(statement.stance, reader.language))
    return f'<p class="said-by"><bdi>{plain(statement.speaker)}</bdi>{role} <span class="stance">{stance}</span></p>'


def by_line(article: Article, reader: Reader = ARABIC) -> str:
    """Outlet and date as HTML, each in its own bidirectional isolate."""
    outlet = article.source.strip() or reader.say(wording.NO_OUTLET)
    day = f'<time datetime="{article.date.isoformat()}">' if article.date else "<time>"
    date = f"{day}<bdi>{plain(reader.day(article.date))}</bdi></time>"
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


def _badge(number: int, reader: Reader) -> str:
    shown = reader.number(number)
    said = plain(f"{reader.say(wording.CITED)} {shown}")
    return f'<span class="badge" role="img" aria-label="{said}">{shown}</span>'


def _back(reader: Reader) -> str:
    return f'<button type="button" class="back">{plain(reader.say(wording.BACK_TO_ANSWER))}</button>'


def _copy(citation: Citation, reader: Reader) -> str:
    # The server writes the quotation: it knows who said it, and where it is reached.
    href = plain(export_path([citation], "text"))
    done, failed = plain(reader.say(sources_wording.COPIED)), plain(reader.say(sources_wording.COPY_FAILED))
    fallback = plain(reader.say(sources_wording.COPY_YOURSELF))
    return (
        f'<button type="button" class="copy" data-href="{href}" data-done="{done}">'
        f"{plain(reader.say(sources_wording.COPY_QUOTATION))}</button>"
        f'<span class="told" role="status" data-fallback="{fallback}" data-failed="{failed}"></span>'
    )


def _also_in(others: tuple[Article, ...], reader: Reader) -> str:
    if not others:
        return ""
    links = "، ".join(
        f'<a href="{plain(article_path(other.id))}" target="_blank" rel="noopener noreferrer">'
        f"<bdi>{plain(other.source.strip() or reader.say(wording.NO_OUTLET))}</bdi></a>"
        for other in others
    )
    return f'<p class="also">{plain(reader.say(wording.ALSO_IN))} {links}</p>'
