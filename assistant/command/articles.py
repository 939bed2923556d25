"""``isnad list``, ``show`` and ``remove``: the articles themselves."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.command.options import filter_options, filters, store_option
from assistant.command.wording import count

if TYPE_CHECKING:
    from index.store.catalogue import Catalogue
    from index.vocabulary import Article, Filters

_PAGE = 5000  # articles in memory at a time


@click.command("list")
@filter_options
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=0), default=50, show_default=True, help="At most so many; 0: all."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="text: id, day, source and title between tabs; jsonl: whole articles, as isnad add reads them.",
)
@store_option
def list_articles(
    source: tuple[str, ...], since: dt.date | None, until: dt.date | None, limit: int, form: str, store_path: Path
) -> None:
    """List articles, the newest first."""
    from index.store import Store
    from index.store.catalogue import narrowing

    with Store(store_path, must_exist=True) as store:
        wanted = filters(store, source, since, until)
        where, values = narrowing(wanted)
        ((total,),) = store.catalogue.rows(f"SELECT count(*) FROM articles a WHERE {where}", values)
        for article in islice(_pages(store.catalogue, wanted, limit or _PAGE), limit or None):
            if form == "jsonl":
                click.echo(json.dumps(_record(article), ensure_ascii=False))
            else:
                click.echo("\t".join([article.id, str(article.date or ""), article.source, article.title]))
        if limit and total > limit:
            click.echo(f"{limit:,} of {count(total, 'article')}; --limit 0 lists all", err=True)
        elif not total:
            click.echo("no article" + (" that fits" if wanted else ""), err=True)


@click.command()
@click.argument("article_id", metavar="ID")
@click.option("--passages", is_flag=True, help="The passages it was cut into, each with its place, not the whole text.")
@store_option
def show(article_id: str, passages: bool, store_path: Path) -> None:
    """Show the article with this id."""
    from index.store import Store

    with Store(store_path, must_exist=True) as store:
        found = store.catalogue.rows("SELECT key FROM articles WHERE id = ?", (article_id,))
        if not found:
            raise click.ClickException(f"no article has the id {article_id!r}: isnad list shows the ids")
        article, parts = store.catalogue.parts(found[0][0])
    for name in ("id", "title", "date", "source", "author", "category", "url"):
        if value := getattr(article, name):
            click.echo(f"{name + ':':<10} {value}")
    if not passages:
        click.echo(f"\n{article.text}")
    for passage, _ in parts if passages else ():
        words = passage.span.of(article.text)
        click.echo(f"\npassage {passage.number + 1} [{passage.span.start}:{passage.span.end}]\n{words}")


@click.command()
@click.argument("article_ids", nargs=-1, required=True, metavar="ID...")
@store_option
@click.pass_context
def remove(ctx: click.Context, article_ids: tuple[str, ...], store_path: Path) -> None:
    """Remove the articles with these ids, and all that was made of them."""
    from index.ingest import remove as remove_article
    from index.store import Store

    with Store(store_path, must_exist=True) as store:
        missing = [one for one in dict.fromkeys(article_ids) if not remove_article(store, one)]
    click.echo(f"removed {count(len(set(article_ids)) - len(missing), 'article')}")
    if missing:
        click.echo(f"Error: no article has the id {', '.join(missing)}", err=True)
        ctx.exit(1)


def _pages(catalogue: Catalogue, wanted: Filters, size: int) -> Iterator[Article]:
    offset, size = 0, min(size, _PAGE)
    while page := list(catalogue.articles(wanted, limit=size, offset=offset)):
        yield from page
        offset += len(page)


def _record(article: Article) -> dict[str, str]:
    names = ("id", "title", "text", "date", "source", "url", "author", "category")
    return {name: str(value) for name in names if (value := getattr(article, name))}
