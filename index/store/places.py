"""Which passage a vector belongs to, and which article a passage: kept in memory while the catalogue stands still.

Every question asks it of some three hundred passages, mostly of those that others asked of before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from index.store.catalogue import Catalogue, Found

_MOST: Final = 1 << 16  # passages kept: some 40 MB


class Places:
    """The places of the passages of `catalogue`, as it is at each call. Threads may share it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._seen: tuple[int, int] | None = None
        self._known = _Maps()

    def keys_of(self, vectors: Iterable[str]) -> dict[str, int]:
        """The passages (their keys) that these vector ids belong to; ids of no passage are absent."""
        maps = self._maps()
        known, wanted = maps.keys, list(vectors)
        if unknown := [vector for vector in wanted if vector not in known]:
            placed = self._catalogue.placed(unknown)
            known.update((vector, key) for vector, key, _ in placed)
            maps.articles.update((key, article) for _, key, article in placed)
        return {vector: known[vector] for vector in wanted if vector in known}

    def found(self, passages: Iterable[int]) -> dict[int, Found]:
        """What a ranking shows of each passage, by its key; of passages that are gone, nothing."""
        known, wanted = self._maps().found, list(passages)
        if unknown := [key for key in wanted if key not in known]:
            known.update(self._catalogue.found(unknown))
        return {key: known[key] for key in wanted if key in known}

    def articles_of(self, passages: Iterable[int]) -> dict[int, int]:
        """The article's key of each passage's key; of passages that are gone, none."""
        known, wanted = self._maps().articles, list(passages)
        if unknown := [key for key in wanted if key not in known]:
            known.update(self._catalogue.articles_of(unknown))
        return {key: known[key] for key in wanted if key in known}

    def _maps(self) -> _Maps:
        """What is known of the catalogue as it is. Replaced, not emptied: another thread may be filling them."""
        changes = self._catalogue.changes()
        if changes != self._seen or len(self._known.articles) > _MOST:
            self._known, self._seen = _Maps(), changes
        return self._known


@dataclass(frozen=True, slots=True)
class _Maps:
    """The passage of each vector id, the article of each passage, and what a ranking shows of it."""

    keys: dict[str, int] = field(default_factory=dict)
    articles: dict[int, int] = field(default_factory=dict)
    found: dict[int, Found] = field(default_factory=dict)
