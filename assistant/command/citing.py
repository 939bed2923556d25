"""``isnad cite``: some words of an article as a citation for a text or a bibliography."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.command.options import store_option

_FORMS = ("text", "bibtex", "ris", "csl", "csv")


@click.command()
@click.argument("article_id", metavar="ARTICLE")
@click.argument("start", type=click.IntRange(min=0))
@click.argument("end", type=click.IntRange(min=1))
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    default="text",
    show_default=True,
    help="text: the quotation with its source, in Arabic; bibtex, ris, csl (CSL-JSON) or csv.",
)
@click.option("--site", metavar="ADDRESS", default="", help="Where the chat is served, for a link to the words.")
@store_option
def cite(article_id: str, start: int, end: int, form: str, site: str, store_path: Path) -> None:
    """Cite the characters from START to before END of an article, verbatim, with who said them and where.

    The places are those that isnad ask, isnad statements and an article's address give.
    """
    from assistant.citation_export import export, refer
    from assistant.citing import cite as cited
    from index.store import Store
    from index.store.statements import in_time
    from index.vocabulary import Span, StatementFilters

    with Store(store_path, must_exist=True) as store:
        article = store.catalogue.article(article_id)
        if article is None:
            raise click.ClickException(f"no article has the id {article_id!r}: isnad list shows the ids")
        if not start < end <= len(article.text):
            raise click.BadParameter(
                f"[{start}, {end}) is no run of this article, whose text has {len(article.text):,} characters",
                param_hint="'START END'",
            )
        said = [hit.statement for hit in in_time(store.catalogue, StatementFilters(articles=(article_id,)))]
    reference = refer(cited(article, Span(start, end)), article, said, site=site)
    click.echo(export([reference], form), nl=False)
