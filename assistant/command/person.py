"""``isnad person``: one person or body across articles, and the names that are theirs."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.command.options import Day, store_option
from assistant.command.people import one_person
from assistant.command.wording import count

if TYPE_CHECKING:
    from index.people.finding import PersonFound
    from index.store.catalogue import Catalogue
    from index.store.statements import StatementHit
    from index.vocabulary import StatementFilters

_BASES = {"spelling": "another spelling", "part": "a part of the name", "user": "as you decided", "name": ""}


class _Person(click.Group):
    """A group in which a name may stand where a subcommand would: ``isnad person NAME`` shows that person."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            args = ["show", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in ("-h", "--help") and args[0].startswith("-"):
            args = ["show", *args]  # options may stand before the name
        return super().parse_args(ctx, args)


@click.group(cls=_Person, subcommand_metavar="NAME | COMMAND [ARGS]...")
def person() -> None:
    """Show a person or body: names, roles over time, statements; say who is who.

    `isnad person NAME` is short for `isnad person show NAME`. Names may be in any spelling, a part of the name where
    it is only one's, or in Latin letters. What is decided here stays when articles are added, removed or reindexed.
    """


@person.command("show")
@click.argument("name")
@click.option("--from", "since", metavar="DAY", type=Day(), help="Statements from this day on.")
@click.option("--to", "until", metavar="DAY", type=Day(end=True), help="Statements up to this day, included.")
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=0), default=50, show_default=True, help="At most so many; 0: all."
)
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@store_option
def show(name: str, since: dt.date | None, until: dt.date | None, limit: int, as_json: bool, store_path: Path) -> None:
    """Show a person's names, roles over time, counts, and statements from the first to the last."""
    from index.people.finding import find
    from index.store import Store
    from index.store.statements import count_by, in_time
    from index.vocabulary import StatementFilters

    with Store(store_path, must_exist=True) as store:
        store.check_statements()
        catalogue = store.catalogue
        who = one_person(catalogue, name)
        filters = StatementFilters(people=(who.key,), since=since, until=until)
        said = islice(in_time(catalogue, filters), limit or None)
        if as_json:
            click.echo(json.dumps(_record(catalogue, who, filters, said), ensure_ascii=False))
            return
        for line in _lines(catalogue, who, filters):
            click.echo(line)
        for hit in said:
            click.echo(_statement(hit))
        total = sum(number for _, number in count_by(catalogue, "kind", filters))
        if limit and total > limit:
            click.echo(f"{limit:,} of {count(total, 'statement')}; --limit 0 lists all", err=True)
        if others := [other.shown for other in find(catalogue, name, widely=True) if other.key != who.key]:
            click.echo(f"others whom {name} may mean: {', '.join(others[:8])}", err=True)


@person.command("list")
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=0), default=50, show_default=True, help="At most so many; 0: all."
)
@click.option("--joined", is_flag=True, help="Only those with several names.")
@store_option
def list_people(limit: int, joined: bool, store_path: Path) -> None:
    """List people and bodies with their names, the most quoted first."""
    from index.people.finding import people
    from index.people.settling import settle
    from index.store import Store

    with Store(store_path, must_exist=True) as store:
        store.check_statements()
        settle(store.catalogue)
        several = "HAVING count(DISTINCT n.name) > 1" if joined else ""
        sql = f"""SELECT n.person, count(*) FROM statements s JOIN names n ON n.name = s.name
                  WHERE n.kind IN ('person', 'organization') GROUP BY n.person {several}
                  ORDER BY count(*) DESC, n.person LIMIT ?"""
        keys = [row[0] for row in store.catalogue.rows(sql, (limit or -1,))]
        for who in people(store.catalogue, keys):
            others = [name.spelling for name in who.names if name.spelling != who.shown]
            click.echo(f"{who.count:>9,}  {who.shown}" + (f"  = {' = '.join(others)}" if others else ""))


@person.command("merge")
@click.argument("kept", metavar="NAME")
@click.argument("others", metavar="OTHER...", nargs=-1, required=True)
@store_option
def merge(kept: str, others: tuple[str, ...], store_path: Path) -> None:
    """Make NAME and each OTHER one person, who is shown as NAME is."""
    from index.people import deciding
    from index.store import Store

    with Store(store_path, must_exist=True) as store:
        who = one_person(store.catalogue, kept)
        found = [one_person(store.catalogue, other) for other in others]
        _tell(_decided(deciding.merge, store.catalogue, who, found))


@person.command("split")
@click.argument("name")
@click.argument("spellings", metavar="SPELLING...", nargs=-1, required=True)
@store_option
def split(name: str, spellings: tuple[str, ...], store_path: Path) -> None:
    """Take names from a person: each SPELLING of NAME's is another's, together."""
    from index.people import deciding
    from index.store import Store

    with Store(store_path, must_exist=True) as store:
        who = one_person(store.catalogue, name)
        _tell(_decided(deciding.split, store.catalogue, who, spellings))


@person.command("rename")
@click.argument("name")
@click.argument("shown", metavar="NEW_NAME")
@store_option
def rename(name: str, shown: str, store_path: Path) -> None:
    """Show the person under another name from now on, and find them by it as well."""
    from index.people import deciding
    from index.store import Store

    with Store(store_path, must_exist=True) as store:
        _tell(_decided(deciding.rename, store.catalogue, one_person(store.catalogue, name), shown))


def _decided(decide: Any, *arguments: Any) -> PersonFound:
    from index.people.deciding import PeopleError

    try:
        found: PersonFound = decide(*arguments)
    except PeopleError as error:
        raise click.ClickException(str(error)) from error
    return found


def _tell(who: PersonFound) -> None:
    click.echo(f"{who.shown}: {count(who.count, 'statement')}")
    for line in _names(who):
        click.echo(line)


def _names(who: PersonFound) -> Iterator[str]:
    for name in who.names:
        why = _BASES[name.basis] if name.key != who.key else ""
        yield f"{name.count:>9,}  {name.spelling}" + (f"  ({why})" if why else "")


def _lines(catalogue: Catalogue, who: PersonFound, filters: StatementFilters) -> Iterator[str]:
    """All that is told before the statements."""
    from index.people.profile import roles
    from index.store.statements import count_by

    yield f"{who.shown}  ({who.kind}, {count(who.count, 'statement')})"
    yield "\nnames"
    yield from _names(who)
    if held := roles(catalogue, who.key):
        yield "\nroles"
        for role in held:
            days = f"{role.first} to {role.last}" if role.first != role.last else f"{role.first or 'undated'}"
            title = role.role if role.organization in role.role else f"{role.role}, {role.organization}".lstrip(", ")
            yield f"{role.count:>9,}  {title}  ({days})"
    for facet in ("stance", "place", "source"):
        if counted := count_by(catalogue, facet, filters):
            yield f"\nby {facet}"
            yield from (f"{number:>9,}  {value}" for value, number in counted[:8])
    yield "\nstatements"


def _statement(hit: StatementHit) -> str:
    """A statement on one line: when, how and what, and where it stands."""
    statement, text = hit.statement, hit.article.text
    day = statement.said_on or hit.article.date or "undated   "
    place = statement.place.of(text) if statement.place else ""
    content = " ".join(hit.content.split()).strip('"«»“”')
    ends = " · ".join(part for part in (place, hit.article.source, hit.article.id) if part)
    return f"{day}  {statement.cue.of(text)} «{content}» · {' '.join(ends.split())}"


def _record(
    catalogue: Catalogue, who: PersonFound, filters: StatementFilters, said: Iterator[StatementHit]
) -> dict[str, Any]:
    from index.people.profile import roles
    from index.statements import as_record
    from index.store.statements import count_by

    return {
        "person": who.shown,
        "kind": who.kind,
        "statements": who.count,
        "names": [{"name": one.spelling, "statements": one.count, "basis": one.basis} for one in who.names],
        "roles": [
            {
                "role": one.role or None,
                "organization": one.organization or None,
                "first": one.first and one.first.isoformat(),
                "last": one.last and one.last.isoformat(),
                "statements": one.count,
            }
            for one in roles(catalogue, who.key)
        ],
        "counts": {
            facet: dict(count_by(catalogue, facet, filters)) for facet in ("stance", "place", "month", "source")
        },
        "said": [as_record(hit.article, hit.statement) for hit in said],
    }
