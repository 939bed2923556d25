"""What the page asks of an assistant, and nothing more: any object with these six methods can be served."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from index.store.statements import StatementHit
from index.vocabulary import Answer, Article, Filters


class AssistantLike(Protocol):
    """The one object behind the page. Its methods are called from several threads at once."""

    def stream(
        self,
        question: str,
        *,
        filters: Filters = ...,
        history: Sequence[str] = ...,
        without: Collection[str] = ...,
    ) -> Iterator[Answer]:
        """Yield the answer as it grows; the last one is complete, with its citations and evidence.

        `history` holds the earlier questions of the conversation, oldest first; `without` the ids of the chips that
        the reader took off.
        """
        ...

    def article(self, article_id: str) -> Article | None:
        """The whole article, or None if there is no such article."""
        ...

    def statements_of(self, article_id: str) -> Sequence[StatementHit]:
        """The statements of an article, in any order; none where they are not known."""
        ...

    def sources(self) -> list[tuple[str, int]]:
        """Every outlet with the number of its articles."""
        ...

    def examples(self) -> list[str]:
        """A few questions that the corpus at hand can answer."""
        ...

    def size(self) -> int:
        """The number of articles."""
        ...
