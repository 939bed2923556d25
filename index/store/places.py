"""Which passage a vector belongs to, and which article a passage: kept in memory while the catalogue stands still.

Every question asks it of some three hundred passages, mostly of those that others asked of before.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from index.store.catalogue import Catalogue

_MOST: Final = 1 << 16  # passages kept: some 20 MB


class Places:
    """The places of the passages of `catalogue`, as it is at each call. Threads may share it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._seen: tuple[int, int] | None = None
        self._keys: dict[str, int] = {}
        self._articles: dict[int, int] = {}

    def keys_of(self, vectors: Iterable[str]) -> dict[str, int]:
        """The passages (their keys) that these vector ids belong to; ids of no passage are absent."""
        known, articles = self._maps()
        wanted = list(vectors)
        if unknown := [vector for vector in wanted if vector not in known]:
            placed = self._catalogue.placed(unknown)
            known.update((vector, key) for vector, key, _ in placed)
            articles.update((key, article) for _, key, article in placed)
        return {vector: known[vector] for vector in wanted if vector in known}

    def articles_of(self, passages: Iterable[int]) -> dict[int, int]:
        """The article's key of each passage's key; of passages that are gone, none."""
        _, known = self._maps()
        wanted = list(passages)
        if unknown := [key for key in wanted if key not in known]:
            known.update(self._catalogue.articles_of(unknown))
        return {key: known[key] for key in wanted if key in known}

    def _maps(self) -> tuple[dict[str, int], dict[int, int]]:
        """What is known of the catalogue as it is. Replaced, not emptied: another thread may be filling them."""
        changes = self._catalogue.changes()
        if changes != self._seen or len(self._articles) > _MOST:
            self._keys, self._articles, self._seen = {}, {}, changes
        return self._keys, self._articles
