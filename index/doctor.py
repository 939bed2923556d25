"""Is the store whole, and if not, what mends it? The catalogue is the truth; all the rest can be made from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

import numpy as np

from index.counted import count
from index.embedder import EmbedderError
from index.ingest import article_words, finish
from index.people.settling import settle
from index.reindex import reindex
from index.statements.version import STATEMENTS_VERSION
from index.store import Store, StoreError, StoreInUseError
from index.store.catalogue import ArticleWords
from index.vector_check import PARTS, Diagnosis, diagnose

_REPAIR, _REINDEX = "isnad doctor --repair", "isnad reindex"
_LOOKED_UP = 50  # articles of a sample
_ROWS, _ROUNDED = 1000, 0.005  # vectors of a sample, and what a number of one may differ by in its row

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
    findings = [whole, _full_text(store), *_states(store), *_records(store), *_statements(store)]
    try:
        for found in _diagnosed(store, progress):
            findings += [*_vectors(found), *_rows(store, found)]
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
    found = list(_diagnosed(store, progress))
    for one in found:
        if any(_rows(store, one)):
            one.part.rows(store).clear()  # they are filled again as they are needed
            done.append("dropped the rows for exact comparison, which were wrong")
    anew = any(one.broken or one.changed for one in found)
    with store.catalogue.transaction() as db:  # noted in the catalogue first, so that a kill loses none of it
        if anew:
            db.execute("UPDATE articles SET state = 'pending'")
            done.append("made all vectors anew")
        for one in found if not anew else ():
            part = one.part
            if one.missing:
                # Where those of the passages are due as well, they stay so.
                of_whom = f"key = (SELECT article FROM {part.name} WHERE vector = ?) AND state <> 'pending'"
                sql = f"UPDATE articles SET state = '{part.due}' WHERE {of_whom}"
                db.executemany(sql, [(vector,) for vector in one.missing])
                done.append(f"embedded {count(len(one.missing), part.singular)} that had no vector")
            if one.orphans:
                db.executemany(f"INSERT OR IGNORE INTO {part.stale} VALUES (?)", [(vector,) for vector in one.orphans])
                done.append(f"dropped {count(len(one.orphans), 'vector')} that no {part.singular} has")
    if not done and store.catalogue.counts().pending:
        done.append("finished what was pending")
    if anew:
        _drop_vectors(store)
    progress("embedding")
    finish(store)
    settle(store.catalogue)
    return done


def _diagnosed(store: Store, progress: Tell) -> Iterator[Diagnosis]:
    """What is wrong with the vectors, part by part; if Chroma itself is broken, that is all there is to say."""
    for part in PARTS:
        yield (found := diagnose(store, part, progress))
        if found.broken:
            return


def _catalogue(store: Store) -> Finding:
    try:
        wrong = [row[0] for row in store.catalogue.rows("PRAGMA integrity_check(5)") if row[0] != "ok"]
        loose = store.catalogue.rows("PRAGMA foreign_key_check")
        counts = store.catalogue.counts()
    except sqlite3.DatabaseError as error:
        return Finding("error", f"the catalogue is damaged: {error}")
    if wrong or loose:
        return Finding("error", f"the catalogue is damaged: {wrong[0] if wrong else 'parts of articles that are gone'}")
    held = ", ".join(
        count(number, noun)
        for number, noun in (
            (counts.articles, "article"),
            (counts.passages, "passage"),
            (counts.statements, "statement"),
        )
    )
    return Finding("ok", f"the catalogue is whole: {held}")


def _full_text(store: Store) -> Finding:
    try:
        wrong = _wrong_words(store)
    except StoreInUseError:
        raise
    except Exception as error:  # a damaged file is met in many ways
        wrong = (str(error).splitlines() or [type(error).__name__])[0]
    if wrong:
        return Finding("error", f"the full text is damaged: {wrong}", _REPAIR)
    return Finding("ok", "the full text holds every article, passage and statement, and a sample of them by every word")


def _wrong_words(store: Store) -> str:
    """What is wrong with the full text, empty if nothing is."""
    words = store.words_as_they_are()
    words.catch_up()
    for table, held in zip(
        ("passages", "articles", "statements"), (*words.keys(), words.statement_keys()), strict=True
    ):
        keys = {row[0] for row in store.catalogue.rows(f"SELECT key FROM {table}")}
        if held != keys:
            return f"of {table}, {len(keys - held):,} are not in it, and {len(held - keys):,} in it are gone"
    every = max(1, len(words.keys()[1]) // _LOOKED_UP)
    for entry in _analysed(store, every):
        title, body, day = entry.words
        wanted = frozenset(f"{title} {body} {day}".split())
        if words.held(wanted, [entry.article])[entry.article] != wanted:
            return "an article is not found by its own words"
        for key, words_of_it in entry.passages:
            wanted = frozenset(f"{title} {words_of_it} {day}".split())
            if words.held_by_passages(wanted, [key])[key] != wanted:
                return "a passage is not found by its own words"
        for key, words_of_it in entry.statements:
            wanted = frozenset(words_of_it.split())
            if words.held_by_statements(wanted, [key])[key] != wanted:
                return "a statement is not found by its own words"
    return ""


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


def _statements(store: Store) -> Iterator[Finding]:
    if outdated := store.catalogue.outdated_statements(STATEMENTS_VERSION):
        what = f"without the statements that this version of isnad finds: {count(outdated, 'article')}"
        yield Finding("warning", what, "isnad reindex statements")
    unknown = "SELECT count(*) FROM statements WHERE name NOT IN (SELECT name FROM names)"
    if (number := store.catalogue.rows(unknown)[0][0]) and not store.catalogue.setting("names_changed"):
        yield Finding("error", f"by nobody who is known: {count(number, 'statement')}", _REPAIR)


def _vectors(found: Diagnosis) -> Iterator[Finding]:
    if found.broken:
        yield Finding("error", found.broken, _REPAIR)
        return
    if found.changed:
        yield Finding("error", found.changed, _REPAIR)
    if found.unfound:
        yield Finding("warning", found.unfound, _REINDEX)
    if found.missing:
        yield Finding("error", f"without a vector: {count(len(found.missing), found.part.singular)}", _REPAIR)
    if found.orphans:
        yield Finding("warning", f"without a {found.part.singular}: {count(len(found.orphans), 'vector')}", _REPAIR)
    if not (found.changed or found.unfound or found.missing or found.orphans):
        what = f"{count(found.held, 'vector')} of {found.part.name}, each fetched; samples were found and made again"
        yield Finding("ok", what)


def _rows(store: Store, found: Diagnosis) -> Iterator[Finding]:
    """Whether a sample of the rows for exact comparison are the vectors that Chroma has, where those can be read."""
    if found.broken or found.changed:
        return  # with the vectors, all rows are made anew
    collection = found.part.vectors(store)
    ids = list(islice(collection.ids(), 0, None, max(1, len(collection) // _ROWS)))
    keys, held = found.part.keys_of(store)(ids), collection.get(ids)
    known = [id_ for id_ in ids if id_ in keys and id_ in held]
    if not known:
        return
    vectors = np.stack([held[id_] for id_ in known])
    rows = found.part.rows(store).read(np.array([keys[id_] for id_ in known], np.int64), vectors.shape[1])
    written = rows.any(axis=1)
    if np.abs(rows - vectors)[written].max(initial=0.0) > _ROUNDED:
        yield Finding("error", "the rows for exact comparison are not those of the vectors", _REPAIR)


def _rebuild_full_text(store: Store) -> None:
    """Analyse every article again, and make the full text of it."""
    store.catalogue.owe_words(_analysed(store))  # all or none; from then on a kill is mended by the next search
    store.drop_words()
    store.words_as_they_are()


def _analysed(store: Store, every: int = 1) -> Iterator[ArticleWords]:
    """The analysed words of articles (`every` second, third ...) by key."""
    for (key,) in store.catalogue.rows("SELECT key FROM articles ORDER BY key")[::every]:
        yield article_words(store, key)


def _drop_vectors(store: Store) -> None:
    """Begin with an empty folder of Chroma's: a damaged one may not even let its collection be cleared."""
    store.catalogue.forget_stale(store.catalogue.stale_vectors())
    store.catalogue.forget_stale_statements(store.catalogue.stale_statements())
    store.drop_vectors()
