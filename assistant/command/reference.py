"""The commands' own help as one page: ``python -m assistant.command.reference > docs/commands.md``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from assistant.command import isnad

_HEAD = """\
# Commands

What every command says of itself with `--help`. This page is made by `python -m assistant.command.reference`, and a
test compares the two.

Results go to stdout, progress and messages to stderr. Exit status: 0 done, 1 it could not be done (one line on stderr
says why), 2 the command was not understood, 130 interrupted.
"""


def reference() -> str:
    """The page, in Markdown."""
    group = click.Context(isnad, info_name="isnad", terminal_width=80, **isnad.context_settings)
    parts = (f"\n## {title}\n\n```\n{page}\n```\n" for title, page in _pages(isnad, group))
    return _HEAD + "".join(parts)


def _pages(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    """A command's name and help, then those of its subcommands."""
    yield context.command_path, context.get_help()
    for name, each in command.commands.items() if isinstance(command, click.Group) else ():
        yield from _pages(each, click.Context(each, context, name, terminal_width=80, **isnad.context_settings))


if __name__ == "__main__":
    click.echo(reference(), nl=False)
