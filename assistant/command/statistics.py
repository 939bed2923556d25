"""``isnad stats``: how much the store holds, and what it was made with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from assistant.command.options import store_option
from assistant.command.wording import count, size


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As one JSON object, sizes in bytes.")
@store_option
def stats(as_json: bool, store_path: Path) -> None:
    """Say how much the store holds, and what it was made with."""
    from index.statements.version import STATEMENTS_VERSION
    from index.store import Store

    with Store(store_path, must_exist=True) as store:
        counts = store.catalogue.counts()
        sources = store.catalogue.sources()
        names = ("embedder", "dimension", "passages", "analyser")
        outdated = store.catalogue.outdated_statements(STATEMENTS_VERSION)
        made_with = {name: store.catalogue.setting(name) for name in names}
    taken = sum(file.stat().st_size for file in store_path.rglob("*") if file.is_file())
    if as_json:
        found: dict[str, Any] = {
            "store": str(store_path),
            "articles": counts.articles,
            "pending": counts.pending,
            "stories": counts.stories,
            "passages": counts.passages,
            "statements": counts.statements,
            "sources": [{"source": name, "articles": number} for name, number in sources],
            "first_day": counts.first_day and counts.first_day.isoformat(),
            "last_day": counts.last_day and counts.last_day.isoformat(),
            "embedder": made_with["embedder"],
            "dimension": int(made_with["dimension"]) if made_with["dimension"] else None,
            "versions": {
                "passages": made_with["passages"],
                "analyser": made_with["analyser"],
                "statements": STATEMENTS_VERSION if not outdated else None,
            },
            "outdated_statements": outdated,
            "bytes": taken,
        }
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    waiting = f" ({counts.pending:,} not finished: isnad doctor --repair)" if counts.pending else ""
    click.echo(f"store      {store_path}, {size(taken)}")
    click.echo(f"articles   {counts.articles:,}{waiting}, telling {count(counts.stories, 'story')}")
    click.echo(f"passages   {counts.passages:,}")
    missing = f" ({count(outdated, 'article')} not extracted yet: isnad reindex statements)" if outdated else ""
    click.echo(f"statements {counts.statements:,}{missing}")
    if counts.first_day:
        click.echo(f"days       {counts.first_day} to {counts.last_day}")
    if made_with["embedder"]:
        click.echo(f"embedder   {made_with['embedder']}, vectors of {made_with['dimension']} numbers")
        click.echo(f"versions   passages {made_with['passages']}, analyser {made_with['analyser']}")
    click.echo(f"sources    {counts.sources:,}")
    for name, number in sources:
        click.echo(f"  {number:>9,}  {name}")
