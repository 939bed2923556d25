"""The catalogue's tables, as numbered migrations: a store made by an older version is brought up to date on opening.

A migration that has shipped is never edited; a change is a new entry at the end of :data:`MIGRATIONS`.
"""

from __future__ import annotations

import sqlite3

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

    CREATE TABLE articles (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        fingerprint TEXT NOT NULL,      -- of everything shown, searched or cited
        text_hash TEXT NOT NULL,        -- of the text alone: equal in exact duplicates
        state TEXT NOT NULL,            -- 'pending' until its vectors are written, then 'done'
        run INTEGER NOT NULL,           -- the run of `add` that wrote it last
        story INTEGER,                  -- key of the first article that told this story
        signature BLOB NOT NULL,        -- MinHash of the text
        title TEXT NOT NULL, text TEXT NOT NULL, day TEXT, source TEXT NOT NULL,
        url TEXT NOT NULL, author TEXT NOT NULL, category TEXT NOT NULL
    );
    CREATE INDEX articles_text_hash ON articles (text_hash);
    CREATE INDEX articles_story ON articles (story);
    CREATE INDEX articles_source_day ON articles (source, day);
    CREATE INDEX articles_day ON articles (day);
    CREATE INDEX articles_pending ON articles (key) WHERE state = 'pending';

    CREATE TABLE passages (
        key INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
        number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        vector TEXT NOT NULL UNIQUE     -- its id in Chroma
    );
    CREATE INDEX passages_article ON passages (article, number);

    CREATE TABLE story_bands (
        band INTEGER NOT NULL, hash INTEGER NOT NULL,
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
        PRIMARY KEY (band, hash, article)
    ) WITHOUT ROWID;
    CREATE INDEX story_bands_article ON story_bands (article);

    -- Vectors of replaced or removed passages that Chroma may still hold; emptied once it has dropped them.
    CREATE TABLE stale_vectors (vector TEXT PRIMARY KEY) WITHOUT ROWID;

    -- Full text over the analyser's tokens, already stemmed and folded: `ascii` only splits at blanks here.
    CREATE VIRTUAL TABLE passage_words USING fts5 (title, body, day, tokenize = 'ascii');
    CREATE VIRTUAL TABLE article_words USING fts5 (title, body, day, tokenize = 'ascii');
    CREATE VIRTUAL TABLE passage_terms USING fts5vocab (passage_words, 'row');
    """,
    """
    -- Full text is an index beside the catalogue now (index.store.words). What it does not know yet waits here: one row
    -- an article written or removed since, written along with it, dropped once the index has it on disk.
    CREATE TABLE words_due (
        number INTEGER PRIMARY KEY AUTOINCREMENT,   -- a later change gets a later number, never one again
        article INTEGER NOT NULL UNIQUE,            -- its key
        words TEXT  -- JSON [title, body, day, [[passage's key, body], ...]], blank-separated; NULL: it is removed
    );
    INSERT INTO words_due (article, words)
        SELECT a.key, json_array(w.title, w.body, w.day,
                                 (SELECT json_group_array(json_array(p.key, pw.body))
                                  FROM passages p JOIN passage_words pw ON pw.rowid = p.key WHERE p.article = a.key))
        FROM articles a JOIN article_words w ON w.rowid = a.key;
    -- What a filter asks of an article whose key is known, apart from its text: rows with long texts are slow to read.
    CREATE INDEX articles_facets ON articles (key, day, source);
    DROP TABLE passage_terms;
    DROP TABLE passage_words;
    DROP TABLE article_words;
    """,
    """
    -- Statements. Articles filed before there were any have none until `isnad reindex statements`. An article's state
    -- may now be 'statements' as well: only the vectors of its statements are yet to be written.
    ALTER TABLE articles ADD COLUMN statements TEXT NOT NULL DEFAULT '';  -- version of the extraction, '': none yet
    CREATE INDEX articles_statements ON articles (statements);
    CREATE INDEX articles_unfinished ON articles (key) WHERE state <> 'done';

    CREATE TABLE statements (
        key INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
        number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        cue_start INTEGER NOT NULL, cue_end INTEGER NOT NULL, mention_start INTEGER, mention_end INTEGER,
        place_start INTEGER, place_end INTEGER, medium_start INTEGER, medium_end INTEGER,
        said_start INTEGER, said_end INTEGER,       -- the words that tell the day
        speaker TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL, organization TEXT NOT NULL,
        stance TEXT NOT NULL, type TEXT NOT NULL, said_on TEXT, via TEXT NOT NULL, basis TEXT NOT NULL,
        confidence REAL NOT NULL,
        name TEXT NOT NULL,                         -- the key of the speaker's name, see `names`
        day TEXT, month TEXT,                       -- of saying where it is told, else the article's
        place TEXT NOT NULL, medium TEXT NOT NULL,  -- what they are counted as
        place_words TEXT NOT NULL, medium_words TEXT NOT NULL, organization_words TEXT NOT NULL,  -- ' word word '
        vector TEXT NOT NULL UNIQUE                 -- its id in Chroma
    );
    CREATE INDEX statements_article ON statements (article, number);
    CREATE INDEX statements_name ON statements (name, day);
    CREATE INDEX statements_speaker ON statements (name, speaker, kind);
    CREATE INDEX statements_day ON statements (day);
    CREATE INDEX statements_month ON statements (month);
    CREATE INDEX statements_stance ON statements (stance, day);
    CREATE INDEX statements_kind ON statements (kind, day);
    CREATE INDEX statements_type ON statements (type);
    CREATE INDEX statements_place ON statements (place) WHERE place <> '';
    CREATE INDEX statements_medium ON statements (medium) WHERE medium <> '';
    CREATE INDEX statements_organization ON statements (organization) WHERE organization <> '';
    CREATE TABLE stale_statements (vector TEXT PRIMARY KEY) WITHOUT ROWID;

    -- Who is meant by a name: derived from all names of the corpus (index.people), and from the user's decisions, which
    -- stay whatever is added, removed or reindexed.
    CREATE TABLE names (
        name TEXT PRIMARY KEY,                      -- its key: spellings that differ in nothing have one
        spelling TEXT NOT NULL, kind TEXT NOT NULL,
        person TEXT NOT NULL,                       -- the key of the person or organisation, see `people`
        basis TEXT NOT NULL                         -- how that is known: name, spelling, part, user
    ) WITHOUT ROWID;
    CREATE INDEX names_person ON names (person);
    CREATE TABLE people (person TEXT PRIMARY KEY, shown TEXT NOT NULL, kind TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE name_decisions (
        name TEXT NOT NULL, spelling TEXT NOT NULL,
        decision TEXT NOT NULL,                     -- same: as `value`'s; apart: joined to nobody; shown: as `value`
        value TEXT NOT NULL,
        PRIMARY KEY (name, decision)
    ) WITHOUT ROWID;
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the database behind `connection` to the newest schema.

    Raises ValueError if it was made by a newer version of the project than this one.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise ValueError(
            f"the catalogue has schema {version}, this version of isnad knows up to {len(MIGRATIONS)}: update isnad"
        )
    for number in range(version, len(MIGRATIONS)):
        # One transaction a step, so that a kill in the middle leaves the version before it, whole.
        connection.executescript(f"BEGIN;{MIGRATIONS[number]};PRAGMA user_version = {number + 1};COMMIT;")
