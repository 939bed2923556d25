from assistant.library.reports import LISTED, Report
from index.vocabulary import Rejection


def test_each_fate_is_counted() -> None:
    report = Report("أخبار.csv")
    for fate in ("added", "duplicate", "changed", "unchanged", "unchanged"):
        report = report.counting(fate)
    assert (report.added, report.duplicate, report.changed, report.unchanged, report.rejected) == (2, 1, 1, 2, 0)


def test_rejections_keep_their_reasons_up_to_a_limit_and_are_all_counted() -> None:
    report = Report("x")
    for number in range(LISTED + 5):
        report = report.counting("rejected", Rejection(f"x:{number}", "the text is empty"))
    assert report.rejected == LISTED + 5 and len(report.rejections) == LISTED
    for _ in range(LISTED + 5):
        report = report.noticing(Rejection("x", "its date cannot be read"))
    assert len(report.notices) == LISTED
