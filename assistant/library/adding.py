"""Adding files and addresses to a store as one job, with a report on each."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.library.jobs import Progress, Work
from assistant.library.reports import Report
from index.ingest import Fate, add, finish
from index.people.settling import settle
from index.reading import Notice, read, size
from index.reading.sources import Fetch, fetch_address
from index.store import Store
from index.vocabulary import Article, Rejection

ADDRESS_SHARE = 100_000
"""Bytes that an address counts for in the share that is done: a page of news, roughly."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file on this machine or an address (`target`), under the `name` that its giver knows it by.

    An `uploaded` file is ours to delete when it has been read.
    """

    name: str
    target: Path | str
    uploaded: bool = False


def addresses(lines: str) -> list[Source]:
    """The addresses of a text, one a line or with blanks between; what is none is rejected when it is fetched."""
    found = dict.fromkeys(lines.split())
    return [Source(each, each if "://" in each else f"https://{each}") for each in found]


def waiting(sources: Sequence[Source]) -> tuple[Report, ...]:
    """The reports on `sources` before anything was read."""
    return tuple(Report(source.name) for source in sources)


def adding(store: Store, sources: Sequence[Source], fetch: Fetch = fetch_address) -> Work:
    """The work of adding `sources` to `store`, each read with what it holds, in their order."""

    def work(progress: Progress) -> None:
        run = _Run(sources, fetch, progress)
        try:
            summary = add(store, run.items(), lambda _: run.tell(), run.told)
            if summary.interrupted:  # what is counted is to be whole: this is bounded, a few batches
                finish(store)
                settle(store.catalogue)
            else:
                run.finish()
        finally:
            for source in sources:
                if source.uploaded:
                    _forget(Path(source.target))

    return work


class _Run:
    """Keeps apart what comes of which source while all of them are added in one run."""

    def __init__(self, sources: Sequence[Source], fetch: Fetch, progress: Progress) -> None:
        self.sources, self.fetch, self.progress = sources, fetch, progress
        self.reports = list(waiting(sources))
        self.total = max(1, sum(_weight(source) for source in sources))
        self.read = 0
        self.under_way: deque[int] = deque()  # the source of each item that was handed over and not yet filed

    def items(self) -> Iterator[Article | Rejection]:
        for number, source in enumerate(self.sources):
            self.reports[number] = replace(self.reports[number], state="reading")
            self.tell()
            before = self.read
            items = read([source.target], on_bytes=self._advance, on_notice=self._notice, fetch=self.fetch)
            for item in items:
                self.progress.check()
                self.under_way.append(number)
                yield item
            self.read = before + _weight(source)

    def told(self, item: Article | Rejection, fate: Fate) -> None:
        number = self.under_way.popleft()
        rejection = self._renamed(number, item) if isinstance(item, Rejection) else None
        self.reports[number] = self.reports[number].counting(fate, rejection)
        self._close_until(number)

    def tell(self) -> None:
        count = sum(each.added + each.changed + each.unchanged for each in self.reports)
        self.progress(share=min(1.0, self.read / self.total), count=count, reports=tuple(self.reports))

    def finish(self) -> None:
        self._close_until(len(self.sources))
        self.tell()

    def _close_until(self, number: int) -> None:
        for earlier in range(number):
            if self.reports[earlier].state == "reading" and earlier not in self.under_way:
                self.reports[earlier] = replace(self.reports[earlier], state="done")

    def _advance(self, number: int) -> None:
        self.read += number

    def _notice(self, notice: Notice) -> None:
        number = next(n for n in reversed(range(len(self.reports))) if self.reports[n].state == "reading")
        renamed = self._renamed(number, Rejection(notice.place, notice.words))
        self.reports[number] = self.reports[number].noticing(renamed)

    def _renamed(self, number: int, rejection: Rejection) -> Rejection:
        """With the source's name in place of where it lies on this machine."""
        source = self.sources[number]
        place = rejection.place
        if place.startswith(str(source.target)):
            place = source.name + place[len(str(source.target)) :]
        return Rejection(place, rejection.reason.replace(str(source.target), source.name))


def _weight(source: Source) -> int:
    return size([source.target]) if isinstance(source.target, Path) else ADDRESS_SHARE


def _forget(path: Path) -> None:
    """Delete an uploaded file, and the folder that was made for it if nothing else is in it."""
    path.unlink(missing_ok=True)
    if path.parent.exists() and not any(path.parent.iterdir()):
        shutil.rmtree(path.parent, ignore_errors=True)
