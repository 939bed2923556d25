"""What a store holds and what it was made with, in one look."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from index.statements.version import STATEMENTS_VERSION
from index.store import Store


@dataclass(frozen=True, slots=True)
class Holdings:
    """Counts of a store, its size in bytes on disk, and the versions of what its parts are made with.

    `pending` articles are filed and not yet embedded, `outdated` ones lack this version's statements.
    """

    articles: int
    stories: int
    passages: int
    statements: int
    people: int
    outlets: int
    first_day: dt.date | None
    last_day: dt.date | None
    pending: int
    outdated: int
    taken: int
    embedder: str
    dimension: int
    versions: tuple[tuple[str, str], ...]


def holdings(store: Store) -> Holdings:
    """What `store` holds now. Walks its folder for the size: milliseconds, not for every question."""
    catalogue = store.catalogue
    counts = catalogue.counts()
    ((people,),) = catalogue.rows("SELECT count(*) FROM people")
    versions = [(name, catalogue.setting(name) or "") for name in ("passages", "analyser")]
    return Holdings(
        articles=counts.articles,
        stories=counts.stories,
        passages=counts.passages,
        statements=counts.statements,
        people=int(people),
        outlets=counts.sources,
        first_day=counts.first_day,
        last_day=counts.last_day,
        pending=counts.pending,
        outdated=catalogue.outdated_statements(STATEMENTS_VERSION),
        taken=_taken(store),
        embedder=catalogue.setting("embedder") or "",
        dimension=int(catalogue.setting("dimension") or 0),
        versions=(*versions, ("statements", STATEMENTS_VERSION)),
    )


def _taken(store: Store) -> int:
    total = 0
    for file in store.path.rglob("*"):
        try:
            total += file.stat().st_size if file.is_file() else 0
        except FileNotFoundError:  # a segment that was merged meanwhile
            continue
    return total
