"""Decisions about people that can be taken back: what stood before each is kept, and put back in one step."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from index.people.deciding import PeopleError
from index.people.finding import PersonFound
from index.people.settling import settle
from index.store.statement_records import names_changed

if TYPE_CHECKING:
    from index.store.database import Database

_KEPT: Final = 50
_Rows = tuple[tuple[str, str, str, str], ...]


class Undo:
    """The last decisions made through it, each under a token. They last as long as the process does."""

    def __init__(self) -> None:
        self._made: OrderedDict[str, tuple[_Rows, _Rows]] = OrderedDict()
        self._one_at_a_time = threading.Lock()

    def decide(self, catalogue: Database, make: Callable[[], PersonFound]) -> tuple[PersonFound, str]:
        """What `make` decides, and the token to take it back with. Raises what it raises (PeopleError)."""
        with self._one_at_a_time:
            before = _decisions(catalogue)
            found = make()
            token = secrets.token_urlsafe(9)
            self._made[token] = (before, _decisions(catalogue))
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)
            return found, token

    def undo(self, catalogue: Database, token: str) -> None:
        """Put back what stood before the decision with this token.

        Raises PeopleError for a token that is not known any more, or if something else was decided since.
        """
        with self._one_at_a_time:
            if token not in self._made:
                raise PeopleError("this decision cannot be taken back any more: split or rename instead")
            before, after = self._made[token]
            with catalogue.transaction() as db:
                if _decisions(catalogue) != after:
                    raise PeopleError("something else was decided about people since: take that back first")
                db.execute("DELETE FROM name_decisions")
                db.executemany("INSERT INTO name_decisions VALUES (?, ?, ?, ?)", before)
                names_changed(db)
            settle(catalogue)
            del self._made[token]


def _decisions(catalogue: Database) -> _Rows:
    return tuple(catalogue.rows("SELECT name, spelling, decision, value FROM name_decisions ORDER BY name, decision"))
