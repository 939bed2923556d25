from __future__ import annotations

from assistant.library.jobs import Job
from assistant.library.reports import Report
from assistant.page.library.work import counts, ended, work
from assistant.page.reader import Reader
from index.vocabulary import Rejection

HOSTILE = "<img src=x onerror=alert(1)>.csv"


def test_no_work_says_where_it_would_show() -> None:
    assert "لا عمل جاريًا" in work((), Reader())


def test_a_running_job_shows_its_share_and_can_be_stopped() -> None:
    shown = work((Job(7, "add", "running", 0.45, 12, (Report("أخبار.csv", "reading"),)),), Reader(digits="arabic"))
    assert '<progress max="1" value="0.450"' in shown and "٤٥%" in shown
    assert 'data-stop="7" aria-label="أوقف العمل رقم ٧"' in shown
    assert "أخبار.csv" in shown and "يُقرأ" in shown


def test_a_source_says_what_became_of_it_and_why() -> None:
    report = Report(HOSTILE, "done", 3, 1, 1, 2, 1, (Rejection(f"{HOSTILE}:4", "the text (body) is empty"),))
    shown = work((Job(1, "add", "done", 1.0, 6, (report,)),), Reader())
    assert "<img" not in shown and "&lt;img" in shown
    assert counts(report, Reader()) == (
        "أُضيف 3 مقالات · منها بنصٍّ موجود من قبل: 1 · استُبدل لتغيّره: 1 · موجود من قبل: 2 · رُفض: 1"
    )
    assert "النص (body) فارغ".replace("(", "&#40;").replace(")", "&#41;") in shown
    assert "data-stop" not in shown  # there is nothing left to stop


def test_of_many_rejections_the_first_are_listed_and_the_rest_counted() -> None:
    rejections = tuple(Rejection(f"a:{number}", "the file is empty") for number in range(100))
    shown = work(
        (Job(1, "add", "done", 1.0, 0, (Report("a", "done", rejected=250, rejections=rejections),)),), Reader()
    )
    assert shown.count("<li><bdi>a") == 20 and "وغيرها&#58; 230" in shown


def test_a_failure_is_shown_as_it_was_said() -> None:
    shown = work((Job(1, "reindex", "failed", failure="no space left <b>"),), Reader("en"))
    assert "no space left &lt;b&gt;" in shown and "Indexing anew" in shown


def test_one_sentence_for_who_does_not_look() -> None:
    assert ended(Job(1, "remove", "done", 1.0, 2), Reader()) == "حذف: تمّ. حُذف مقالان"
    assert (
        ended(Job(1, "add", "done", 1.0, 1, (Report("a", "done", 1),)), Reader("en")) == "Adding: done. 1 article added"
    )
    assert ended(Job(1, "add", "done"), Reader("en")) == "Adding: done. nothing new"
