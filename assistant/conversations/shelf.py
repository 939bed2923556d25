"""The shelf: one SQLite file that keeps every reader's conversations.

Each method is one transaction, and a question is written before it is answered, so that a kill at any moment loses no
more than an answer that was still growing.
"""

from __future__ import annotations

import datetime as dt
import json
import secrets
import sqlite3
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from assistant.conversations.keeping import Lookup, answer_read, answer_written, filters_read, filters_written
from assistant.conversations.record import ON_ANSWER, ON_SOURCE, Conversation, Feedback, Outcome, Summary, Turn
from assistant.conversations.schema import migrate
from index.arabic.normal import clean, fold
from index.vocabulary import EVERYTHING, Answer, Filters

FILE: Final = "desk.sqlite3"
"""The file's name in the folder of the store."""
_PRAGMAS: Final = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=30000")
_TITLE: Final = 80  # characters of a question that become the title
_LISTED: Final = 200  # conversations in a list: further ones are found by searching


class ShelfError(Exception):
    """Conversations that cannot be read or kept; the message says what to do."""


class Shelf:
    """The conversations in the file `path`, made if absent; None keeps them in memory until the end of the process.

    A conversation belongs to the reader who began it (his name, "" where nobody signs in): to everybody else it does
    not exist, and methods raise KeyError for it. Threads may share a shelf. Raises ShelfError.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._lock = threading.RLock()
        try:
            self._db = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None, timeout=30)
            for pragma in _PRAGMAS:
                self._db.execute(f"PRAGMA {pragma}")
            migrate(self._db)
        except (sqlite3.Error, ValueError) as error:
            raise ShelfError(
                f"the conversations in {path} cannot be read: {error}. Move the file away to begin anew"
            ) from error

    def close(self) -> None:
        """Close the file; the shelf cannot be used afterwards."""
        with self._lock:
            self._db.close()

    def begin(self, question: str, reader: str = "") -> str:
        """A new conversation without a turn, titled after its first `question`; its id."""
        name, now, title = secrets.token_urlsafe(9), _now(), title_of(question)
        with self._transaction() as db:
            db.execute(
                "INSERT INTO conversations VALUES (?, ?, ?, ?, ?, ?)", (name, reader, title, _words(title), now, now)
            )
        return name

    def ask(
        self,
        name: str,
        number: int,
        question: str,
        *,
        filters: Filters = EVERYTHING,
        without: Collection[str] = (),
        reader: str = "",
    ) -> None:
        """File `question` as turn `number` (from 1): that turn, if there is one, and all after it are dropped."""
        with self._owned(name, reader) as db:
            db.execute("DELETE FROM turns WHERE conversation = ? AND number >= ?", (name, number))
            db.execute(
                "INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?)",
                (
                    *(name, number, _whole(question), filters_written(filters), json.dumps(sorted(without))),
                    *(_now(), Outcome.ASKED, _words(question)),
                ),
            )
            self._touch(db, name)

    def settle(
        self, name: str, number: int, outcome: Outcome, answer: Answer | None, lookup: Lookup, reader: str = ""
    ) -> None:
        """File what became of turn `number`. `lookup` finds the articles that are cited.

        An answer that was complete before it could be stopped stays. Raises KeyError, also if the turn was dropped.
        """
        text = answer_written(answer, lookup) if answer else None
        with self._owned(name, reader) as db:
            if self._turn(db, name, number) == Outcome.ANSWERED and outcome is Outcome.STOPPED:
                return
            words = f" {_words(answer.text)} {_words(answer.reason)}" if answer else ""
            db.execute(
                "UPDATE turns SET outcome = ?, answer = ?, words = words || ? WHERE conversation = ? AND number = ?",
                (outcome, text, words, name, number),
            )
            self._touch(db, name)

    def judge(
        self, name: str, number: int, source: int, verdict: str, *, note: str = "", given: bool = True, reader: str = ""
    ) -> None:
        """File a reader's `verdict` on turn `number`, on its answer (`source` 0) or a citation; not `given` undoes it.

        The verdicts on an answer exclude one another. Raises ValueError for a verdict that does not exist, KeyError.
        """
        known = ON_SOURCE if source else ON_ANSWER
        if verdict not in known or source < 0:
            raise ValueError(f"{verdict!r} can not be said of source {source}; known are {', '.join(known)}")
        undone = known if source == 0 else (verdict,)
        with self._owned(name, reader) as db:
            self._turn(db, name, number)
            place = (name, number, source)
            db.executemany(
                "DELETE FROM feedback WHERE conversation = ? AND number = ? AND source = ? AND verdict = ?",
                [(*place, one) for one in undone],
            )
            if given:
                db.execute("INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?)", (*place, verdict, _whole(note), _now()))

    def feedback(self, name: str, number: int, reader: str = "") -> tuple[Feedback, ...]:
        """What the reader says of turn `number` and its sources. Raises KeyError."""
        with self._owned(name, reader) as db:
            self._turn(db, name, number)
            return self._judged(db, name).get(number, ())

    def rename(self, name: str, title: str, reader: str = "") -> str:
        """Give the conversation another title; what it is called now. Raises ValueError for an empty one."""
        title = title_of(title)
        if not title:
            raise ValueError("a conversation needs a title")
        with self._owned(name, reader) as db:
            db.execute("UPDATE conversations SET title = ?, title_words = ? WHERE id = ?", (title, _words(title), name))
        return title

    def delete(self, name: str, reader: str = "") -> None:
        """Remove the conversation with all that was said of it, for good."""
        with self._owned(name, reader) as db:
            db.execute("DELETE FROM conversations WHERE id = ?", (name,))

    def summaries(self, search: str = "", reader: str = "", limit: int = _LISTED) -> list[Summary]:
        """The reader's conversations, the last used first; with `search` those that hold all of its words.

        Words are compared folded (no vowels, one alif, one yeh) and may be parts of words. Conversations in which
        nothing was asked are left out.
        """
        wanted = _words(search).split()
        held = " AND (instr(c.title_words, ?) OR EXISTS (SELECT 1 FROM turns t WHERE t.conversation = c.id"
        held += " AND instr(t.words, ?)))"
        rows = self._rows(
            "SELECT c.id, c.title, c.created, c.changed, (SELECT count(*) FROM turns WHERE conversation = c.id)"
            " FROM conversations c WHERE c.reader = ? AND EXISTS (SELECT 1 FROM turns t WHERE t.conversation = c.id)"
            f"{held * len(wanted)} ORDER BY c.changed DESC, c.id LIMIT ?",
            (reader, *(word for word in wanted for _ in range(2)), limit),
        )
        return [Summary(name, title, _time(made), _time(last), turns) for name, title, made, last, turns in rows]

    def turns(self, name: str, reader: str = "") -> int:
        """How many questions the conversation has. Raises KeyError."""
        with self._owned(name, reader) as db:
            return int(db.execute("SELECT count(*) FROM turns WHERE conversation = ?", (name,)).fetchone()[0])

    def conversation(self, name: str, lookup: Lookup, reader: str = "") -> Conversation:
        """The whole conversation, its evidence found again through `lookup`. Raises KeyError."""
        with self._owned(name, reader) as db:
            (title, made, last) = db.execute(
                "SELECT title, created, changed FROM conversations WHERE id = ?", (name,)
            ).fetchone()
            turns = self._turns(db, name, lookup)
        return Conversation(name, title, _time(made), _time(last), turns)

    def everything(self, lookup: Lookup) -> Iterator[Conversation]:
        """Every reader's conversations, the oldest first: for exporting what readers said of answers."""
        for name, reader in self._rows("SELECT id, reader FROM conversations ORDER BY created, id"):
            yield self.conversation(name, lookup, reader)

    def _turns(self, db: sqlite3.Connection, name: str, lookup: Lookup) -> tuple[Turn, ...]:
        judged = self._judged(db, name)
        rows = db.execute(
            "SELECT number, question, filters, without, asked, outcome, answer FROM turns"
            " WHERE conversation = ? ORDER BY number",
            (name,),
        ).fetchall()
        turns = []
        for number, question, filters, without, asked, outcome, text in rows:
            answer, heads = answer_read(text, lookup) if text else (None, {})
            turns.append(
                Turn(
                    *(number, question, filters_read(filters), tuple(json.loads(without)), _time(asked)),
                    *(Outcome(outcome), answer, heads, judged.get(number, ())),
                )
            )
        return tuple(turns)

    @staticmethod
    def _judged(db: sqlite3.Connection, name: str) -> dict[int, tuple[Feedback, ...]]:
        judged: dict[int, tuple[Feedback, ...]] = {}
        for number, source, verdict, note, given in db.execute(
            "SELECT number, source, verdict, note, given FROM feedback WHERE conversation = ? ORDER BY source, given",
            (name,),
        ):
            judged[number] = (*judged.get(number, ()), Feedback(source, verdict, note, _time(given)))
        return judged

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    @contextmanager
    def _owned(self, name: str, reader: str) -> Iterator[sqlite3.Connection]:
        with self._transaction() as db:
            if not db.execute("SELECT 1 FROM conversations WHERE id = ? AND reader = ?", (name, reader)).fetchone():
                raise KeyError(name)
            yield db

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._db.execute(sql, values).fetchall()

    @staticmethod
    def _turn(db: sqlite3.Connection, name: str, number: int) -> str:
        found = db.execute("SELECT outcome FROM turns WHERE conversation = ? AND number = ?", (name, number)).fetchone()
        if not found:
            raise KeyError(f"{name}, question {number}")
        return str(found[0])

    @staticmethod
    def _touch(db: sqlite3.Connection, name: str) -> None:
        db.execute("UPDATE conversations SET changed = ? WHERE id = ?", (_now(), name))


def title_of(question: str) -> str:
    """The title of a conversation that begins with `question`: one line, cut after a word."""
    line = _whole(" ".join(question.split()))
    return line if len(line) <= _TITLE else line[:_TITLE].rsplit(" ", 1)[0] + "…"


def _words(text: str) -> str:
    return " ".join(fold(clean(_whole(text))).lower().split())


def _whole(text: str) -> str:
    # A lone surrogate, as a broken paste may hold, cannot be written as UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8")


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat()


def _time(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)
