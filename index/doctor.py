"""Is the store whole, and if not, what mends it? The catalogue is the truth; all the rest can be made from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from index.arabic.analyser import day_tokens, tokens
from index.counted import count
from index.embedder import EmbedderError
from index.ingest import finish
from index.reindex import reindex
from index.store import Store, StoreError
from index.vector_check import Diagnosis, diagnose

_REPAIR, _REINDEX = "isnad doctor --repair", "isnad reindex"
_BATCH = 500  # articles

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `what` was found in a sentence, and the command that mends it (None: nothing, or none)."""

    level: Literal["ok", "warning", "error"]
    what: str
    remedy: str | None = None


def examine(store: Store, progress: Tell = lambda _: None) -> list[Finding]:
    """Everything about `store` that was looked at, in order; `progress` hears in words what comes next.

    Reads all vectors, and loads the embedder for a sample. Raises StoreInUseError.
    """
    store.hold()  # before all else: what another process is writing would look damaged
    progress("reading the catalogue")
    whole = _catalogue(store)
    if whole.level == "error":
        return [whole]  # nothing can be measured by a broken measure
    findings = [whole, _full_text(store), *_states(store), *_records(store)]
    try:
        findings += _vectors(diagnose(store, progress))
    except (EmbedderError, StoreError) as error:
        findings.append(Finding("error", str(error)))
    return findings


def repair(store: Store, progress: Tell = lambda _: None) -> list[str]:
    """Mend what can be mended from the catalogue; what was done, a sentence each.

    Embeds what is missing, drops what nobody owns, finishes what is pending, makes full text and vectors anew when
    they are damaged, reindexes a store that another version made or that was left half reindexed. A kill at any
    moment is mended by calling it again. Raises StoreError for a broken catalogue, StoreInUseError, EmbedderError.
    """
    store.hold()
    if (whole := _catalogue(store)).level == "error":
        raise StoreError(
            f"{whole.what}. The catalogue cannot be repaired from anything else: bring it back from a copy"
        )
    done: list[str] = []
    if _unfinished(store):
        progress("reindexing")
        return [f"reindexed {count(reindex(store, store.embedder), 'article')}"]
    if _full_text(store).level == "error":
        progress("making the full text anew")
        _rebuild_full_text(store)
        done.append("made the full text anew")
    found = diagnose(store, progress)
    with store.catalogue.transaction() as db:  # noted in the catalogue first, so that a kill loses none of it
        if found.broken or found.changed:
            db.execute("UPDATE articles SET state = 'pending'")
            done.append("made all vectors anew")
        if found.missing:
            sql = "UPDATE articles SET state = 'pending' WHERE key = (SELECT article FROM passages WHERE vector = ?)"
            db.executemany(sql, [(vector,) for vector in found.missing])
            done.append(f"embedded {count(len(found.missing), 'passage')} that had no vector")
        if found.orphans:
            db.executemany("INSERT OR IGNORE INTO stale_vectors VALUES (?)", [(vector,) for vector in found.orphans])
            done.append(f"dropped {count(len(found.orphans), 'vector')} that no passage has")
    if not done and store.catalogue.counts().pending:
        done.append("finished what was pending")
    if found.broken or found.changed:
        _drop_vectors(store)
    progress("embedding")
    finish(store)
    return done


def _catalogue(store: Store) -> Finding:
    try:
        wrong = [row[0] for row in store.catalogue.rows("PRAGMA integrity_check(5)") if row[0] != "ok"]
        # Full text can be made anew: it is looked at by itself.
        wrong = [line for line in wrong if "passage_words" not in line and "article_words" not in line]
        loose = store.catalogue.rows("PRAGMA foreign_key_check")
        counts = store.catalogue.counts()
    except sqlite3.DatabaseError as error:
        return Finding("error", f"the catalogue is damaged: {error}")
    if wrong or loose:
        return Finding("error", f"the catalogue is damaged: {wrong[0] if wrong else 'parts of articles that are gone'}")
    return Finding(
        "ok", f"the catalogue is whole: {count(counts.articles, 'article')}, {count(counts.passages, 'passage')}"
    )


def _full_text(store: Store) -> Finding:
    wrong = ""
    for words, table in (("passage_words", "passages"), ("article_words", "articles")):
        try:
            # FTS5 compares its index with the words it was made of; then the rows themselves are compared.
            with store.catalogue.transaction() as db:
                db.execute(f"INSERT INTO {words} ({words}) VALUES ('integrity-check')")
            sql = f"""SELECT count(*) FROM (SELECT rowid FROM {words} EXCEPT SELECT key FROM {table})
                      UNION ALL SELECT count(*) FROM (SELECT key FROM {table} EXCEPT SELECT rowid FROM {words})"""
            (extra,), (lacking,) = store.catalogue.rows(sql)
        except sqlite3.DatabaseError as error:
            wrong = wrong or str(error)
            continue
        if extra or lacking:
            wrong = wrong or f"of {table}, {lacking:,} are not in it, and {extra:,} in it are gone"
    if wrong:
        return Finding("error", f"the full text is damaged: {wrong}", _REPAIR)
    return Finding("ok", "the full text holds every article and passage")


def _states(store: Store) -> Iterator[Finding]:
    if pending := store.catalogue.counts().pending:
        yield Finding("warning", f"filed and not yet embedded: {count(pending, 'article')}", _REPAIR)


def _unfinished(store: Store) -> str:
    """Why the store has to be reindexed, empty if it has not."""
    if store.catalogue.setting("reindex"):
        return "the store is half reindexed"
    if part := store.outdated():
        return f"the {part} come from another version of isnad"
    return ""


def _records(store: Store) -> Iterator[Finding]:
    if wrong := _unfinished(store):
        yield Finding("error", wrong, _REINDEX)
    elif store.catalogue.setting("embedder") is None:
        if store.catalogue.counts().passages:
            yield Finding("error", "the store does not say which embedder its vectors come from", _REINDEX)
    else:
        yield Finding("ok", f"made by this version of isnad with {store.catalogue.setting('embedder')}")


def _vectors(found: Diagnosis) -> Iterator[Finding]:
    if found.broken:
        yield Finding("error", found.broken, _REPAIR)
        return
    if found.changed:
        yield Finding("error", found.changed, _REPAIR)
    if found.unfound:
        yield Finding("warning", found.unfound, _REINDEX)
    if found.missing:
        yield Finding("error", f"without a vector: {count(len(found.missing), 'passage')}", _REPAIR)
    if found.orphans:
        yield Finding("warning", f"without a passage: {count(len(found.orphans), 'vector')}", _REPAIR)
    if not (found.changed or found.unfound or found.missing or found.orphans):
        yield Finding("ok", f"{count(found.held, 'vector')}, each fetched; samples were found and made again")


def _rebuild_full_text(store: Store) -> None:
    """Drop the words and analyse every article again, all in one transaction."""
    with store.catalogue.transaction() as db:
        for table in ("passage_words", "article_words"):
            db.execute(f"DROP TABLE {table}")
            db.execute(f"CREATE VIRTUAL TABLE {table} USING fts5 (title, body, day, tokenize = 'ascii')")
        last = 0
        next_keys = "SELECT key FROM articles WHERE key > ? ORDER BY key LIMIT ?"
        while keys := [row[0] for row in db.execute(next_keys, (last, _BATCH)).fetchall()]:
            for key in keys:
                article, _ = store.catalogue.parts(key)
                words = (tokens(article.title), tokens(article.text), day_tokens(article.date))
                title, body, day = map(" ".join, words)
                insert = "INSERT INTO {} (rowid, title, body, day) VALUES (?, ?, ?, ?)"
                db.execute(insert.format("article_words"), (key, title, body, day))
                spans = db.execute('SELECT key, start, "end" FROM passages WHERE article = ?', (key,)).fetchall()
                bodies = [(row, title, " ".join(tokens(article.text[start:end])), day) for row, start, end in spans]
                db.executemany(insert.format("passage_words"), bodies)
            last = keys[-1]


def _drop_vectors(store: Store) -> None:
    """Begin with an empty folder of Chroma's: a damaged one may not even let its collection be cleared."""
    store.catalogue.forget_stale(store.catalogue.stale_vectors())
    store.drop_vectors()
