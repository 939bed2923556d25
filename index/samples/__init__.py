"""A small corpus to try everything on: 48 invented news articles in Arabic, and questions to ask of them.

``articles.jsonl`` holds one article a line (`id`, `title`, `text`, `date`, `source`, `url`, `author`, `category`);
``docs/samples.md`` says what each group of them shows.
"""

import datetime as dt
import json
from importlib.resources import files

from index.vocabulary import Article


def articles() -> list[Article]:
    """The sample articles, in the order of their ids: the ones on one subject stand together, oldest first."""
    records = (json.loads(line) for line in _lines("articles.jsonl"))
    return [Article(**{**record, "date": dt.date.fromisoformat(record["date"])}) for record in records]


def questions() -> list[str]:
    """The example questions, best first; all but the last have their answer in one of :func:`articles`."""
    return [line for line in _lines("questions.txt") if not line.startswith("#")]


def _lines(name: str) -> list[str]:
    # Not str.splitlines(): an article may hold U+2028 or U+0085, which end no line of JSON Lines.
    text = (files(__package__) / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line.strip()]
