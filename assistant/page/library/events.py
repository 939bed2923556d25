"""What happens in the library: values in, what the room shows out."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.library.adding import Source, adding, addresses, waiting
from assistant.library.jobs import Jobs
from assistant.library.shelf import browse
from assistant.library.upkeep import extracting, reindexing, removing
from assistant.page.escaping import plain
from assistant.page.library import wording
from assistant.page.library.table import table
from assistant.page.library.work import ended, work
from assistant.page.reader import Reader
from assistant.page.rooms import reader_of
from index.reading.fetching import fetch, fetch_public
from index.store import Store, StoreError, StoreInUseError

_log = logging.getLogger(__name__)


class Events:
    """The events of one language's room. A server that is not `private` fetches from public hosts only."""

    def __init__(self, store: Store, jobs: Jobs, language: str, *, private: bool) -> None:
        self.store, self.jobs, self.language = store, jobs, language
        self.fetch = fetch if private else fetch_public

    def open(self, request: gr.Request) -> tuple[Any, ...]:
        """Work, whether to watch it, the shelf, its outlets, and how many jobs had ended by then."""
        reader = self._reader(request)
        outlets = [(name or reader.say(wording.UNNAMED), name) for name, _ in self.store.catalogue.sources()]
        choices = [(reader.say(wording.EVERY_OUTLET), ""), *outlets]
        return (*self._watched(reader), self._shelf(reader), gr.update(choices=choices), self._ended())

    def add(self, files: Sequence[str] | None, lines: str, request: gr.Request) -> tuple[Any, ...]:
        """Take on what was given; the fields are emptied, and a word of advice comes where nothing was given."""
        reader = self._reader(request)
        sources = [Source(Path(file).name, Path(file), uploaded=True) for file in files or ()]
        sources += addresses(lines or "")
        if not sources:
            return gr.skip(), gr.skip(), _advice(reader.say(wording.NOTHING_GIVEN)), gr.skip(), gr.skip()
        try:
            self.jobs.give("add", adding(self.store, sources, self.fetch), waiting(sources))
        except RuntimeError:
            return gr.skip(), gr.skip(), _advice(reader.say(wording.NOT_TAKEN)), gr.skip(), gr.skip()
        return None, "", "", *self._watched(reader)

    def watch(self, seen: int, words: str, outlet: str, request: gr.Request) -> tuple[Any, ...]:
        """Work as it stands; once another job has ended, the shelf anew and a sentence on that job."""
        reader = self._reader(request)
        now = self._ended()
        if now == seen:
            return (*self._watched(reader), gr.skip(), gr.skip(), seen)
        last = next((job for job in self.jobs.all() if job.ended), None)
        said = plain(ended(last, reader)) if last else ""
        return (*self._watched(reader), self._shelf(reader, words, outlet), said, now)

    def stop(self, request: gr.Request, event: gr.EventData) -> str:
        """Stop the job whose button was pressed."""
        number = _number(event, "stop")
        if number is not None:
            self.jobs.stop(number)
        return work(self.jobs.all(), self._reader(request))

    def find(self, words: str, outlet: str, request: gr.Request) -> str:
        """The first page of what is looked for."""
        return self._shelf(self._reader(request), words, outlet)

    def turn(self, words: str, outlet: str, request: gr.Request, event: gr.EventData) -> str:
        """Another page of it."""
        return self._shelf(self._reader(request), words, outlet, _number(event, "page") or 0)

    def remove(self, request: gr.Request, event: gr.EventData) -> tuple[Any, ...]:
        """Take on the removal of what was chosen and confirmed."""
        chosen = getattr(event, "chosen", None)
        if isinstance(chosen, list) and chosen:
            self._give("remove", removing(self.store, [str(one) for one in chosen]))
        return self._watched(self._reader(request))

    def anew(self, request: gr.Request, event: gr.EventData) -> tuple[Any, ...]:
        """Take on what was asked for and confirmed: everything anew, or the statements."""
        what = getattr(event, "what", None)
        if what == "reindex":
            self._give("reindex", reindexing(self.store))
        elif what == "statements":
            self._give("statements", extracting(self.store))
        return self._watched(self._reader(request))

    def _give(self, kind: Any, given: Any) -> None:
        try:
            self.jobs.give(kind, given)
        except RuntimeError:
            _log.info("a job was not taken on: the server is stopping")

    def _watched(self, reader: Reader) -> tuple[Any, Any]:
        return work(self.jobs.all(), reader), gr.Timer(active=self.jobs.busy)

    def _shelf(self, reader: Reader, words: str = "", outlet: str = "", number: int = 0) -> str:
        try:
            shelf = browse(self.store, words or "", (outlet,) if outlet else (), number)
        except (StoreError, StoreInUseError) as error:
            return _advice(str(error))
        return table(shelf, reader, searched=bool((words or "").strip() or outlet))

    def _ended(self) -> int:
        return max((job.number for job in self.jobs.all() if job.ended), default=0)

    def _reader(self, request: gr.Request) -> Reader:
        return reader_of(request, self.language)


def _advice(words: str) -> str:
    return f'<p class="advice" role="alert">{plain(words)}</p>'


def _number(event: gr.EventData, name: str) -> int | None:
    value = getattr(event, name, None)
    return value if isinstance(value, int) else None
