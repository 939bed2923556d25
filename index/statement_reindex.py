"""Extracting the statements of a store anew, and nothing else: passages and their vectors stay as they are.

So do the vectors of statements that are found again: their ids say what they are of.
"""

from __future__ import annotations

from collections.abc import Callable

from index.embedding import Embedding
from index.ingest import article_words, finish, statement_entries
from index.people.settling import settle
from index.statements.version import STATEMENTS_VERSION
from index.store import Store

_BATCH = 64  # articles


def reindex_statements(store: Store, progress: Callable[[int], None] = lambda _: None) -> int:
    """Extract, file and embed the statements of every article whose own come from another version; of how many.

    If they are all current, every article's are made anew. A kill at any moment is mended by calling it again.
    `progress` is called with the number of articles done after each batch. Raises StoreError, StoreInUseError.
    """
    catalogue = store.catalogue
    finish(store)
    if not catalogue.outdated_statements(STATEMENTS_VERSION):
        with catalogue.transaction() as db:
            db.execute("UPDATE articles SET statements = ''")
    due = "SELECT key FROM articles WHERE key > ? AND statements <> ? ORDER BY key LIMIT ?"
    done = last = 0
    with Embedding(store, progress) as embedding:
        while keys := [row[0] for row in catalogue.rows(due, (last, STATEMENTS_VERSION, _BATCH))]:
            with catalogue.transaction():
                for key in keys:
                    _file(store, key)
            embedding.take(keys)
            last, done = keys[-1], done + len(keys)
    finish(store)  # drops the vectors of statements that are gone
    store.words_as_they_are().catch_up()
    settle(catalogue)
    return done


def _file(store: Store, key: int) -> None:
    article, _ = store.catalogue.parts(key)
    known = article_words(store, key)
    entries = statement_entries(article)
    store.catalogue.write_statements(key, entries, STATEMENTS_VERSION, known.words, known.passages)
