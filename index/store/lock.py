"""One process at a time uses the embedded Chroma of a store: a second one would corrupt it in silence."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from pathlib import Path

import filelock


class StoreInUseError(Exception):
    """Another process holds the store; the message names it and says what to do."""


class Lock:
    """The lock file of the store folder `path`. The system frees it when its holder dies, however it dies."""

    def __init__(self, path: Path) -> None:
        # One for all threads: by default each thread would have to take it, and only the one that did could release it.
        self._lock = filelock.FileLock(path / "lock", thread_local=False)
        self._holder = path / "holder.json"

    def acquire(self) -> None:
        """Take the lock, unless this one has it already. Raises StoreInUseError if another process has it."""
        if self._lock.is_locked:
            return  # filelock would count, and want as many releases
        try:
            self._lock.acquire(timeout=0.2)
        except filelock.Timeout:
            raise StoreInUseError(
                f"the store {self._holder.parent} is in use by {self._who()}. Ask there, or stop it and try again"
            ) from None
        command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]]).strip() or "python"
        now = dt.datetime.now().isoformat(sep=" ", timespec="seconds")
        holder = {"pid": os.getpid(), "command": command, "since": now}
        self._holder.write_text(json.dumps(holder, ensure_ascii=False), encoding="utf-8")

    def release(self) -> None:
        """Give the lock back; giving it back twice does no harm."""
        if self._lock.is_locked:
            self._holder.unlink(missing_ok=True)
            self._lock.release()

    def _who(self) -> str:
        try:
            holder = json.loads(self._holder.read_text(encoding="utf-8"))
            return f"process {holder['pid']} ({holder['command']}, since {holder['since']})"
        except (OSError, ValueError, KeyError, TypeError):
            return "another process"
