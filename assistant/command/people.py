"""Names as they are typed on the command line, and the people of the store they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.command.wording import count

if TYPE_CHECKING:
    from index.people.finding import PersonFound
    from index.store.catalogue import Catalogue

_SHOWN = 8  # people named in a message


def speakers_meant(catalogue: Catalogue, names: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of all whom these names may mean, which is said on stderr where it is not plain.

    Raises click.BadParameter for a name that is nobody's.
    """
    from index.people.finding import find

    keys: dict[str, None] = {}
    for name in names:
        found = find(catalogue, name, widely=True)
        if not found:
            raise click.BadParameter(_nobody(catalogue, name), param_hint="'--speaker'")
        keys |= dict.fromkeys(person.key for person in found)
        if len(found) > 1 or name not in (found[0].shown, found[0].names[0].spelling):
            click.echo(f"{name}: {told(found)}", err=True)
    return tuple(keys)


def one_person(catalogue: Catalogue, name: str) -> PersonFound:
    """The one person whom `name` means. Raises click.ClickException if it may be several, or nobody."""
    from index.people.finding import find

    found = find(catalogue, name)
    if not found:
        raise click.ClickException(_nobody(catalogue, name))
    if len(found) > 1:
        raise click.ClickException(f"{name} may be {told(found)}: name one of them in full")
    return found[0]


def told(found: list[PersonFound]) -> str:
    """These people in a few words, each with how much they said."""
    some = ", ".join(f"{person.shown} ({count(person.count, 'statement')})" for person in found[:_SHOWN])
    return some + (f" and {len(found) - _SHOWN:,} more" if len(found) > _SHOWN else "")


def _nobody(catalogue: Catalogue, name: str) -> str:
    import difflib

    shown = [row[0] for row in catalogue.rows("SELECT shown FROM people")]
    likely = difflib.get_close_matches(name, shown, n=3, cutoff=0.6)
    return f"no statement is by {name!r}" + (f"; did you mean {' or '.join(likely)}?" if likely else "")
