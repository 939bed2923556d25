from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from assistant.library.jobs import Jobs, Progress
from assistant.library.reports import Report


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    queue = Jobs()
    yield queue
    queue.close(5)


def test_jobs_run_one_after_another_in_their_order(jobs: Jobs) -> None:
    gate, order = threading.Event(), []

    def first(progress: Progress) -> None:
        gate.wait(5)
        order.append("first")
        progress(share=0.5, count=3)

    one = jobs.give("add", first, (Report("أخبار.jsonl"),))
    two = jobs.give("remove", lambda _: order.append("second"))
    assert jobs.all()[0].state == "waiting" and jobs.busy
    assert jobs.all()[1].reports[0].name == "أخبار.jsonl"  # its parts are named before it begins
    gate.set()
    assert jobs.wait(5) and order == ["first", "second"] and not jobs.busy
    latest, earlier = jobs.all()
    assert (latest.number, earlier.number) == (two, one)
    assert (earlier.state, earlier.share, earlier.count) == ("done", 1.0, 3) and earlier.seconds > 0


def test_a_failure_is_a_sentence_and_the_next_job_runs(jobs: Jobs, caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: Progress) -> None:
        raise OSError("no space left on the disk\nsecond line")

    jobs.give("add", broken)
    jobs.give("add", lambda _: None)
    assert jobs.wait(5)
    after, failed = jobs.all()
    assert (failed.state, failed.failure, after.state) == ("failed", "no space left on the disk", "done")
    assert "no space left" in caplog.text


def test_a_running_job_is_stopped_at_its_next_word_and_a_waiting_one_never_begins(jobs: Jobs) -> None:
    begun, begin = threading.Event(), []

    def endless(progress: Progress) -> None:
        while True:
            begun.set()
            progress(share=0.1)

    one = jobs.give("reindex", endless)
    two = jobs.give("add", lambda _: begin.append(1))
    assert begun.wait(5)
    jobs.stop(two)
    jobs.stop(one)
    assert jobs.wait(5)
    assert [job.state for job in jobs.all()] == ["stopped", "stopped"] and begin == []
    assert jobs.all()[1].share == 0.1
    jobs.stop(one)  # once more does no harm
    jobs.stop(99)


def test_closing_stops_what_runs_and_takes_nothing_on(jobs: Jobs) -> None:
    begun = threading.Event()

    def endless(progress: Progress) -> None:
        while True:
            begun.set()
            progress.check()

    jobs.give("add", endless)
    assert begun.wait(5)
    jobs.close(5)
    assert jobs.all()[0].state == "stopped"
    with pytest.raises(RuntimeError, match="stopping"):
        jobs.give("add", lambda _: None)


def test_only_the_last_thirty_that_ended_are_kept(jobs: Jobs) -> None:
    for _ in range(40):
        jobs.give("remove", lambda _: None)
        assert jobs.wait(5)
    assert 30 <= len(jobs.all()) <= 31 and jobs.all()[0].number == 40


def test_closing_after_the_last_job_ended_waits_for_nothing() -> None:
    queue = Jobs()
    queue.give("remove", lambda _: None)
    assert queue.wait(5)
    began = time.monotonic()
    queue.close(30)
    assert time.monotonic() - began < 5
