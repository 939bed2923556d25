"""What the embedder reads of an article: each passage once, for its own vector and for those of what is said in it.

A statement has the vector of its words as read within their passage, which has the speaker, the topic and the title
about it: such vectors find statements better than those of the words with their speaker's name by themselves, and cost
next to nothing (benchmarks/runs.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.vocabulary import Article, Passage, Span, Statement

_TITLE = 300  # characters; a body mapped to `title` by mistake would be embedded with every passage


@dataclass(frozen=True, slots=True)
class Reading:
    """A text to embed, and the `runs` of its characters ``[start, end)`` that are statements.

    `passage` is the vector id of the whole, empty if its vector is not due; `statements` are those of the runs.
    """

    text: str
    passage: str
    statements: tuple[str, ...]
    runs: tuple[tuple[int, int], ...]


def readings(
    article: Article,
    passages: Sequence[tuple[Passage, str]],
    statements: Sequence[tuple[Statement, str]],
    passages_due: bool = True,
) -> list[Reading]:
    """What has to be read for the vectors of `statements`, and with `passages_due` for those of `passages`.

    Each is given with its vector id; `passages` are all of the article's. What is said over several passages is read in
    the one that holds most of it.
    """
    homes: dict[str, list[tuple[Statement, str]]] = {}
    for statement, vector in statements:
        home = max(passages, key=lambda part, said=statement.content: part[0].span.overlap(said))  # type: ignore[misc]
        homes.setdefault(home[1], []).append((statement, vector))
    found = []
    for passage, vector in passages:
        said = homes.get(vector, [])
        if passages_due or said:
            text = embedded_text(article, passage)
            runs = tuple(_run(passage.span, statement.content, len(text)) for statement, _ in said)
            found.append(Reading(text, vector if passages_due else "", tuple(id_ for _, id_ in said), runs))
    return found


def embedded_text(article: Article, passage: Passage) -> str:
    """What is embedded for a passage: the article's title, which says who and what it is about, then its own words."""
    title, words = shown_title(article), passage.span.of(article.text)
    return f"{title}\n{words}" if title else words


def shown_title(article: Article) -> str:
    """As much of the article's title as is embedded."""
    return article.title[:_TITLE]


def _run(passage: Span, words: Span, length: int) -> tuple[int, int]:
    """Where `words` of the article stand in the text of `length` characters that ends with `passage`."""
    before = length - len(passage)
    start, end = (before + min(max(place - passage.start, 0), len(passage)) for place in (words.start, words.end))
    return start, end
