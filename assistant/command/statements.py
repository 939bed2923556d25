"""``isnad statements``: who said what, of files as they are read, or of the store."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from assistant.command.options import Day, field_option, named_fields, store_option
from assistant.command.people import speakers_meant
from assistant.command.progress import Progress
from assistant.command.statement_forms import FIELDS, FORMS, STORED_FIELDS, counts, statements
from assistant.command.wording import count

if TYPE_CHECKING:
    from index.store import Store
    from index.store.statements import StatementHit
    from index.vocabulary import Article, Rejection, Statement, StatementFilters

_FACETS = ("speaker", "organization", "place", "medium", "month", "stance", "kind", "type", "source")
_KINDS = ("person", "organization", "anonymous", "document")
_ABOUT = 20  # statements that --about lists unless told otherwise
_LISTED = 20  # rejections shown one by one


@click.command("statements")
@click.argument("paths", nargs=-1, metavar="[PATH_OR_URL]...")
@click.option("--speaker", "speakers", metavar="NAME", multiple=True, help="By this person or body (may be repeated).")
@click.option("--about", metavar="TEXT", help="The statements nearest to this, best first. Of a store only.")
@click.option("--place", "places", metavar="WORDS", multiple=True, help="Said at a place of these words.")
@click.option("--medium", "mediums", metavar="WORDS", multiple=True, help="Said in a medium of these words.")
@click.option(
    "--organization", "organizations", metavar="WORDS", multiple=True, help="By or for a body of these words."
)
@click.option("--from", "since", metavar="DAY", type=Day(), help="Said (else published) from this day on.")
@click.option(
    "--to", "until", metavar="DAY", type=Day(end=True), help="Said (else published) up to this day, included."
)
@click.option(
    "--stance", "stances", metavar="NAME", multiple=True, help="say, deny, warn, demand ... (may be repeated)."
)
@click.option("--kind", "kinds", type=click.Choice(_KINDS), multiple=True, help="Of speakers of this kind.")
@click.option("--type", "types", type=click.Choice(["direct", "indirect", "mixed"]), multiple=True, help="So quoted.")
@click.option("--source", "sources", metavar="NAME", multiple=True, help="In articles of this outlet.")
@click.option("--article", "articles", metavar="ID", multiple=True, help="In the article with this id.")
@click.option("--confidence", type=click.FloatRange(0, 1), default=0.0, metavar="P", help="At least so sure, 0 to 1.")
@click.option("--count-by", "facet", type=click.Choice(_FACETS), help="Not the statements, but how many by what.")
@click.option("--format", "form", type=click.Choice(FORMS), help="Default: jsonl, one JSON object a line.")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    help=f"At most so many; 0: all.  [default: 0; {_ABOUT} with --about]",
)
@field_option
@store_option
@click.pass_context
def statements_command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    speakers: tuple[str, ...],
    about: str | None,
    since: dt.date | None,
    until: dt.date | None,
    facet: str | None,
    form: str | None,
    limit: int | None,
    fields: tuple[str, ...],
    store_path: Path,
    **narrowing: Any,
) -> None:
    """List reported statements: who said what, where and when.

    Of files, folders, archives and addresses, as they are read and without a store; or, without any, of the store.
    Names of speakers may be in any spelling, a part of the name, or in Latin letters. A store tells people apart and
    knows their other names; files are taken one by one.
    """
    from index.vocabulary import StatementFilters

    if since and until and until < since:
        raise click.BadParameter(f"{until} is before {since}", param_hint="'--to'")
    _check_stances(narrowing["stances"])
    if about and facet:
        raise click.UsageError("--about ranks statements by nearness, without an end to count up to: leave --count-by")
    filters = StatementFilters(since=since, until=until, **narrowing)
    if not paths:
        _of_store(store_path, speakers, about, filters, facet, form, limit)
        return
    if about:
        raise click.UsageError("--about needs a store: add the files first (isnad add PATH)")
    if ctx.get_parameter_source("store_path") is ParameterSource.COMMANDLINE:
        raise click.UsageError("name files or a store, not both")
    _of_files(ctx, paths, speakers, filters, facet, form, limit, fields)


def _check_stances(given: tuple[str, ...]) -> None:
    if given:
        from index.statements.lexicon import verbs

        known = sorted({verb.stance for verb in verbs().values()})
        for stance in given:
            if stance not in known:
                raise click.BadParameter(
                    f"{stance!r} is no stance: they are {', '.join(known)}", param_hint="'--stance'"
                )


def _of_store(
    store_path: Path,
    speakers: tuple[str, ...],
    about: str | None,
    filters: StatementFilters,
    facet: str | None,
    form: str | None,
    limit: int | None,
) -> None:
    from dataclasses import replace

    from index.store import Store
    from index.store.statements import count_by, in_time

    with Store(store_path, must_exist=True) as store:
        store.check_statements()
        _check_sources(store, filters.sources)
        if speakers:
            filters = replace(filters, people=speakers_meant(store.catalogue, speakers))
        if facet:
            counted = count_by(store.catalogue, facet, filters)
            _write(counts(counted[: limit or None], facet, form), "no statement that fits")
            return
        if about:
            found = iter(_about(store, about, filters, _ABOUT if limit is None else limit))
        else:
            found = islice(in_time(store.catalogue, filters), limit or None)
        _write(statements(map(_stored, found), form or "jsonl", STORED_FIELDS), "no statement that fits")


def _about(store: Store, text: str, filters: StatementFilters, limit: int) -> list[StatementHit]:
    from index.arabic.analyser import tokens
    from index.store.statements import find

    wanted = limit or store.catalogue.counts().statements
    return find(store, filters, vector=store.embedder.question(text), words=tokens(text), count=wanted)


def _stored(hit: StatementHit) -> dict[str, Any]:
    from index.statements import as_record

    article = hit.article
    day = article.date.isoformat() if article.date else None
    own = {"person": hit.shown, "date": day, "source": article.source or None, "title": article.title or None}
    return {**as_record(article, hit.statement), **own}


def _check_sources(store: Store, sources: tuple[str, ...]) -> None:
    if sources:
        from assistant.command.options import filters

        filters(store, sources, None, None)  # says which outlets there are


def _of_files(
    ctx: click.Context,
    paths: tuple[str, ...],
    speakers: tuple[str, ...],
    filters: StatementFilters,
    facet: str | None,
    form: str | None,
    limit: int | None,
    fields: tuple[str, ...],
) -> None:
    from index.people.filtering import passes
    from index.reading import read, size
    from index.statements import as_record

    rejected: list[Rejection] = []
    articles = Counter[str]()
    with Progress("reading", size(paths)) as progress:
        try:
            items = read(paths, fields=named_fields(fields), on_bytes=progress.advance)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="'--field'") from error
        narrowed = bool(filters or speakers)
        found = (
            (article, one)
            for article, one in _extracted(items, rejected, articles, progress)
            if not narrowed or passes(article, one, filters, speakers)
        )
        if facet:
            lines = counts(_counted(found, facet)[: limit or None], facet, form)
        else:
            records = (as_record(article, one) for article, one in islice(found, limit or None))
            lines = statements(records, form or "jsonl", FIELDS)
        _write(lines, "no statement that fits" if narrowed else "no statement")
    for one in rejected[:_LISTED]:
        click.echo(f"rejected {one.place}: {one.reason}", err=True)
    if len(rejected) > _LISTED:
        click.echo(f"and {count(len(rejected) - _LISTED, 'item')} more rejected", err=True)
    if not articles["read"]:
        click.echo("Error: no article could be read", err=True)
        ctx.exit(1)


def _extracted(
    items: Iterator[Article | Rejection], rejected: list[Rejection], articles: Counter[str], progress: Progress
) -> Iterator[tuple[Article, Statement]]:
    from index.statements import extract
    from index.vocabulary import Article

    for item in items:
        if not isinstance(item, Article):
            rejected.append(item)
            continue
        articles["read"] += 1
        if articles["read"] % 100 == 0:
            progress.note(f"{count(articles['read'], 'article')}")
        for one in extract(item):
            yield item, one


def _counted(found: Iterator[tuple[Article, Statement]], facet: str) -> list[tuple[str, int]]:
    """How many of the statements have each value of `facet`, the most first."""
    from index.people.facets import facets

    numbers = Counter[str]()
    spelt: dict[str, Counter[str]] = {}
    for article, one in found:
        filed = facets(article, one)
        value, key = {
            "speaker": (one.speaker, filed.name),
            "month": ((filed.day.isoformat()[:7],) * 2 if filed.day else ("", "")),
            "place": (filed.place,) * 2,
            "medium": (filed.medium,) * 2,
            "source": (article.source,) * 2,
        }.get(facet) or (getattr(one, facet),) * 2
        if value:
            numbers[key] += 1
            spelt.setdefault(key, Counter())[value] += 1
    return [
        (spelt[key].most_common(1)[0][0], number)
        for key, number in sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _write(lines: Iterator[str], nothing: str) -> None:
    """Write the lines; that there is none is said on stderr."""
    written = 0
    for line in lines:
        click.echo(line)
        written += 1
    if not written:
        click.echo(nothing, err=True)
