"""The commands' own help as one page: ``python -m assistant.command.reference > docs/commands.md``."""

from __future__ import annotations

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
    pages = [group.get_help()]
    for name, command in isnad.commands.items():
        context = click.Context(command, group, name, terminal_width=80, **isnad.context_settings)
        pages.append(context.get_help())
    titles = ["isnad", *(f"isnad {name}" for name in isnad.commands)]
    parts = (f"\n## {title}\n\n```\n{page}\n```\n" for title, page in zip(titles, pages, strict=True))
    return _HEAD + "".join(parts)


if __name__ == "__main__":
    click.echo(reference(), nl=False)
