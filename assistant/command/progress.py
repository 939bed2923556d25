"""Progress on stderr: a bar where someone watches, a line now and then where it goes to a file."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_EVERY = 10.0  # seconds between two lines in a log


class Progress:
    """How far a run is, as `done` of `total` (bytes, articles, questions; None: unknown) and in how many `items`.

    >>> with Progress("adding", total=1000) as progress:
    ...     progress.advance(500)
    ...     progress.note("12 articles")
    """

    def __init__(self, what: str, total: int | None) -> None:
        self._what, self._total, self._done, self._note = what, total or None, 0, ""
        self._began = self._told = time.monotonic()
        self._bar = _bar() if sys.stderr.isatty() else None
        self._task = self._bar.add_task(what, total=self._total, note="") if self._bar else None

    def advance(self, number: int) -> None:
        """`number` more are done."""
        self._done += number
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=self._done)
        elif time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            share = f" {self._done / self._total:.0%}" if self._total else ""
            click.echo(f"{self._what}{share} {self._note}".rstrip(), err=True)

    def note(self, words: str) -> None:
        """Say this beside the bar."""
        self._note = words
        if self._bar and self._task is not None:
            self._bar.update(self._task, note=words)

    @property
    def seconds(self) -> float:
        """Wall time since the beginning."""
        return time.monotonic() - self._began

    def __enter__(self) -> Progress:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[note]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
