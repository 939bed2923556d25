"""The web desk: the only folder that knows Gradio. :func:`build` makes the application, :func:`serve` runs it."""

from __future__ import annotations

import errno
import os
import socket
import webbrowser
from concurrent.futures import Future
from typing import TYPE_CHECKING

from assistant.page.desk import AssistantLike

if TYPE_CHECKING:  # FastAPI and Gradio take seconds to import: the command line should not wait for them
    from fastapi import FastAPI

    from assistant.api.programs import Programs
    from assistant.sign_in.users import Users
    from index.store import Store

# Read by Gradio when it is imported: nothing is to leave the machine.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

__all__ = ["AssistantLike", "build", "serve"]
THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}
"""Addresses to listen at that no other machine reaches."""

_PORTS_TRIED = 50
_TAKEN = {errno.EADDRINUSE, errno.EACCES}  # a port in use, or one that only root may take


def build(
    assistant: AssistantLike,
    store: Store | None = None,
    *,
    concurrency: int = 4,
    private: bool = True,
    programs: Programs | None = None,
    users: Users | None = None,
) -> FastAPI:
    """The rooms over `assistant` and the pages of its articles, as one ASGI application.

    `store` is what it answers from; without one, the rooms that need it are left out. At most `concurrency` questions
    are answered at once in each language; further ones wait in a queue of 32. `private` says that only this machine
    reaches the page (see :class:`assistant.page.rooms.Newsroom`). Conversations are kept in the folder of the store;
    without one they end with the process. With `programs` it also serves the API and MCP; with `users` everything is
    behind a sign-in. Raises ShelfError.
    """
    from assistant.conversations import Shelf
    from assistant.conversations.shelf import FILE
    from assistant.library.jobs import Jobs
    from assistant.page.application import application
    from assistant.page.rooms import Newsroom

    shelf = Shelf(store.path / FILE) if store is not None else Shelf()
    jobs = Jobs() if store is not None else None
    return application(Newsroom(assistant, store, concurrency, private, jobs, shelf), programs, users)


def serve(
    assistant: AssistantLike,
    store: Store | None = None,
    *,
    host: str = "127.0.0.1",
    port: int = 7860,
    open_browser: bool = False,
    ready: Future[None] | None = None,
    programs: Programs | None = None,
    users: Users | None = None,
) -> None:
    """Serve the rooms until interrupted, and print its address as one line; arguments as in :func:`build`.

    A taken `port` gives way to the next free one, and the line says so. `ready` is done when the assistant can answer;
    a question that comes before waits for it, and its exception ends the serving. Raises OSError if none of the fifty
    ports from `port` on is free, or if `host` is no address of this machine, and what `ready` raised.
    """
    import uvicorn

    # Who asks for a name and a password is reached from elsewhere, through a proxy if not at this address.
    private = host in THIS_MACHINE and users is None
    app = build(assistant, store, private=private, programs=programs, users=users)
    listener = listen(host, port)
    taken = listener.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{taken}"
    print(address if port in (taken, 0) else f"{address} (port {port} is taken)", flush=True)
    if open_browser:
        # The socket already listens: the browser waits until the server answers. No browser goes to "all addresses".
        here = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, shown)
        webbrowser.open(f"http://{here}:{taken}")
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))

    def stop_if_failed(ended: Future[None]) -> None:
        server.should_exit = server.should_exit or ended.exception() is not None

    if ready:
        ready.add_done_callback(stop_if_failed)
    with listener:
        server.run(sockets=[listener])
    if ready and ready.done():
        ready.result()


def listen(host: str, port: int) -> socket.socket:
    """A listening socket on the first free port from `port` on (0: any). Raises OSError as :func:`serve` says."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in range(port, min(port + _PORTS_TRIED, 65536)) if port else (0,):
        listener = socket.socket(family, socket.SOCK_STREAM)
        if os.name == "posix":  # elsewhere this option would let two servers share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, candidate))
            listener.listen(128)
        except OSError as failure:
            listener.close()
            if failure.errno not in _TAKEN:
                raise OSError(failure.errno, f"cannot serve on {host}:{candidate}: {failure.strerror}") from failure
            continue
        return listener
    raise OSError(f"no free port on {host} from {port} to {port + _PORTS_TRIED - 1}: choose another with --port")
