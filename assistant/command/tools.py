"""``isnad mcp``: the archive as tools of a language model, over this process's own pipes."""

from __future__ import annotations

import importlib.util
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.command.options import store_option

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@click.command("mcp")
@store_option
def tools(store_path: Path) -> None:
    """Serve ask, search_statements and get_article to a language model's program (MCP, over stdin and stdout).

    The program starts this command itself. A store that isnad serve has open is reached at its address instead, with
    /mcp at the end.
    """
    if importlib.util.find_spec("mcp") is None:
        raise click.ClickException('the package mcp is not installed: pip install "isnad[mcp]"')
    from assistant.command.asking import open_assistant
    from index.store import StoreInUseError

    try:
        with open_assistant(store_path) as (_, desk):
            _serve(desk)
    except StoreInUseError as error:
        raise click.ClickException(f"{error}. If isnad serve has it, its tools are at its address with /mcp") from error


def _serve(desk: Assistant) -> None:
    with ThreadPoolExecutor(1) as beside:
        loading = beside.submit(desk.prepare)  # while the two programs greet each other
        import anyio

        from assistant.api.programs import Programs
        from assistant.api.tools import server

        anyio.run(server(Programs(desk)).run_stdio_async)
        loading.result()
