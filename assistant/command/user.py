"""``isnad user``: who may enter a chat that others reach, and with which programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.command.options import store_option
from assistant.command.wording import count

if TYPE_CHECKING:
    from assistant.sign_in.users import Users


@click.group()
def user() -> None:
    """Let people and programs into a chat that others reach.

    Users stand in the file that ISNAD_USERS names, else in users.toml in the folder of the store. As soon as the file
    is there, isnad serve asks everybody to sign in.
    """


@user.command("add")
@click.argument("name")
@click.option("--stdin", "from_stdin", is_flag=True, help="Read the password from stdin, a line, and do not ask.")
@store_option
def add_user(name: str, from_stdin: bool, store_path: Path) -> None:
    """Let NAME sign in, with a password that is asked for; a user who is there gets it as a new one."""
    with _users(store_path) as users:
        if from_stdin:
            password = sys.stdin.readline().rstrip("\r\n")
        else:
            password = click.prompt("password", hide_input=True, confirmation_prompt="once more", err=True)
        new = users.add(name, password)
    click.echo(f"added {name}" if new else f"{name} has a new password; sessions with the old one have ended")


@user.command("token")
@click.argument("name")
@click.option("--for", "label", metavar="WORDS", default="", help="What the token is for, as isnad user list shows it.")
@store_option
def make_token(name: str, label: str, store_path: Path) -> None:
    """Make a token with which a program enters as NAME. It is shown this once."""
    with _users(store_path) as users:
        made = users.new_token(name, label)
    click.echo(made)
    click.echo("keep it like a password: it is not shown again. Send it as: Authorization: Bearer TOKEN", err=True)


@user.command("list")
@store_option
def list_users(store_path: Path) -> None:
    """List the users and their tokens."""
    with _users(store_path) as users:
        for name in users.names():
            found = users.user(name)
            assert found is not None  # read a moment ago
            click.echo(f"{name}\tsince {found.since}\t{count(len(found.tokens), 'token')}")
            for one in found.tokens:
                click.echo(f"  {one.id}\tmade {one.made}\t{one.label}")
        if not users.names():
            click.echo(f"no user in {users.path}: isnad user add NAME", err=True)


@user.command("revoke")
@click.argument("token_id", metavar="ID")
@store_option
def revoke_token(token_id: str, store_path: Path) -> None:
    """End the token with this id; isnad user list shows the ids."""
    with _users(store_path) as users:
        owner = users.revoke(token_id)
    click.echo(f"revoked {token_id} of {owner}")


@user.command("remove")
@click.argument("name")
@store_option
def remove_user(name: str, store_path: Path) -> None:
    """Let NAME in no more, and no program of theirs."""
    with _users(store_path) as users:
        users.remove(name)
    click.echo(f"removed {name}")


@contextmanager
def _users(store_path: Path) -> Iterator[Users]:
    from assistant.sign_in.users import Users, UsersError, users_path

    try:
        yield Users(users_path(store_path))
    except UsersError as error:
        raise click.ClickException(str(error)) from error
