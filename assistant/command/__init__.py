"""The one command, ``isnad``: a file for each family of subcommands, and nothing heavy imported before it is needed."""

from __future__ import annotations

import io
import sys

import click

from assistant.command.adding import add
from assistant.command.articles import list_articles, remove, show
from assistant.command.asking import ask
from assistant.command.citing import cite
from assistant.command.failures import Commands
from assistant.command.feedback import feedback
from assistant.command.person import person
from assistant.command.serving import serve
from assistant.command.statements import statements_command
from assistant.command.statistics import stats
from assistant.command.tools import tools
from assistant.command.upkeep import doctor, reindex
from assistant.command.user import user

__all__ = ["isnad", "main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="isnad", message="%(prog)s %(version)s")
def isnad() -> None:
    """Ask a corpus of Arabic news, and open every cited word in its source.

    Begin with: isnad add --samples, then isnad ask "QUESTION" or isnad serve. Results go to stdout, progress and
    messages to stderr.
    """


for _command in (
    add,
    ask,
    statements_command,
    cite,
    person,
    serve,
    feedback,
    user,
    tools,
    list_articles,
    show,
    remove,
    stats,
    doctor,
    reindex,
):
    isnad.add_command(_command)


def main() -> None:
    """Run the command line and leave the process with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows would write files and pipes in a code page without Arabic
            stream.reconfigure(encoding="utf-8", errors="replace")
    isnad(prog_name="isnad")
