"""``isnad feedback``: what readers said of answers in the chat, as questions for an evaluation."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assistant.command.options import store_option
from assistant.command.wording import count


@click.command()
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    default="-",
    help="Write the questions here, not to stdout.",
)
@click.option("--all", "all_judged", is_flag=True, help="Those too of which nobody said what the right answer is.")
@store_option
def feedback(out: Path, all_judged: bool, store_path: Path) -> None:
    """Write the answers that readers judged in the chat as evaluation questions, one JSON object a line.

    A right answer gives the words it cites and their place; a right refusal a question without an answer. A wrong
    answer is a question only with the right one, which the reader may give, and only if a passage found then holds it.
    """
    from assistant.conversations import Shelf
    from assistant.conversations.evaluation import complete, questions
    from assistant.conversations.shelf import FILE
    from index.store import Store

    if not (store_path / FILE).exists():
        raise click.ClickException(f"no conversation was ever kept in {store_path}: they come from isnad serve")
    with Store(store_path, must_exist=True) as store:
        lookup = store.catalogue.article
        shelf = Shelf(store_path / FILE)
        judged = [question for talk in shelf.everything(lookup) for question in questions(talk, lookup)]
        shelf.close()
    chosen = [question for question in judged if all_judged or complete(question)]
    with click.open_file(str(out), "w", encoding="utf-8") as file:
        for question in chosen:
            file.write(json.dumps(question, ensure_ascii=False) + "\n")
    left = len(judged) - len(chosen)
    told = f"{count(len(chosen), 'question')} from {count(len(judged), 'judged answer')}"
    click.echo(told + (f"; {left} without a known answer left out (--all)" if left else ""), err=True)
