"""``isnad add``: read files, folders, archives and addresses into the store, and say what became of everything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from assistant.command.failures import INTERRUPTED
from assistant.command.options import field_option, named_fields, store_option
from assistant.command.progress import Progress
from assistant.command.wording import count, duration

if TYPE_CHECKING:
    from index.ingest import Summary
    from index.reading import Notice
    from index.vocabulary import Article, Rejection

_LISTED = 20  # rejections and notices shown one by one; the rest are counted


@click.command()
@click.argument("sources", nargs=-1, metavar="[PATH_OR_URL]...")
@field_option
@click.option("--rejected", type=click.File("w", "utf-8"), help="Write everything that was rejected here, as JSONL.")
@click.option("--samples", is_flag=True, help="Add the sample articles that come with isnad.")
@click.option("--if-empty", is_flag=True, help="Do nothing if the store has articles already.")
@store_option
@click.pass_context
def add(
    ctx: click.Context,
    sources: tuple[str, ...],
    fields: tuple[str, ...],
    rejected: TextIO | None,
    samples: bool,
    if_empty: bool,
    store_path: Path,
) -> None:
    """Add the articles of files, folders, archives and web addresses.

    Reads JSON, JSON Lines, CSV, TSV, text, TREC, HTML, RSS, Atom, PDF and Word files, packed (.gz, .zip) or not;
    folders are read with all below them. What is there already is not added again, what changed is
    replaced, and a run that was cut off is finished by the next one.
    """
    from index.ingest import add as add_articles
    from index.reading import read, size
    from index.store import Store

    if not sources and not samples:
        raise click.UsageError("name files, folders or addresses to add, or give --samples")
    notices: list[Notice] = []
    with Store(store_path) as store:
        if if_empty and (held := store.catalogue.counts().articles):
            click.echo(f"the store has {count(held, 'article')} already")
            return
        with Progress("adding", size(sources)) as progress:
            try:
                items = read(sources, fields=named_fields(fields), on_bytes=progress.advance, on_notice=notices.append)
            except ValueError as error:
                raise click.BadParameter(str(error), param_hint="'--field'") from error

            def tell(summary: Summary) -> None:
                read_so_far = summary.added + summary.changed + summary.unchanged
                rate = read_so_far / max(progress.seconds, 1e-3)
                progress.note(f"{count(read_so_far, 'article')}, {rate:,.0f} a second")

            summary = add_articles(store, _with_samples(items) if samples else items, tell)
        waiting = store.catalogue.counts().pending
    for notice in notices[:_LISTED]:
        click.echo(f"{notice.place}: {notice.words}", err=True)
    if len(notices) > _LISTED:
        click.echo(f"and {count(len(notices) - _LISTED, 'notice')} more of this kind", err=True)
    if rejected:
        for one in summary.rejected:
            rejected.write(json.dumps({"place": one.place, "reason": one.reason}, ensure_ascii=False) + "\n")
    for line in _lines(summary):
        click.echo(line)
    if summary.interrupted:
        rest = f"; the last {count(waiting, 'article')} will be finished by the next run" if waiting else ""
        click.echo(f"interrupted after {duration(progress.seconds)}: what is counted above is kept{rest}", err=True)
        ctx.exit(INTERRUPTED)
    if not summary.added + summary.changed + summary.unchanged:
        click.echo("Error: no article could be read", err=True)
        ctx.exit(1)


def _with_samples(items: Iterator[Article | Rejection]) -> Iterator[Article | Rejection]:
    from index.samples import articles

    yield from articles()
    yield from items


def _lines(summary: Summary) -> Iterator[str]:
    """The summary, a line each; what did not happen is left out, except that nothing was added."""
    made = [(summary.passages, "passage"), (summary.statements, "statement")]
    parts = "".join(f", {count(number, noun)}" for number, noun in made if number)
    yield f"added      {count(summary.added, 'article')}{parts}"
    if summary.duplicate:
        words = "has the very text of another" if summary.duplicate == 1 else "have the very text of another"
        yield f"duplicate  {count(summary.duplicate, 'article')} of these {words}"
    if summary.changed:
        yield f"changed    {count(summary.changed, 'article')}"
    if summary.unchanged:
        yield f"unchanged  {count(summary.unchanged, 'article')}"
    if summary.rejected:
        yield f"rejected   {count(len(summary.rejected), 'item')}:"
        yield from (f"  {one.place}: {one.reason}" for one in summary.rejected[:_LISTED])
        if len(summary.rejected) > _LISTED:
            yield f"  and {len(summary.rejected) - _LISTED:,} more (--rejected FILE lists all)"
