"""Options that several subcommands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from index.store import Store
    from index.vocabulary import Filters

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _default_store() -> Path:
    from index.store import default_path

    return default_path()


store_option = click.option(
    "--store",
    "store_path",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="ISNAD_STORE",
    show_envvar=True,
    default=_default_store,
    show_default="the user's data folder",
    help="Folder of the store.",
)


llm_option = click.option(
    "--llm",
    metavar="MODEL",
    envvar="ISNAD_LLM",
    show_envvar=True,
    help="Language model that writes the answers: ollama:qwen3:8b, openai:NAME, anthropic:NAME, the base URL of a "
    "server (http://127.0.0.1:8080/v1#NAME) or a .gguf file; none: only extractive answers.  [default: none]",
)

reranker_option = click.option(
    "--reranker",
    metavar="MODEL",
    envvar="ISNAD_RERANKER",
    show_envvar=True,
    help="Cross-encoder whose opinion counts in which sentences answer: its name on the Hugging Face hub, or a folder; "
    "none: without.  [default: none]",
)

field_option = click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="FIELD=NAME",
    help="What a field of an article is called in the files: text=story_body (may be repeated). Fields: text, title, "
    "date, source, url, author, category, id. Usual names in English, French and Arabic are known.",
)


def named_fields(given: tuple[str, ...]) -> dict[str, str]:
    """The values of --field by field. Raises ValueError for one that is not of the form FIELD=NAME."""
    fields: dict[str, str] = {}
    for one in given:
        field, equals, name = one.partition("=")
        if not (field and equals and name):
            raise ValueError(f"{one!r} is not of the form FIELD=NAME, such as text=story_body")
        fields[field.strip()] = name.strip()
    return fields


class Day(click.ParamType[dt.date]):
    """A day written 2017-01-20, as 2017-01 or 2017 too: the first day of it, or the last for an end."""

    name = "day"

    def __init__(self, *, end: bool = False) -> None:
        self._end = end

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day that `value` means."""
        if isinstance(value, dt.date):
            return value
        try:
            parts = [int(part) for part in str(value).split("-")]
            if not 1 <= len(parts) <= 3:
                raise ValueError
            year, month, number = [*parts, 1, 1][:3]
            day = dt.date(year, month, number)
            if not self._end or len(parts) == 3:
                return day
            following = day.replace(year=day.year + 1) if len(parts) == 1 else (day + dt.timedelta(31)).replace(day=1)
            return following - dt.timedelta(1)
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no day: write it 2017-01-20, 2017-01 or 2017", param, ctx)


def filter_options(command: _Command) -> _Command:
    """Give `command` --source, --from and --to, as its arguments `source`, `since` and `until`."""
    for option in (
        click.option("--to", "until", metavar="DAY", type=Day(end=True), help="Articles up to this day, included."),
        click.option("--from", "since", metavar="DAY", type=Day(), help="Articles from this day on."),
        click.option("--source", metavar="NAME", multiple=True, help="Articles of this outlet (may be repeated)."),
    ):
        command = option(command)
    return command


def filters(store: Store, source: tuple[str, ...], since: dt.date | None, until: dt.date | None) -> Filters:
    """The options as Filters. Raises click.BadParameter for an outlet without articles, or days that end early."""
    from index.vocabulary import Filters

    known = [name for name, _ in store.catalogue.sources()] if source else []
    for name in source:
        if name not in known:
            raise click.BadParameter(f"no article is from {name!r}; {_nearest(name, known)}", param_hint="'--source'")
    if since and until and until < since:
        raise click.BadParameter(f"{until} is before {since}", param_hint="'--to'")
    return Filters(source, since, until)


def _nearest(name: str, known: list[str]) -> str:
    import difflib

    if not known:
        return "no article of this store names its outlet"
    likely = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    return f"did you mean {' or '.join(likely)}?" if likely else f"the outlets are: {', '.join(known[:20])}"
