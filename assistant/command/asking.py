"""``isnad ask``: one question, answered for a person or a program, or many from a file."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.command.options import filter_options, filters, llm_option, reranker_option, store_option
from prompts import template

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from index.store import Store
    from index.vocabulary import Answer, Article


@contextmanager
def open_assistant(
    store_path: Path, llm: str | None = None, reranker: str | None = None
) -> Iterator[tuple[Store, Assistant]]:
    """The store in that folder and an assistant over it, whose answers the language model `llm` writes if one is named.

    The cross-encoder `reranker`, if one is named, has a say in which sentences answer. Raises StoreError if the store
    is not there or holds nothing, ModelError and RerankerError if a model cannot be used.
    """
    from assistant.answering import cross_encoder
    from assistant.assistant import Assistant
    from assistant.generated import model as models
    from assistant.generated.answering import Generated
    from index.store import Store, StoreError

    with Store(store_path, must_exist=True) as store:
        if not store.catalogue.counts().articles:
            raise StoreError(f"the store {store_path} holds no article: isnad add PATH, or isnad add --samples")
        store.vectors  # noqa: B018  # whoever else has them is named now, not after the model has loaded
        model = models.load(llm)
        yield store, Assistant(store, Generated(model) if model else None, cross_encoder.load(reranker))


@click.command()
@click.argument("question", required=False)
@filter_options
@click.option("--count", "shown", type=click.IntRange(min=0), metavar="N", help="Show at most so many sources.")
@click.option("--json", "as_json", is_flag=True, help="Answer, citations and evidence as one JSON object.")
@click.option(
    "--batch",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    help='Questions to answer: one {"id", "question", "history"} a line; -: stdin.',
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, allow_dash=True),
    default="-",
    help="File for the answers to --batch, one a line.  [default: stdout]",
)
@llm_option
@reranker_option
@store_option
@click.pass_context
def ask(
    ctx: click.Context,
    question: str | None,
    source: tuple[str, ...],
    since: dt.date | None,
    until: dt.date | None,
    shown: int | None,
    as_json: bool,
    batch: str | None,
    out: str,
    llm: str | None,
    reranker: str | None,
    store_path: Path,
) -> None:
    """Answer a question from the articles, with its sources.

    With --batch, answer a file of questions: each line of the result holds id, answer, refused, citations, retrieved
    (evidence, best first), seconds and method.
    """
    if (question is None) == (batch is None):
        raise click.UsageError("give one question, or a file of them with --batch")
    if question is not None and not question.strip():
        raise click.UsageError("the question is empty")
    with open_assistant(store_path, llm, reranker) as (store, assistant):
        wanted = filters(store, source, since, until)
        if batch is not None:
            from assistant.command.batch import answer_all

            with click.open_file(batch, "rb") as questions, click.open_file(out, "w", "utf-8") as answers:
                if answer_all(assistant, questions.readlines(), answers, wanted):
                    ctx.exit(1)
            return
        answer = assistant.ask(question or "", filters=wanted)
        if as_json:
            from assistant.command.batch import record

            told = {"question": answer.question, **record(answer), "reason": answer.reason, **_doubts(answer)}
            click.echo(json.dumps(told, ensure_ascii=False))
            return
        for line in _lines(answer, assistant, shown):
            click.echo(line)


def _lines(answer: Answer, assistant: Assistant, shown: int | None) -> Iterator[str]:
    """The answer, then what it cites; of a refusal, the nearest passages."""
    yield answer.text or answer.reason
    if answer.text and answer.refused and answer.reason and answer.reason not in answer.text:
        yield answer.reason
    if answer.notice:
        yield f"\n{answer.notice}"
    for mark in answer.marks:
        yield f"- {template(f'mark_{mark.why}').fill(words=_one_line(mark.span.of(answer.text)))}"
    if not answer.refused:
        for number, citation in enumerate(answer.citations[:shown], start=1):
            article = assistant.article(citation.article_id)
            yield f"\n[{number}] {_heading(article)}" if article else f"\n[{number}]"
            quote = _one_line(citation.quote)
            yield f"    {quote}" if quote.startswith("«") else f"    «{quote}»"
            yield f"    {citation.article_id}"
        return
    for evidence in answer.evidence[: 3 if shown is None else shown]:
        yield f"\n- {_heading(evidence.article)}"
        yield f"    {_one_line(evidence.text)[:200]}"
        yield f"    {evidence.article.id}"


def _doubts(answer: Answer) -> dict[str, Any]:
    """What a program should know of an answer beside its words."""
    marks = [
        {"start": one.span.start, "end": one.span.end, "why": one.why, "words": one.span.of(answer.text)}
        for one in answer.marks
    ]
    return {"notice": answer.notice, "marks": marks}


def _heading(article: Article) -> str:
    day = article.date.isoformat() if article.date else ""
    return " · ".join(filter(None, (article.source, day, article.title))) or "(no title, outlet or date)"


def _one_line(text: str) -> str:
    return " ".join(text.split())
