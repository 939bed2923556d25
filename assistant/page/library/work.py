"""The jobs as HTML: how far each is, what became of each source, and why something was rejected."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.library.jobs import Job
from assistant.library.reports import Report
from assistant.page.escaping import plain
from assistant.page.library import wording
from assistant.page.library.reasons import reason
from assistant.page.reader import Reader
from assistant.page.text import Text
from index.vocabulary import Rejection

_SHOWN = 20  # rejections listed of a source; the rest are counted


def work(jobs: Sequence[Job], reader: Reader) -> str:
    """All jobs, the latest first."""
    shown = "".join(_job(job, reader) for job in jobs)
    return (
        f'<section class="jobs" aria-labelledby="jobs"><h2 id="jobs">{plain(reader.say(wording.JOBS))}</h2>'
        + (shown or f'<p class="hint">{plain(reader.say(wording.NO_JOBS))}</p>')
        + "</section>"
    )


def ended(job: Job, reader: Reader) -> str:
    """One sentence on a job that has ended, for who does not look at the list."""
    said = {"kind": reader.say(wording.KINDS[job.kind]), "state": reader.say(wording.STATES[job.state])}
    return reader.say(wording.ENDED, outcome=_outcome(job, reader), **said)


def _job(job: Job, reader: Reader) -> str:
    name = plain(reader.say(wording.KINDS[job.kind]))
    percent = reader.say(wording.SHARE, percent=round(100 * job.share))
    state = plain(reader.say(wording.STATES[job.state]))
    stop = ""
    if not job.ended:
        label = plain(reader.say(wording.STOP_JOB, number=job.number))
        stop = (
            f'<button type="button" class="quiet" data-stop="{job.number}" aria-label="{label}">'
            f"{plain(reader.say(wording.STOP))}</button>"
        )
    bar = f'<progress max="1" value="{job.share:.3f}" aria-label="{name}">{percent}</progress>'
    running = f"{bar}<bdi class='share'>{plain(percent)}</bdi>" if job.state == "running" else ""
    failure = f'<p class="failure">{plain(reader.say(wording.FAILED))} <bdi>{plain(job.failure)}</bdi></p>'
    reports = "".join(_report(report, reader) for report in job.reports)
    outcome = f'<p class="outcome">{plain(_outcome(job, reader))}</p>' if job.count or job.ended else ""
    return (
        f'<article class="job {job.state}" data-job="{job.number}"><header><h3>{name}</h3>'
        f'<span class="state">{state}</span>{running}{stop}</header>'
        f"{failure if job.failure else ''}{outcome if not reports else ''}"
        f"{f'<ul>{reports}</ul>' if reports else ''}</article>"
    )


def _outcome(job: Job, reader: Reader) -> str:
    if job.kind != "add":
        text = wording.REMOVED if job.kind == "remove" else wording.MADE
        return reader.say(text, articles=reader.count(job.count, wording.ARTICLES))
    total = Report("")
    for each in job.reports:
        names = ("added", "duplicate", "changed", "unchanged", "rejected")
        total = Report("", "done", *(getattr(total, name) + getattr(each, name) for name in names))
    return counts(total, reader)


def _report(report: Report, reader: Reader) -> str:
    said = counts(report, reader) if report.state == "done" or report.added or report.rejected else ""
    state = said or reader.say(wording.STATES[report.state])
    return (
        f'<li class="{report.state}"><bdi class="name">{plain(report.name)}</bdi> <span>{plain(state)}</span>'
        f"{_listed(wording.WHY, report.rejections, report.rejected, reader)}"
        f"{_listed(wording.FLAWS, report.notices, len(report.notices), reader)}</li>"
    )


def counts(report: Report, reader: Reader) -> str:
    """What became of a source in words: ``أُضيف 12 مقالًا · رُفض: 2``."""
    parts = []
    if report.added:
        parts.append(reader.say(wording.ADDED, articles=reader.count(report.added, wording.ARTICLES)))
    for text, number in (
        (wording.DUPLICATE, report.duplicate),
        (wording.CHANGED, report.changed),
        (wording.UNCHANGED, report.unchanged),
        (wording.REJECTED, report.rejected),
    ):
        if number:
            parts.append(reader.say(text, number=number))
    return " · ".join(parts) or reader.say(wording.NOTHING_NEW)


def _listed(heading: Text, items: Sequence[Rejection], total: int, reader: Reader) -> str:
    if not items:
        return ""
    lines = "".join(
        f"<li><bdi>{plain(item.place)}</bdi>: <bdi>{plain(reason(item.reason, reader))}</bdi></li>"
        for item in items[:_SHOWN]
    )
    more = f"<li>{plain(reader.say(wording.MORE, number=total - _SHOWN))}</li>" if total > _SHOWN else ""
    open_ = " open" if total <= 3 else ""
    return f"<details{open_}><summary>{plain(reader.say(heading))}</summary><ul>{lines}{more}</ul></details>"
