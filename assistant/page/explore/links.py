"""What every part of the room needs: the reader, the choice, and where its links lead."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from assistant.exploring.choice import Choice
from assistant.page.escaping import article_path, plain
from assistant.page.explore import wording
from assistant.page.reader import Reader
from assistant.page.text import Noun, Text
from index.store.statements import StatementHit


@dataclass(frozen=True, slots=True)
class Links:
    """Where the room's links lead for one `reader` under one `choice`; `root` is what stands before all addresses."""

    reader: Reader
    choice: Choice
    root: str = ""

    @property
    def base(self) -> str:
        """The address of the room, without a query."""
        return f"{self.root}{self.reader.prefix}/explore"

    def to(self, choice: Choice) -> str:
        """The address of a choice, as it stands in an attribute."""
        return plain(f"{self.base}?{choice.query}" if choice.query else self.base)

    def link(self, choice: Choice, body: str, more: str = "") -> str:
        """A link to a choice that is swapped in, around `body` (HTML); `more` are attributes."""
        return f'<a href="{self.to(choice)}" data-swap{" " + more if more else ""}>{body}</a>'

    def number(self, number: int) -> str:
        """A number that stands beside what it counts, as HTML."""
        return f'<span class="n">{plain(self.reader.number(number))}</span>'

    def article(self, hit: StatementHit) -> str:
        """The address of a statement's article, opened at its words, as it stands in an attribute."""
        span = hit.statement.content
        return plain(f"{self.root}{self.reader.prefix}/{article_path(hit.article.id, span.start, span.end)}")

    def export(self, form: str) -> str:
        """The address of the choice's statements as a file, as it stands in an attribute."""
        return plain(f"{self.base}/export.{form}?{self.choice.query}")

    def say(self, text: Text, **values: object) -> str:
        """`text` in the reader's language, as HTML."""
        return plain(self.reader.say(text, **values))

    def count(self, number: int, noun: Noun = wording.STATEMENTS) -> str:
        """`number` with its noun, as HTML."""
        return plain(self.reader.count(number, noun))

    def value(self, facet: str, key: str, shown: str) -> str:
        """A value of a facet as the reader sees it (not yet HTML)."""
        if facet == "month":
            return self.reader.month(dt.date.fromisoformat(f"{key}-01"))
        text = wording.value_shown(facet, key, shown)
        return self.reader.say(text) if text else shown
