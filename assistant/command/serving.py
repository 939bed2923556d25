"""``isnad serve``: the web chat."""

from __future__ import annotations

import gc
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import click

from assistant.command.options import llm_option, store_option


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
@llm_option
@store_option
def serve(host: str, port: int, open_browser: bool, llm: str | None, store_path: Path) -> None:
    """Serve the chat, and print its address."""
    from assistant.command.asking import open_assistant
    from assistant.page import THIS_MACHINE
    from assistant.page import serve as serve_page

    if host not in THIS_MACHINE:
        click.echo("whoever reaches this address can read the articles: there is no password", err=True)
    with open_assistant(store_path, llm) as (store, desk), ThreadPoolExecutor(1) as beside:
        store.hold()  # whoever else has the store is named before an address is given
        # A million objects are made that will stay: looking for garbage among them takes a fifth of the start.
        gc.disable()
        # The model loads while the page does, and goes on loading while the browser opens it.
        ready = beside.submit(desk.prepare)
        ready.add_done_callback(_collect_again)
        serve_page(desk, store=store, host=host, port=port, open_browser=open_browser, ready=ready)


def _collect_again(_: Future[None]) -> None:
    gc.freeze()
    gc.enable()
