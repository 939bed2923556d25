"""Adding articles: each is filed in the catalogue as pending, its vectors are written to Chroma, then it is done.

The vectors of a batch are made while the next one is read and filed. A kill at any moment loses nothing: what is
pending is finished by the next run, under the same vector ids.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from index.arabic.analyser import day_tokens, tokens
from index.embedding import Embedding
from index.passages import split
from index.people.facets import facets
from index.people.settling import settle
from index.readings import embedded_text, shown_title
from index.statements import extract
from index.statements.version import STATEMENTS_VERSION
from index.store import Store
from index.store.catalogue import ArticleWords, Entry
from index.store.statement_records import StatementEntry
from index.stories import bands, same_story, signature
from index.vocabulary import Article, Passage, Rejection, Statement

_WORDS_EVERY = 16  # batches: while these are embedded there is time for their full text
_BATCH = 64  # articles, some 100 passages: enough to sort by length, little to do again after a kill


Fate = Literal["added", "duplicate", "changed", "unchanged", "rejected"]
"""What became of one item; ``duplicate`` was added too, and its very text was there under another id."""


@dataclass(slots=True)
class Summary:
    """What a run did so far. `duplicate` counts those added whose very text was there under another id."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    duplicate: int = 0
    passages: int = 0
    statements: int = 0
    rejected: list[Rejection] = field(default_factory=list)
    interrupted: bool = False

    def count_in(self, batch: Summary) -> None:
        """Add the counts of `batch` to these."""
        for name in ("added", "changed", "unchanged", "duplicate", "passages", "statements"):
            setattr(self, name, getattr(self, name) + getattr(batch, name))
        self.rejected += batch.rejected


def add(
    store: Store,
    items: Iterable[Article | Rejection],
    progress: Callable[[Summary], None] = lambda _: None,
    told: Callable[[Article | Rejection, Fate], None] = lambda _, __: None,
) -> Summary:
    """Add articles to `store`; `progress` is called with the running summary after each batch.

    `told` hears what became of each item, in their order and before `progress`; of an article that was rejected it is
    given the Rejection.

    An unchanged article costs a look-up; a changed one replaces its parts. Of two different articles with one id in
    the same run the first stands and the second is rejected. Ctrl-C ends the run in good order (`interrupted`): the
    summary counts what is filed, though the vectors of its last batch may be left to the next run.
    Raises StoreError, StoreInUseError before anything is read if the vectors cannot be written.
    """
    summary = Summary()
    unchanged: set[int] = set()  # hashes of ids: 64 bits are enough, and a million of them fit in memory
    try:
        finish(store)
        run = store.catalogue.next_run()
        with Embedding(store) as embedding:
            for number, batch in enumerate(_batches(items), start=1):
                counted = Summary()
                # Analysed before the transaction, since all other threads wait for that: who asks while articles are
                # added would wait seconds. The embedder is loaded, and recorded by a new store, before it as well:
                # Ctrl-C must not take that back.
                entries = [_entry(store, item) for item in batch]
                with store.catalogue.transaction():
                    taken = [_take(store, *each, run, counted, unchanged) for each in zip(batch, entries, strict=True)]
                summary.count_in(counted)  # not before: a batch that Ctrl-C cuts off is rolled back
                embedding.take([key for key, _ in taken if key is not None])
                rejections = iter(counted.rejected)
                for item, (_, fate) in zip(batch, taken, strict=True):
                    told(next(rejections) if fate == "rejected" else item, fate)
                progress(summary)
                if number % _WORDS_EVERY == 0:
                    store.words_as_they_are().catch_up()
        _drop_stale(store)
        store.words_as_they_are().catch_up()  # else the first question would wait for it
        settle(store.catalogue)
    except KeyboardInterrupt:
        summary.interrupted = True
    return summary


def finish(store: Store, progress: Callable[[int], None] = lambda _: None) -> None:
    """Write the vectors of every pending article and drop those that are stale.

    `progress` is called with the number of articles done after each batch. Raises StoreError, StoreInUseError even
    when there is nothing to do, so that who files articles next knows that they can be embedded.
    """
    with Embedding(store, progress) as embedding:
        last = 0
        while keys := store.catalogue.pending(_BATCH, after=last):
            embedding.take(keys)
            last = keys[-1]
    _drop_stale(store)


def remove(store: Store, article_id: str) -> bool:
    """Remove an article with its passages and vectors; False if there is none of that id.

    Raises StoreError, StoreInUseError, and then removes nothing.
    """
    finish(store)
    found = store.catalogue.remove(article_id)
    finish(store)
    return found


def file_entry(article: Article, token_count: Callable[[str], int]) -> Entry:
    """`article` as the catalogue files it: split, analysed and signed."""
    words: list[str] = []
    parts = []
    for passage in split(article, token_count):
        body = tokens(passage.span.of(article.text))
        words += body  # passages cover all words, each once
        parts.append((passage, _vector_id(article, passage), " ".join(body)))
    sketch = signature(words)
    day = " ".join(day_tokens(article.date))
    return Entry(
        article=article,
        text_hash=text_hash(article),
        signature=sketch,
        bands=bands(sketch),
        tokens=(" ".join(tokens(article.title)), " ".join(words), day),
        parts=tuple(parts),
        statements=statement_entries(article),
        extraction=STATEMENTS_VERSION,
    )


def statement_entries(article: Article) -> tuple[StatementEntry, ...]:
    """The statements of `article` as the catalogue files them."""
    entries: dict[str, StatementEntry] = {}
    for statement in extract(article):
        filed = facets(article, statement)
        vector = _statement_id(article, statement)
        entries.setdefault(vector, StatementEntry(statement, vector, statement_words(article, statement), filed))
    return tuple(entries.values())


def statement_words(article: Article, statement: Statement) -> str:
    """The analysed words under which the full text finds a statement: who, where, in what, and what was said."""
    spans = [span.of(article.text) for span in (statement.place, statement.medium, statement.content) if span]
    return " ".join(tokens(" ".join([statement.speaker, statement.role, statement.organization, *spans])))


def article_words(store: Store, key: int) -> ArticleWords:
    """The analysed words of a filed article (its key), analysed again, as the full text is given them."""
    article, _ = store.catalogue.parts(key)
    title, body, day = map(" ".join, (tokens(article.title), tokens(article.text), day_tokens(article.date)))
    spans = store.catalogue.rows('SELECT key, start, "end" FROM passages WHERE article = ?', (key,))
    bodies = [(row, " ".join(tokens(article.text[start:end]))) for row, start, end in spans]
    said = store.catalogue.rows("SELECT key, vector FROM statements WHERE article = ?", (key,))
    keys = {vector: row for row, vector in said}
    statements = [(keys[vector], statement_words(article, one)) for one, vector in store.catalogue.statements(key)]
    return ArticleWords(key, (title, body, day), bodies, statements)


def file(store: Store, entry: Entry, run: int) -> int:
    """File `entry` as pending, and join it to the story it tells; its key. Its vectors are yet to come."""
    own = store.catalogue.write(entry, run)
    first, *others = sorted({own, *same_story(store.catalogue, entry.signature, entry.bands)})
    for story in others:
        store.catalogue.join_stories(first, story)
    return own


def _drop_stale(store: Store) -> None:
    if stale := store.catalogue.stale_vectors():
        store.vectors.delete(stale)
        store.catalogue.forget_stale(stale)
    if stale := store.catalogue.stale_statements():
        store.statement_vectors.delete(stale)
        store.catalogue.forget_stale_statements(stale)


def _entry(store: Store, item: Article | Rejection) -> Entry | None:
    """The article ready to be filed, None if there is nothing to file."""
    if isinstance(item, Rejection) or not _is_text(item) or _stands(store, item):
        return None
    return file_entry(item, store.embedder.token_count)


def _take(
    store: Store, item: Article | Rejection, entry: Entry | None, run: int, summary: Summary, unchanged: set[int]
) -> tuple[int | None, Fate]:
    """File one article unless it stands already, and count it; its key if it was filed, and what became of it."""
    if isinstance(item, Rejection):
        summary.rejected.append(item)
        return None, "rejected"
    if not _is_text(item):
        reason = "it holds half a surrogate pair, which is no character: decode its source with errors='replace'"
        summary.rejected.append(Rejection(f"article {item.id!a}", reason))
        return None, "rejected"
    standing = store.catalogue.standing(item.id)
    if standing is not None:
        fingerprint, _, written = standing
        if fingerprint == item.fingerprint:
            summary.unchanged += 1
            unchanged.add(hash(item.id))
            return None, "unchanged"
        if written == run or hash(item.id) in unchanged:
            reason = "another article with this id was added in the same run; give this one an id of its own"
            summary.rejected.append(Rejection(f"article {item.id}", reason))
            return None, "rejected"
    known = standing is None and store.catalogue.has_text(text_hash(item))
    entry = entry or file_entry(item, store.embedder.token_count)
    summary.passages += len(entry.parts)
    summary.statements += len(entry.statements)
    summary.duplicate += known
    summary.changed += standing is not None
    summary.added += standing is None
    return file(store, entry, run), "changed" if standing else "duplicate" if known else "added"


def _stands(store: Store, article: Article) -> bool:
    """Whether exactly this article is filed."""
    standing = store.catalogue.standing(article.id) if _is_text(article) else None
    return standing is not None and standing[0] == article.fingerprint


def _is_text(article: Article) -> bool:
    """Whether SQLite can hold it. What `index.reading` reads is; a caller's own article may not be."""
    parts = (article.id, article.title, article.text, article.source, article.url, article.author, article.category)
    return not any("\ud800" <= letter <= "\udfff" for letter in set().union(*parts))


def text_hash(article: Article) -> str:
    """A hash (32 hexadecimal digits) of the text alone: equal in word for word copies."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _vector_id(article: Article, passage: Passage) -> str:
    content = f"{article.id}\0{passage.span.start}\0{embedded_text(article, passage)}"
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _statement_id(article: Article, statement: Statement) -> str:
    places = f"{statement.content.start}\0{statement.content.end}\0{statement.cue.start}\0{statement.speaker}"
    content = f"{article.id}\0{places}\0{shown_title(article)}\0{statement.content.of(article.text)}"
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _batches(items: Iterable[Article | Rejection]) -> Iterator[list[Article | Rejection]]:
    iterator = iter(items)
    while batch := list(islice(iterator, _BATCH)):
        yield batch
