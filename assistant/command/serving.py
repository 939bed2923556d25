"""``isnad serve``: the web chat."""

from __future__ import annotations

import gc
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.command.options import llm_option, reranker_option, store_option

if TYPE_CHECKING:
    from assistant.sign_in.users import Users


@click.command()
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen at; 0.0.0.0: all of them.",
)
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=7860,
    show_default=True,
    help="Port; if taken, the next free one.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the browser.")
@click.option("--no-sign-in", is_flag=True, help="Let in everybody who reaches the address, users or not.")
@llm_option
@reranker_option
@store_option
def serve(
    host: str,
    port: int,
    open_browser: bool,
    no_sign_in: bool,
    llm: str | None,
    reranker: str | None,
    store_path: Path,
) -> None:
    """Serve the chat, the API and MCP, and print the address.

    Where users were made (isnad user add), everybody signs in, and programs send a token. An address that others reach
    needs users, or --no-sign-in.
    """
    from assistant.api.callers import Rates
    from assistant.api.programs import Programs
    from assistant.command.asking import open_assistant
    from assistant.page import serve as serve_page

    users = None if no_sign_in else _users(store_path)
    if users is None:
        _check_address(host, no_sign_in)
    try:
        rates = Rates.chosen()
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    with open_assistant(store_path, llm, reranker) as (store, desk), ThreadPoolExecutor(1) as beside:
        store.hold()  # whoever else has the store is named before an address is given
        # A million objects are made that will stay: looking for garbage among them takes a fifth of the start.
        gc.disable()
        # The model loads while the page does, and goes on loading while the browser opens it.
        ready = beside.submit(desk.prepare)
        ready.add_done_callback(_collect_again)
        serve_page(
            desk,
            store=store,
            host=host,
            port=port,
            open_browser=open_browser,
            ready=ready,
            programs=Programs(desk, rates=rates),
            users=users,
        )


def _users(store_path: Path) -> Users | None:
    """Who may enter; None where nobody was named, and everybody may."""
    from assistant.sign_in.users import Users, UsersError, users_path

    if not (path := users_path(store_path)).exists():
        return None
    try:
        if Users(path).names():
            return Users(path)
    except UsersError as error:
        raise click.ClickException(str(error)) from error
    raise click.ClickException(f"{path} has no user, so nobody could enter: isnad user add NAME, or --no-sign-in")


def _check_address(host: str, no_sign_in: bool) -> None:
    from assistant.page import THIS_MACHINE

    if host in THIS_MACHINE:
        return
    if not no_sign_in:
        raise click.ClickException(
            f"whoever reaches {host} could read the articles: give them accounts (isnad user add NAME), or say "
            "--no-sign-in where a proxy asks for the password or the network is trusted"
        )
    click.echo("whoever reaches this address can read the articles: there is no password", err=True)


def _collect_again(_: Future[None]) -> None:
    gc.freeze()
    gc.enable()
