"""Making everything anew from the catalogue: passages, statements, words, stories and vectors, with any embedder.

The setting `reindex` holds the number of the run until all is done: a run that was killed is taken up where it
stopped, and until then the store gives nobody its vectors.
"""

from __future__ import annotations

from collections.abc import Callable

from index.embedding import Embedding
from index.ingest import file, file_entry, finish
from index.people.settling import settle
from index.store import EmbedderLike, Store

_BATCH = 64  # articles


def reindex(store: Store, embedder: EmbedderLike, progress: Callable[[int], None] = lambda _: None) -> int:
    """Rebuild all that `store` derives from its articles, with `embedder` from now on; the number of articles.

    `progress` is called with the number of articles done after each batch, first with those of a run that is taken up
    again. A kill at any moment is mended by calling it again. Raises StoreInUseError.
    """
    catalogue = store.catalogue
    vectors, statement_vectors = store.vectors_as_they_are(), store.statement_vectors_as_they_are()
    run = _run(store, embedder)
    store.embedder = embedder
    ((done,),) = catalogue.rows("SELECT count(*) FROM articles WHERE run = ? AND state = 'done'", (run,))
    if not done:  # nothing of this run is in it yet, and it may be of another dimension
        vectors.clear()
        statement_vectors.clear()
        store.rows.clear()
        store.statement_rows.clear()
        catalogue.forget_stale(catalogue.stale_vectors())
        catalogue.forget_stale_statements(catalogue.stale_statements())
    progress(done)
    last = 0
    unfinished = "SELECT key FROM articles WHERE key > ? AND run <> ? ORDER BY key LIMIT ?"
    finish(store)  # what a run that was killed had filed
    with Embedding(store, progress) as embedding:
        while keys := [row[0] for row in catalogue.rows(unfinished, (last, run, _BATCH))]:
            with catalogue.transaction():
                for key in keys:
                    file(store, file_entry(catalogue.parts(key)[0], embedder.token_count), run)
            embedding.take(keys)
            last = keys[-1]
    finish(store)
    settle(catalogue)
    catalogue.record(reindex="")
    return catalogue.counts().articles


def _run(store: Store, embedder: EmbedderLike) -> int:
    """The number of the run to take up again, or of a new one if the last ended or was of another kind."""
    catalogue = store.catalogue
    recorded = (catalogue.setting("embedder"), catalogue.setting("dimension"))
    going_on = catalogue.setting("reindex")
    if going_on and recorded == (embedder.name, str(embedder.dimension)) and store.outdated() is None:
        return int(going_on)
    with catalogue.transaction():
        run = catalogue.next_run()
        catalogue.record(reindex=str(run))
        store.record(embedder)
    return run
