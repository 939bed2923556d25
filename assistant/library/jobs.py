"""The queue of jobs on one store: they wait for each other, outlive the page that gave them, and can be stopped."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from assistant.library.reports import Report

Kind = Literal["add", "remove", "reindex", "statements"]
State = Literal["waiting", "running", "done", "stopped", "failed"]

_KEPT = 30  # jobs that have ended and are still shown
_log = logging.getLogger(__name__)


class Stopped(KeyboardInterrupt):
    """The job is to end, in as good order as after Ctrl-C, whose place it takes."""


@dataclass(frozen=True, slots=True)
class Job:
    """One job as it stands: `share` of it is done (0 to 1), `count` articles were dealt with.

    `reports` tell of its parts, `failure` is the sentence of the error that ended it. `seconds` is how long it has been
    running.
    """

    number: int
    kind: Kind
    state: State = "waiting"
    share: float = 0.0
    count: int = 0
    reports: tuple[Report, ...] = ()
    failure: str = ""
    seconds: float = 0.0

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in ("done", "stopped", "failed")


@dataclass(slots=True)
class Progress:
    """How a job's work tells how far it is. Each call raises :class:`Stopped` once the job is to end."""

    _tell: Callable[..., None]
    _stop: threading.Event

    def __call__(
        self, *, share: float | None = None, count: int | None = None, reports: tuple[Report, ...] = ()
    ) -> None:
        """Tell the share that is done, the number dealt with, the reports on the parts; what is not given stays."""
        told = {"share": share, "count": count, "reports": reports or None}
        self._tell(**{name: value for name, value in told.items() if value is not None})
        self.check()

    def check(self) -> None:
        """Raise Stopped if the job is to end."""
        if self._stop.is_set():
            raise Stopped


Work = Callable[[Progress], None]


@dataclass(slots=True)
class _Entry:
    job: Job
    work: Work
    stop: threading.Event = field(default_factory=threading.Event)
    began: float = 0.0


class Jobs:
    """Runs jobs in the order they were given, in a thread of its own. Threads may share it."""

    def __init__(self) -> None:
        self._entries: dict[int, _Entry] = {}
        self._given = 0
        self._changed = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None

    def give(self, kind: Kind, work: Work, reports: tuple[Report, ...] = ()) -> int:
        """Take a job on; its number. `reports` name its parts before it begins. Raises RuntimeError once closed."""
        with self._changed:
            if self._closed:
                raise RuntimeError("the server is stopping: no more jobs are taken on")
            self._given += 1
            self._entries[self._given] = _Entry(Job(self._given, kind, reports=reports), work)
            ended = [number for number, entry in self._entries.items() if entry.job.ended]
            for number in ended[: max(0, len(ended) - _KEPT)]:
                del self._entries[number]
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="library", daemon=True)
                self._thread.start()
            self._changed.notify_all()
            return self._given

    def stop(self, number: int) -> None:
        """Let a job end as soon as it may; one that has not begun never does."""
        with self._changed:
            entry = self._entries.get(number)
            if entry is None or entry.job.ended:
                return
            entry.stop.set()
            if entry.job.state == "waiting":
                entry.job = replace(entry.job, state="stopped")
            self._changed.notify_all()

    def all(self) -> tuple[Job, ...]:
        """The jobs, the latest first; only the last thirty of those that have ended."""
        with self._changed:
            return tuple(self._now(entry) for entry in reversed(self._entries.values()))

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return any(not job.ended for job in self.all())

    def wait(self, seconds: float) -> bool:
        """Wait until no job runs or waits, at most so long; whether that came about."""
        with self._changed:
            return self._changed.wait_for(lambda: all(e.job.ended for e in self._entries.values()), seconds)

    def close(self, seconds: float = 30.0) -> None:
        """Stop all jobs and wait for the one that runs, since its store is about to be closed."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()  # the thread may be waiting for a job that will not come
        for job in self.all():
            self.stop(job.number)
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or self._next() is not None)
                entry = self._next()
                if entry is None:
                    return
                entry.began = time.monotonic()
                entry.job = replace(entry.job, state="running")
            state, failure = self._done(entry)
            with self._changed:
                share = 1.0 if state == "done" else entry.job.share
                entry.job = replace(self._now(entry), state=state, failure=failure, share=share)
                self._changed.notify_all()

    def _next(self) -> _Entry | None:
        return next((entry for entry in self._entries.values() if entry.job.state == "waiting"), None)

    def _done(self, entry: _Entry) -> tuple[State, str]:
        def tell(**changes: object) -> None:
            with self._changed:
                entry.job = replace(entry.job, **changes)  # type: ignore[arg-type]

        try:
            entry.work(Progress(tell, entry.stop))
        except Stopped:
            return "stopped", ""
        except Exception as error:  # the next job must run whatever became of this one
            _log.exception("job %d (%s) failed", entry.job.number, entry.job.kind)
            return "failed", (str(error).splitlines() or [type(error).__name__])[0]
        # Adding ends in good order when it is interrupted, and raises nothing.
        return ("stopped", "") if entry.stop.is_set() else ("done", "")

    @staticmethod
    def _now(entry: _Entry) -> Job:
        running = entry.job.state == "running"
        return replace(entry.job, seconds=time.monotonic() - entry.began) if running else entry.job
