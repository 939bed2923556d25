"""Statements and counts as text: JSON Lines, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

FORMS: Final = ("jsonl", "csv", "md")
FIELDS: Final = (
    *("article_id", "start", "end", "content", "speaker", "speaker_kind", "role", "organization", "cue", "stance"),
    *("type", "place", "medium", "said_on", "via", "confidence"),
)
"""The fields of a statement, in their order."""
STORED_FIELDS: Final = (*FIELDS, "person", "date", "source", "title")
"""Those of a statement of a store: also who the speaker is across articles, and the article's own."""


def statements(records: Iterable[Mapping[str, Any]], form: str, fields: tuple[str, ...]) -> Iterator[str]:
    """The statements, a line each (in CSV a line break within quotation marks may make it more), after any heading."""
    if form == "csv":
        yield _csv(fields)
    for record in records:
        if form == "jsonl":
            yield json.dumps(record, ensure_ascii=False)
        elif form == "csv":
            yield _csv(["" if record.get(name) is None else record[name] for name in fields])
        else:
            yield _markdown(record)


def counts(counted: Iterable[tuple[str, int]], facet: str, form: str | None) -> Iterator[str]:
    """How many statements each value has, a line each: in a form, or (None) for people."""
    if form == "csv":
        yield _csv([facet, "statements"])
    elif form == "md":
        yield f"| {facet} | statements |\n|---|---:|"
    for value, number in counted:
        if form == "jsonl":
            yield json.dumps({facet: value, "statements": number}, ensure_ascii=False)
        elif form == "csv":
            yield _csv([value, number])
        elif form == "md":
            yield f"| {_plain(value)} | {number} |"
        else:
            yield f"{number:>9,}  {value}"


def _csv(values: Iterable[Any]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(values)
    return line.getvalue()


def _markdown(record: Mapping[str, Any]) -> str:
    """A statement as an item of a list: who, what, and where it stands."""
    speaker = record.get("person") or record["speaker"]
    who = f"**{_plain(speaker)}**" + (f" ({_plain(record['role'])})" if record["role"] else "")
    content = _plain(record["content"]).strip('"«»“”')
    day = record["said_on"] or record.get("date")
    where = [record["place"], record["medium"], day, record.get("source"), f"`{record['article_id']}`"]
    return f"- {who} {_plain(record['cue'])}: «{content}» · " + " · ".join(_plain(part) for part in where if part)


def _plain(text: str) -> str:
    """Text on one line, without what Markdown would take for a sign of its own."""
    return " ".join(text.split()).replace("|", "\\|").replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")
