import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.store.lock import Lock, StoreInUseError

_HOLD = (
    "import sys; from pathlib import Path; from index.store.lock import Lock; "
    "lock = Lock(Path(sys.argv[1])); lock.acquire(); "
)


def test_a_second_process_is_told_who_holds_it(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _HOLD + "print('held', flush=True); input()", str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "held"
    with pytest.raises(StoreInUseError, match=f"process {child.pid}"):
        Lock(tmp_path).acquire()
    child.kill()
    child.wait()
    lock = Lock(tmp_path)  # the system freed it, though its holder was killed
    lock.acquire()
    assert str(os.getpid()) in (tmp_path / "holder.json").read_text(encoding="utf-8")
    lock.release()
    assert not (tmp_path / "holder.json").exists()


def test_releasing_twice_does_no_harm(tmp_path: Path) -> None:
    lock = Lock(tmp_path)
    lock.acquire()
    lock.release()
    lock.release()
    Lock(tmp_path).acquire()


def test_what_one_thread_took_another_gives_back(tmp_path: Path) -> None:
    lock = Lock(tmp_path)
    with ThreadPoolExecutor(1) as other:
        other.submit(lock.acquire).result()
    lock.acquire()  # held already
    with pytest.raises(StoreInUseError):
        Lock(tmp_path).acquire()
    lock.release()
    Lock(tmp_path).acquire()
