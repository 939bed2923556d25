"""``isnad doctor`` and ``isnad reindex``: is the store whole, and making it anew."""

from __future__ import annotations

import os
from pathlib import Path

import click

from assistant.command.options import store_option
from assistant.command.progress import Progress
from assistant.command.wording import count

_MARKS = {"ok": "ok      ", "warning": "warning ", "error": "error   "}


@click.command()
@click.option("--repair", "mend", is_flag=True, help="Mend what can be mended, then examine again.")
@store_option
@click.pass_context
def doctor(ctx: click.Context, mend: bool, store_path: Path) -> None:
    """Examine the store, down to single vectors.

    The exit status is 1 if something is wrong, 0 if all is well or only warnings remain.
    """
    from index.doctor import examine, repair
    from index.store import Store

    with Store(store_path, must_exist=True) as store, Progress("examining", None) as progress:
        if mend:
            for line in repair(store, progress.note):
                click.echo(f"repaired {line}")
        findings = examine(store, progress.note)
    for finding in findings:
        remedy = f": {finding.remedy}" if finding.remedy else ""
        click.echo(f"{_MARKS[finding.level]} {finding.what}{remedy}")
    if any(finding.level == "error" for finding in findings):
        ctx.exit(1)


@click.command()
@click.argument("part", required=False, type=click.Choice(["statements"]), metavar="[statements]")
@click.option(
    "--embedder",
    metavar="NAME",
    help="Embed with this model from now on: a name of the Hugging Face hub, or a folder. Without it, the one that "
    "ISNAD_EMBEDDER names, else the one the store has.",
)
@store_option
def reindex(part: str | None, embedder: str | None, store_path: Path) -> None:
    """Make passages, statements, words and vectors anew from the articles.

    Needed for another embedder, and after an update that analyses otherwise. A run that was cut off is finished by
    running it again; until then the store answers no questions. `isnad reindex statements` makes only the statements
    anew, as after an update that finds others, and leaves the vectors of the passages as they are.
    """
    from index import store as stores
    from index.reindex import reindex as rebuild
    from index.statement_reindex import reindex_statements

    if part:
        if embedder:
            raise click.UsageError("another embedder embeds passages too: isnad reindex --embedder NAME")
        with stores.Store(store_path, must_exist=True) as store:
            with Progress("reindexing", store.catalogue.counts().articles) as progress:
                made = reindex_statements(store, progress.advance)
            said = store.catalogue.counts().statements
        click.echo(f"reindexed the statements of {count(made, 'article')}: there are {said:,} now")
        return
    with stores.Store(store_path, must_exist=True) as store:
        name = embedder or os.environ.get("ISNAD_EMBEDDER") or store.catalogue.setting("embedder")
        with Progress("reindexing", store.catalogue.counts().articles) as progress:
            made = rebuild(store, store.load_embedder(name), progress.advance)
            click.echo(f"reindexed {count(made, 'article')} with {store.embedder.name}")
