"""A page of the library's articles as an HTML table, with what removes the chosen ones."""

from __future__ import annotations

from assistant.library.shelf import Held, Shelf
from assistant.page.escaping import article_path, direction, plain
from assistant.page.library import wording
from assistant.page.reader import Reader


def table(shelf: Shelf, reader: Reader, *, searched: bool = False) -> str:
    """The page `shelf`; `searched` says that its articles are those of a search, so that none is no empty library."""
    if not shelf.articles:
        return f'<p class="hint">{plain(reader.say(wording.NOTHING_FOUND if searched else wording.EMPTY))}</p>'
    rows = "".join(_row(held, reader) for held in shelf.articles)
    every = plain(reader.say(wording.CHOOSE_ALL))
    heads = "".join(f'<th scope="col">{plain(reader.say(head))}</th>' for head in (wording.ARTICLE, wording.OUTLET))
    figures = "".join(
        f'<th scope="col" class="figure">{plain(reader.say(head))}</th>' for head in (wording.DAY, wording.STATEMENTS)
    )
    total = plain(reader.count(shelf.total, wording.ARTICLES))
    return (
        f'<div class="shelf"><p class="total"><bdi>{total}</bdi></p><table><caption class="sr">'
        f"{plain(reader.say(wording.SHELF))}</caption><thead><tr>"
        f'<th class="pick"><input type="checkbox" data-all aria-label="{every}"></th>{heads}{figures}</tr></thead>'
        f"<tbody>{rows}</tbody></table><footer>{_remove(reader)}{_pager(shelf, reader)}</footer></div>"
    )


def _row(held: Held, reader: Reader) -> str:
    title = held.title.strip() or reader.say(wording.UNTITLED)
    choose = plain(reader.say(wording.CHOOSE, title=title))
    return (
        f'<tr><td class="pick"><input type="checkbox" value="{plain(held.id)}" aria-label="{choose}"></td>'
        f'<td><a href="{plain(article_path(held.id))}" dir="{direction(title)}"><bdi>{plain(title)}</bdi></a></td>'
        f"<td><bdi>{plain(held.source.strip() or reader.say(wording.UNNAMED))}</bdi></td>"
        f'<td class="figure"><bdi>{plain(reader.day(held.date))}</bdi></td>'
        f'<td class="figure"><bdi>{plain(reader.number(held.statements))}</bdi></td></tr>'
    )


def _remove(reader: Reader) -> str:
    return (
        f'<button type="button" class="quiet" data-ask="remove" disabled>{plain(reader.say(wording.REMOVE))}'
        f" <bdi data-chosen></bdi></button>"
        + dialog(
            "remove",
            reader.say(wording.REMOVE_SURE),
            reader.say(wording.REMOVE_MORE),
            reader.say(wording.YES_REMOVE),
            reader,
        )
    )


def dialog(name: str, question: str, more: str, yes: str, reader: Reader) -> str:
    """A question that has to be answered before `name` is done (library.js opens it)."""
    return (
        f'<dialog data-for="{name}" aria-labelledby="{name}-question"><h2 id="{name}-question">{plain(question)}</h2>'
        f"<p>{plain(more)}</p><div class='answers'>"
        f'<button type="button" class="sure" data-yes="{name}">{plain(yes)}</button>'
        f'<button type="button" class="quiet" data-no autofocus>{plain(reader.say(wording.CANCEL))}</button>'
        "</div></dialog>"
    )


def _pager(shelf: Shelf, reader: Reader) -> str:
    if shelf.pages == 1:
        return ""
    here = reader.say(wording.PAGE, number=shelf.number + 1, pages=shelf.pages)
    turns = [(wording.PREVIOUS, shelf.number - 1), (wording.NEXT, shelf.number + 1)]
    buttons = [
        f'<button type="button" class="quiet" data-page="{number}"{"" if 0 <= number < shelf.pages else " disabled"}>'
        f"{plain(reader.say(text))}</button>"
        for text, number in turns
    ]
    return f'<nav class="pager" aria-label="{plain(here)}">{buttons[0]}<span>{plain(here)}</span>{buttons[1]}</nav>'
