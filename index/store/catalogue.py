"""The catalogue: articles, passages and statements in SQLite. It is the truth: vectors and full text derive from it."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from index.store import statement_records
from index.store.database import Database
from index.store.statement_records import StatementEntry
from index.vocabulary import EVERYTHING, Article, Filters, Passage, Span, Statement

_LIST = "(SELECT value FROM json_each(?))"  # SQLite limits the number of ?
_ARTICLE = "a.id, a.title, a.text, a.day, a.source, a.url, a.author, a.category"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as the catalogue files it, ready to be written.

    `tokens` holds the analysed title, body and day (blank-separated); `parts` each passage with its vector id and
    analysed body; `signature` the MinHash bytes; `bands` its (band, hash) pairs for finding near duplicates;
    `statements` come from the version `extraction` of the extractor.
    """

    article: Article
    text_hash: str
    signature: bytes
    bands: tuple[tuple[int, int], ...]
    tokens: tuple[str, str, str]
    parts: tuple[tuple[Passage, str, str], ...]
    statements: tuple[StatementEntry, ...] = ()
    extraction: str = ""


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The analysed words of an article (its key): title, body and day, and of each passage and statement (their keys).

    All blank-separated.
    """

    article: int
    words: tuple[str, str, str]
    passages: Sequence[tuple[int, str]]
    statements: Sequence[tuple[int, str]] = ()


@dataclass(frozen=True, slots=True)
class WordsDue:
    """A change that the full text does not know yet: `article` (its key) now has these words, or is gone (None).

    `title`, `body` and `day` are blank-separated words, `passages` and `statements` the keys and words of its parts;
    `source` and `date` what it is filtered by.
    """

    number: int
    article: int
    words: tuple[str, str, str] | None = None
    passages: tuple[tuple[int, str], ...] = ()
    statements: tuple[tuple[int, str], ...] = ()
    source: str = ""
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A passage as a ranking needs it: its article's key, its story's, and where it stands."""

    article: int
    story: int
    place: tuple[str, int, int, int]

    @property
    def passage(self) -> Passage:
        """The passage itself: most of those ranked are never shown."""
        id_, number, start, end = self.place
        return Passage(id_, number, Span(start, end))


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the catalogue holds. `stories` counts groups of articles that tell the same one as one."""

    articles: int
    passages: int
    stories: int
    pending: int
    sources: int
    first_day: dt.date | None
    last_day: dt.date | None
    statements: int = 0


class Catalogue(Database):
    """Articles, passages and statements in the SQLite file `path`, made if absent.

    Raises ValueError when the file comes from a newer version, sqlite3.DatabaseError when it is no catalogue.
    """

    def write(self, entry: Entry, run: int) -> int:
        """File `entry` as pending, in place of whatever stood under its id; its key, which is its story's as well."""
        article = entry.article
        key: int
        with self.transaction() as db:
            self._forget_parts(article.id)
            day = article.date.isoformat() if article.date else None
            (key,) = db.execute(
                """INSERT INTO articles (id, fingerprint, text_hash, state, run, signature, title, text, day, source,
                                         url, author, category)
                   VALUES (?, ?, ?, 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                   ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, text_hash = excluded.text_hash,
                       state = 'pending', run = excluded.run, signature = excluded.signature, title = excluded.title,
                       text = excluded.text, day = excluded.day, source = excluded.source, url = excluded.url,
                       author = excluded.author, category = excluded.category
                   RETURNING key""",
                (
                    *(article.id, article.fingerprint, entry.text_hash, run, entry.signature, article.title),
                    *(article.text, day, article.source, article.url, article.author, article.category),
                ),
            ).fetchone()
            self._leave_story(db, key)
            db.execute("UPDATE articles SET story = ?, statements = ? WHERE key = ?", (key, entry.extraction, key))
            db.executemany("INSERT INTO story_bands VALUES (?, ?, ?)", [(band, h, key) for band, h in entry.bands])
            bodies = []
            for passage, vector, body in entry.parts:
                (row,) = db.execute(
                    'INSERT INTO passages (article, number, start, "end", vector) VALUES (?, ?, ?, ?, ?) RETURNING key',
                    (key, passage.number, passage.span.start, passage.span.end, vector),
                ).fetchone()
                bodies.append((row, body))
                db.execute("DELETE FROM stale_vectors WHERE vector = ?", (vector,))
            filed = statement_records.write(db, key, entry.statements)
            self._owe_words(db, key, _owed(ArticleWords(key, entry.tokens, bodies, filed)))
        return key

    def write_statements(
        self,
        key: int,
        entries: Sequence[StatementEntry],
        extraction: str,
        words: tuple[str, str, str],
        bodies: Sequence[tuple[int, str]],
    ) -> None:
        """Put these statements in place of those of the article with that `key`; their vectors are yet to come.

        `words` and `bodies` are what the full text is owed of the rest of the article, as in :class:`ArticleWords`.
        """
        with self.transaction() as db:
            statement_records.forget(db, key)
            filed = statement_records.write(db, key, entries)
            # Where the vectors of the passages are due as well, they stay so.
            state = "CASE state WHEN 'done' THEN 'statements' ELSE state END"
            db.execute(f"UPDATE articles SET statements = ?, state = {state} WHERE key = ?", (extraction, key))
            self._owe_words(db, key, _owed(ArticleWords(key, words, bodies, filed)))

    def _forget_parts(self, article_id: str) -> None:
        with self.transaction() as db:
            found = db.execute("SELECT key FROM articles WHERE id = ?", (article_id,)).fetchone()
            if found is None:
                return
            vectors = "SELECT vector FROM passages WHERE article = ?"
            db.execute(f"INSERT OR IGNORE INTO stale_vectors {vectors}", found)
            db.execute("DELETE FROM passages WHERE article = ?", found)
            statement_records.forget(db, found[0])
            db.execute("DELETE FROM story_bands WHERE article = ?", found)
            self._owe_words(db, found[0], None)

    def remove(self, article_id: str) -> bool:
        """Remove an article with all its parts; False if there is none of that id."""
        with self.transaction() as db:
            self._forget_parts(article_id)
            found = db.execute("SELECT key FROM articles WHERE id = ?", (article_id,)).fetchone()
            if found is None:
                return False
            self._leave_story(db, found[0])
            db.execute("DELETE FROM articles WHERE key = ?", found)
            return True

    @staticmethod
    def _owe_words(db: sqlite3.Connection, key: int, words: str | None) -> None:
        db.execute("INSERT OR REPLACE INTO words_due (article, words) VALUES (?, ?)", (key, words))

    @staticmethod
    def _leave_story(db: sqlite3.Connection, key: int) -> None:
        """The others of the story that bears this key stay together, under the earliest of them."""
        others = "SELECT min(key) FROM articles WHERE story = :key AND key <> :key"
        db.execute(f"UPDATE articles SET story = ({others}) WHERE story = :key AND key <> :key", {"key": key})

    def finish(self, keys: Iterable[int]) -> None:
        """Mark articles as done: their vectors are written."""
        with self.transaction() as db:
            db.executemany("UPDATE articles SET state = 'done' WHERE key = ?", [(key,) for key in keys])

    def join_stories(self, keep: int, drop: int) -> None:
        """Make one story of two, under the key `keep`."""
        with self.transaction() as db:
            db.execute("UPDATE articles SET story = ? WHERE story = ?", (keep, drop))

    def stale_vectors(self) -> list[str]:
        """Ids of vectors that Chroma should no longer hold."""
        return [row[0] for row in self.rows("SELECT vector FROM stale_vectors")]

    def forget_stale(self, vectors: Sequence[str]) -> None:
        """Chroma has dropped these vectors."""
        with self.transaction() as db:
            db.executemany("DELETE FROM stale_vectors WHERE vector = ?", [(vector,) for vector in vectors])

    def stale_statements(self) -> list[str]:
        """Ids of statements' vectors that Chroma should no longer hold."""
        return [row[0] for row in self.rows("SELECT vector FROM stale_statements")]

    def forget_stale_statements(self, vectors: Sequence[str]) -> None:
        """Chroma has dropped these vectors of statements."""
        with self.transaction() as db:
            db.executemany("DELETE FROM stale_statements WHERE vector = ?", [(vector,) for vector in vectors])

    def owe_words(self, entries: Iterable[ArticleWords]) -> None:
        """Let the full text be given the words of these articles anew."""
        with self.transaction() as db:
            for entry in entries:
                self._owe_words(db, entry.article, _owed(entry))

    def owes_words(self) -> bool:
        """Whether there are changes that the full text does not know yet."""
        return bool(self.rows("SELECT 1 FROM words_due LIMIT 1"))

    def words_due(self, limit: int) -> list[WordsDue]:
        """Up to `limit` changes that the full text does not know yet, in their order."""
        sql = """SELECT d.number, d.article, d.words, a.source, a.day FROM words_due d
                 LEFT JOIN articles a ON a.key = d.article ORDER BY d.number LIMIT ?"""
        return [_due(*row) for row in self.rows(sql, (limit,))]

    def forget_words_due(self, numbers: Iterable[int]) -> None:
        """The full text has these changes on disk."""
        with self.transaction() as db:
            db.executemany("DELETE FROM words_due WHERE number = ?", [(number,) for number in numbers])

    # Reading

    def standing(self, article_id: str) -> tuple[str, str, int] | None:
        """(fingerprint, state, run) of the article filed under an id, None if there is none."""
        found = self.rows("SELECT fingerprint, state, run FROM articles WHERE id = ?", (article_id,))
        if not found:
            return None
        fingerprint, state, run = found[0]
        return fingerprint, state, run

    def has_text(self, text_hash: str) -> bool:
        """Whether an article of exactly that text is filed."""
        return bool(self.rows("SELECT 1 FROM articles WHERE text_hash = ? LIMIT 1", (text_hash,)))

    def article(self, article_id: str) -> Article | None:
        """The article of that id, None if there is none."""
        found = self.rows(f"SELECT {_ARTICLE} FROM articles a WHERE a.id = ?", (article_id,))
        return _article(found[0]) if found else None

    def articles(self, filters: Filters = EVERYTHING, *, limit: int = -1, offset: int = 0) -> Iterator[Article]:
        """Articles that pass `filters`, newest first, undated last; of one day those added last come first."""
        where, values = narrowing(filters)
        # As the index of days has them: nothing is sorted, however many there are. NULL sorts before every day.
        sql = f"SELECT {_ARTICLE} FROM articles a WHERE {where} ORDER BY a.day DESC, a.key DESC LIMIT ? OFFSET ?"
        return (_article(row) for row in self.rows(sql, [*values, limit, offset]))

    def pending(self, limit: int, after: int = 0) -> list[int]:
        """Keys of up to `limit` articles whose vectors are not all written, in order, from above the key `after`."""
        sql = "SELECT key FROM articles WHERE state <> 'done' AND key > ? ORDER BY key LIMIT ?"
        found = self.rows(sql, (after, limit))
        return [row[0] for row in found]

    def parts(self, key: int) -> tuple[Article, list[tuple[Passage, str]]]:
        """The article with that key, and its passages in order, each with its vector id."""
        article = _article(self.rows(f"SELECT {_ARTICLE} FROM articles a WHERE a.key = ?", (key,))[0])
        rows = self.rows('SELECT number, start, "end", vector FROM passages WHERE article = ? ORDER BY number', (key,))
        return article, [(Passage(article.id, n, Span(start, end)), vector) for n, start, end, vector in rows]

    def unwritten(self, key: int) -> tuple[Article, list[tuple[Passage, str]], list[tuple[Statement, str]], bool]:
        """The article with that key, its passages, those of its statements whose vectors are due, each with its id.

        And whether the vectors of the passages are due as well.
        """
        article, parts = self.parts(key)
        ((state,),) = self.rows("SELECT state FROM articles WHERE key = ?", (key,))
        return article, parts, self.statements(key) if state != "done" else [], state == "pending"

    def statements(self, key: int) -> list[tuple[Statement, str]]:
        """The statements of the article with that key, in order, each with its vector id."""
        sql = f"""SELECT a.id, s.vector, {statement_records.COLUMNS} FROM statements s JOIN articles a
                  ON a.key = s.article WHERE s.article = ? ORDER BY s.number"""
        return [(statement_records.statement(id_, row), vector) for id_, vector, *row in self.rows(sql, (key,))]

    def outdated_statements(self, extraction: str) -> int:
        """Of how many articles the statements come from another version of the extractor than this, or are missing."""
        # Nearly free where there are none, in an index of its own.
        sql = "SELECT count(*) FROM articles WHERE statements < ?1 OR statements > ?1"
        return int(self.rows(sql, (extraction,))[0][0])

    def keys_of_statements(self, vectors: Sequence[str]) -> dict[str, int]:
        """The statements (their keys) that these vector ids belong to; ids of no statement are absent."""
        sql = f"SELECT vector, key FROM statements WHERE vector IN {_LIST}"
        return dict(self.rows(sql, (json.dumps(list(vectors)),)))

    def vectors_of_statements(self, statements: Iterable[int]) -> dict[int, str]:
        """The vector id of each statement's key."""
        sql = f"SELECT key, vector FROM statements WHERE key IN {_LIST}"
        return dict(self.rows(sql, (json.dumps(list(statements)),)))

    def keys_of(self, vectors: Sequence[str]) -> dict[str, int]:
        """The passages (their keys) that these vector ids belong to; ids of no passage are absent."""
        sql = f"SELECT vector, key FROM passages WHERE vector IN {_LIST}"
        return dict(self.rows(sql, (json.dumps(list(vectors)),)))

    def placed(self, vectors: Sequence[str]) -> list[tuple[str, int, int]]:
        """Each of these vector ids with its passage's key and its article's; ids of no passage are absent."""
        sql = f"SELECT vector, key, article FROM passages WHERE vector IN {_LIST}"
        return [(str(vector), key, article) for vector, key, article in self.rows(sql, (json.dumps(list(vectors)),))]

    def vectors_of(self, passages: Iterable[int]) -> dict[int, str]:
        """The vector id of each passage's key."""
        return dict(self.rows(f"SELECT key, vector FROM passages WHERE key IN {_LIST}", (json.dumps(list(passages)),)))

    def articles_of(self, passages: Iterable[int]) -> dict[int, int]:
        """The article's key of each passage's key; of passages that are gone, none."""
        sql = f"SELECT key, article FROM passages WHERE key IN {_LIST}"
        return dict(self.rows(sql, (json.dumps(list(passages)),)))

    def found(self, passages: Iterable[int]) -> dict[int, Found]:
        """What a ranking shows of each passage, by its key; of passages that are gone, nothing."""
        sql = f"""SELECT p.key, a.key, a.story, a.id, p.number, p.start, p."end"
                  FROM passages p JOIN articles a ON a.key = p.article WHERE p.key IN {_LIST}"""
        return {
            key: Found(article, story, (id_, number, start, end))
            for key, article, story, id_, number, start, end in self.rows(sql, (json.dumps(list(passages)),))
        }

    def passage_texts(self, passages: Iterable[int]) -> dict[int, str]:
        """The characters of each passage, by its key; of passages that are gone, none."""
        sql = f"""SELECT p.key, substr(a.text, p.start + 1, p."end" - p.start)
                  FROM passages p JOIN articles a ON a.key = p.article WHERE p.key IN {_LIST}"""
        return dict(self.rows(sql, (json.dumps(list(passages)),)))

    def keys_of_articles(self, ids: Iterable[str]) -> list[int]:
        """The keys of the articles of these ids."""
        return [row[0] for row in self.rows(f"SELECT key FROM articles WHERE id IN {_LIST}", (json.dumps(list(ids)),))]

    def articles_by_key(self, keys: Iterable[int]) -> dict[int, Article]:
        """The articles with these keys."""
        sql = f"SELECT a.key, {_ARTICLE} FROM articles a WHERE a.key IN {_LIST}"
        return {key: _article(tuple(columns)) for key, *columns in self.rows(sql, (json.dumps(list(keys)),))}

    def sources(self) -> list[tuple[str, int]]:
        """Every outlet and how many articles it has, the largest first."""
        sql = "SELECT source, count(*) FROM articles WHERE source <> '' GROUP BY source ORDER BY count(*) DESC, source"
        return [(source, count) for source, count in self.rows(sql)]

    def passage_count(self) -> int:
        """How many passages there are."""
        return int(self.rows("SELECT count(*) FROM passages")[0][0])

    def part_counts(self) -> tuple[int, int]:
        """How many passages and how many statements there are."""
        ((passages, statements),) = self.rows(
            "SELECT (SELECT count(*) FROM passages), (SELECT count(*) FROM statements)"
        )
        return passages, statements

    def counts(self) -> Counts:
        """How much there is."""
        # Each from an index of its own: together they would have to read every text.
        ((articles, passages, stories, pending, sources, first, last, statements),) = self.rows(
            """SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM passages),
                      (SELECT count(DISTINCT story) FROM articles),
                      (SELECT count(*) FROM articles WHERE state <> 'done'),
                      (SELECT count(DISTINCT source) FROM articles WHERE source <> ''),
                      (SELECT min(day) FROM articles), (SELECT max(day) FROM articles),
                      (SELECT count(*) FROM statements)"""
        )
        return Counts(articles, passages, stories, pending, sources, _day(first), _day(last), statements)

    def next_run(self) -> int:
        """The number of a new run of `add`, recorded."""
        with self.transaction():
            run = int(self.setting("run") or 0) + 1
            self.record(run=str(run))
        return run


def narrowing(filters: Filters) -> tuple[str, list[object]]:
    """`filters` as an SQL condition over ``articles a`` and its values; ``1`` when they do not narrow."""
    conditions: list[str] = []
    values: list[object] = []
    for column, wanted in (("a.source", filters.sources), ("a.id", filters.articles)):
        if wanted:
            conditions.append(f"{column} IN {_LIST}")
            values.append(json.dumps(wanted))
    for sign, day in ((">=", filters.since), ("<=", filters.until)):
        if day:
            conditions.append(f"a.day {sign} ?")
            values.append(day.isoformat())
    return " AND ".join(conditions) or "1", values


def _due(number: int, article: int, words: str | None, source: str | None, day: str | None) -> WordsDue:
    if words is None or source is None:  # gone, even if it was filed again under this key and removed since
        return WordsDue(number, article)
    # Stores made before there were statements may owe words without any.
    title, body, days, passages, *statements = json.loads(words)
    parts = [tuple(map(tuple, each)) for each in (passages, *statements)]
    return WordsDue(number, article, (title, body, days), parts[0], (*parts, ())[1], source, _day(day))


def _owed(words: ArticleWords) -> str:
    return json.dumps([*words.words, list(words.passages), list(words.statements)], ensure_ascii=False)


def _article(row: tuple[Any, ...]) -> Article:
    id_, title, text, day, source, url, author, category = row
    return Article(text, id_, title, _day(day), source, url, author, category)


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None
