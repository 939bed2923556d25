"""Removing articles and making a store anew, as jobs."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.library.jobs import Progress, Work
from index.ingest import remove
from index.reindex import reindex
from index.statement_reindex import reindex_statements
from index.store import Store


def removing(store: Store, ids: Sequence[str]) -> Work:
    """The work of removing the articles with these ids; those that are gone already count for nothing."""

    def work(progress: Progress) -> None:
        removed = 0
        for number, article_id in enumerate(ids, start=1):
            removed += remove(store, article_id)
            progress(share=number / len(ids), count=removed)

    return work


def reindexing(store: Store) -> Work:
    """The work of making passages, statements, words and vectors anew; stopped, it goes on where it was next time."""

    def work(progress: Progress) -> None:
        reindex(store, store.embedder, _Counted(store, progress))

    return work


def extracting(store: Store) -> Work:
    """The work of finding the statements anew, and nothing else."""

    def work(progress: Progress) -> None:
        reindex_statements(store, _Counted(store, progress))

    return work


class _Counted:
    """Turns batches of articles into a share of all of them."""

    def __init__(self, store: Store, progress: Progress) -> None:
        self.progress = progress
        self.total = max(1, store.catalogue.counts().articles)
        self.done = 0

    def __call__(self, number: int) -> None:
        self.done += number
        self.progress(share=min(1.0, self.done / self.total), count=self.done)
