"""What went wrong, as one line on stderr and an exit status; a traceback is for bugs only."""

from __future__ import annotations

import sqlite3
import sys
from typing import Any

import click

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


class Commands(click.Group):
    """A group whose commands turn errors that a person can act on into one line, in the order they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands' names, the ones a beginner needs first."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand. Raises click.ClickException, or Exit 130 when it was interrupted."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # here, where a reader who left ("isnad list | head") is click's to deal with
            return result
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)
        except Exception as error:
            if (words := _words(error)) is None:
                raise
            raise click.ClickException(words) from error


def _words(error: Exception) -> str | None:
    """What to tell a person about `error`; None if only a programmer can use it."""
    from assistant.answering.cross_encoder import RerankerError
    from assistant.conversations import ShelfError
    from assistant.generated.model import ModelError
    from index.embedder import EmbedderError
    from index.store import StoreError, StoreInUseError

    if isinstance(error, StoreError | StoreInUseError | EmbedderError | ModelError | RerankerError | ShelfError):
        return str(error)
    if isinstance(error, sqlite3.Error):
        return f"the catalogue cannot be used ({error}): isnad doctor says what is wrong with the store"
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return None
