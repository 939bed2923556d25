"""Questions in, answers out, one JSON object a line: for programs and for measuring."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Any

import click

from assistant.command.progress import Progress
from assistant.command.wording import count

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from index.vocabulary import Answer, Filters, Span

_POINTER = re.compile(r"\s*\[\d+\]")


def answer_all(assistant: Assistant, lines: Sequence[bytes], out: IO[str], filters: Filters) -> int:
    """Answer the questions in `lines` to `out`, each as it is done; how many lines could not be answered.

    A line that is no question, or that fails, is told on stderr with its number and passed over.
    """
    failed = 0
    with Progress("asking", len(lines)) as progress:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    asked = _question(line)
                    began = time.perf_counter()
                    answer = assistant.ask(asked["question"], filters=filters, history=asked.get("history") or ())
                    told = {"id": asked["id"], **record(answer), "seconds": round(time.perf_counter() - began, 4)}
                    out.write(json.dumps(told, ensure_ascii=False) + "\n")
                    out.flush()
                except OSError:
                    raise  # the answers cannot be written: going on would only lose more of them
                except ValueError as error:
                    failed += 1
                    click.echo(f"line {number}: {error}", err=True)
                except Exception as error:  # one question that fails must not cost the others
                    failed += 1
                    click.echo(f"line {number}: no answer: {type(error).__name__}: {error}", err=True)
            progress.advance(1)
            progress.note(f"{number:,} of {count(len(lines), 'question')}")
    return failed


def record(answer: Answer) -> dict[str, Any]:
    """An answer in the form that programs read. Its text is plain: what it cites stands in `citations`."""
    return {
        "answer": _POINTER.sub("", answer.text or answer.reason).strip(),
        "refused": answer.refused,
        "citations": [{**_place(one.article_id, one.span), "quote": one.quote} for one in answer.citations],
        "retrieved": [_place(one.article.id, one.passage.span) for one in answer.evidence],
        "seconds": round(sum(answer.seconds.values()), 4),
        "method": answer.method,
    }


def _place(article_id: str, span: Span) -> dict[str, Any]:
    return {"article_id": article_id, "start": span.start, "end": span.end}


def _question(line: bytes) -> dict[str, Any]:
    """The question on that line. Raises ValueError, saying what is wrong with it."""
    try:
        asked = json.loads(line.decode("utf-8-sig"))
    except ValueError as error:
        raise ValueError(f"not JSON in UTF-8 ({error})") from None
    if not isinstance(asked, dict) or "id" not in asked:
        raise ValueError('not an object with "id" and "question"')
    if not isinstance(asked.get("question"), str) or not asked["question"].strip():
        raise ValueError('"question" holds no text')
    history = asked.get("history") or []
    if not isinstance(history, list) or not all(isinstance(one, str) for one in history):
        raise ValueError('"history" is not a list of questions')
    return asked
