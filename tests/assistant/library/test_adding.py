from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from assistant.library.adding import Source, adding, addresses, waiting
from assistant.library.jobs import Job, Jobs
from index.reading.fetching import fetch_public
from index.store import Store

STORM = {"id": "storm", "title": "العاصفة تغلق الميناء", "text": "قال مدير الميناء: «أغلقنا الأرصفة». ثم هدأت الريح."}


def _add(store: Store, jobs: Jobs, *sources: Source) -> Job:
    jobs.give("add", adding(store, sources, fetch_public), waiting(sources))
    assert jobs.wait(60)
    return jobs.all()[0]


def _file(folder: Path, name: str, text: str | bytes) -> Source:
    path = folder / "uploads" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Source(name, path, uploaded=True)


def test_each_file_has_its_own_report(store: Store, jobs: Jobs, tmp_path: Path) -> None:
    lines = [json.dumps(STORM, ensure_ascii=False), json.dumps({"id": "2", "title": "بلا نص"}), "{"]
    news = _file(tmp_path, "أخبار.jsonl", "\n".join(lines))
    page = _file(tmp_path, "note.txt", "زار وزير الصحة مستشفى المدينة أمس وأكد توفر الأدوية.")
    job = _add(store, jobs, news, page)
    first, second = job.reports
    assert (first.name, first.state, first.added, first.rejected) == ("أخبار.jsonl", "done", 1, 2)
    assert [one.place for one in first.rejections] == ["أخبار.jsonl:2", "أخبار.jsonl:3"]
    assert "text" in first.rejections[0].reason
    assert (second.name, second.added, second.rejected) == ("note.txt", 1, 0)
    assert (job.state, job.share, job.count) == ("done", 1.0, 2)
    assert store.catalogue.counts().articles == 2 and store.catalogue.counts().pending == 0
    assert not (tmp_path / "uploads").exists()  # what was uploaded for this is not kept


def test_again_changed_and_the_same_text_elsewhere(store: Store, jobs: Jobs, tmp_path: Path) -> None:
    _add(store, jobs, _file(tmp_path, "a.json", json.dumps(STORM)))
    again = _file(tmp_path, "a.json", json.dumps(STORM))
    changed = _file(tmp_path, "b.json", json.dumps({**STORM, "id": "copy"}))
    job = _add(store, jobs, again, changed)
    assert (job.reports[0].unchanged, job.reports[0].added) == (1, 0)
    assert (job.reports[1].added, job.reports[1].duplicate) == (1, 1)
    job = _add(store, jobs, _file(tmp_path, "c.json", json.dumps({**STORM, "title": "عنوان آخر"})))
    assert job.reports[0].changed == 1 and store.catalogue.counts().articles == 2


def test_one_id_for_two_articles_of_a_run_is_reported_where_it_came_second(
    store: Store, jobs: Jobs, tmp_path: Path
) -> None:
    other = {**STORM, "text": "نص آخر تمامًا عن حصاد القمح."}
    job = _add(store, jobs, _file(tmp_path, "a.json", json.dumps(STORM)), _file(tmp_path, "b.json", json.dumps(other)))
    assert (job.reports[0].added, job.reports[1].rejected) == (1, 1)
    assert "another article with this id" in job.reports[1].rejections[0].reason


def test_broken_and_hostile_files_are_reported_and_the_good_one_is_added(
    store: Store, jobs: Jobs, tmp_path: Path
) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(6):
            archive.writestr(f"{number}.txt", b"0" * (50 << 20))
        archive.writestr("../../../outside.jsonl", json.dumps(STORM))
    job = _add(
        store,
        jobs,
        _file(tmp_path, "<img src=x onerror=alert(1)>.pdf", b"%PDF-1.4 broken"),
        Source("bomb.zip", bomb),
        _file(tmp_path, "empty.csv", b""),
        _file(tmp_path, "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(300)),
        _file(tmp_path, "good.json", json.dumps({**STORM, "id": "good"})),
    )
    assert job.state == "done"
    assert all(report.rejected and not report.added for report in (job.reports[0], job.reports[2], job.reports[3]))
    assert job.reports[4].added == 1
    assert not list(tmp_path.parent.rglob("outside.jsonl"))  # archives are read, never unpacked onto the disk
    assert "a picture" in job.reports[3].rejections[0].reason
    assert str(tmp_path) not in " ".join(one.place + one.reason for each in job.reports for one in each.rejections)


def test_an_address_of_the_servers_own_network_is_refused(store: Store, jobs: Jobs) -> None:
    job = _add(store, jobs, *addresses("http://127.0.0.1:9/feed.xml  ftp://news.example/a\nfile:///etc/passwd"))
    assert [report.name for report in job.reports] == [
        "http://127.0.0.1:9/feed.xml",
        "ftp://news.example/a",
        "file:///etc/passwd",
    ]
    reasons = [report.rejections[0].reason for report in job.reports]
    assert "not a public host" in reasons[0] and "only http and https" in reasons[1] == reasons[1]
    assert "only http and https" in reasons[2]


def test_an_address_without_its_scheme_is_taken_for_https() -> None:
    assert addresses(" news.example/rss \n\nnews.example/rss") == [
        Source("news.example/rss", "https://news.example/rss")
    ]
    assert addresses("") == []


def test_a_stopped_job_keeps_what_it_counts(store: Store, jobs: Jobs, tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({**STORM, "id": str(n), "text": f"{STORM['text']} {n}"}) for n in range(600))
    sources = [_file(tmp_path, "many.jsonl", lines)]
    given = adding(store, sources)
    jobs.give("add", lambda progress: given(_StopsAt(progress, jobs, 64)), waiting(sources))  # type: ignore[arg-type]
    assert jobs.wait(60)
    (job,) = jobs.all()
    counts = store.catalogue.counts()
    assert job.state == "stopped" and 64 <= counts.articles < 600 and counts.pending == 0
    assert job.count == counts.articles


class _StopsAt:
    """A job's progress that is told to stop as soon as so many articles are in."""

    def __init__(self, progress: object, jobs: Jobs, number: int) -> None:
        self.progress, self.jobs, self.number = progress, jobs, number

    def check(self) -> None: ...

    def __call__(self, **told: object) -> None:
        if int(str(told.get("count") or 0)) >= self.number:
            self.jobs.stop(1)
        self.progress(**told)  # type: ignore[operator]


@pytest.mark.parametrize("text", ["ا", "a://b"])
def test_sources_wait_by_their_names(text: str) -> None:
    assert [report.name for report in waiting(addresses(text))] == [text]
