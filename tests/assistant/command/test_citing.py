import csv
import io
import json
from collections.abc import Callable

import bibtexparser.entrypoint
import pytest
import rispy
from click.testing import Result

Run = Callable[..., Result]

TEXT = "أكدت مديرة الميناء سلمى الراوي أن الحركة مستمرة. وقالت: «لن نغلق الميناء قبل انتهاء العاصفة»."
QUOTE = "لن نغلق الميناء قبل انتهاء العاصفة"
START, END = TEXT.index(QUOTE), TEXT.index(QUOTE) + len(QUOTE)


def test_a_quotation_with_its_source(filled: Run) -> None:
    result = filled("cite", "port", START, END)
    assert result.exit_code == 0, result.output
    assert result.stdout == (
        f"«{QUOTE}»، سلمى الراوي (مديرة الميناء)، [صحيفة المرفأ، 20 يناير 2024]، «الميناء يعمل رغم العاصفة».\n\n"
    )


@pytest.mark.parametrize("site", ["http://desk.example:7860", "http://desk.example:7860/"])
def test_other_programs_read_it(filled: Run, site: str) -> None:
    link = f"http://desk.example:7860/article/port?start={START}&end={END}#cited"
    said = {form: filled("cite", "port", START, END, "--format", form, "--site", site).stdout for form in FORMS}
    (entry,) = bibtexparser.entrypoint.parse_string(said["bibtex"]).entries
    assert (entry["abstract"], entry["url"], entry["year"]) == (QUOTE, link, "2024")
    (reference,) = rispy.loads(said["ris"].replace("\r\n", "\n"))
    assert (reference["abstract"], reference["urls"], reference["custom1"]) == (QUOTE, [link], "سلمى الراوي")
    (item,) = json.loads(said["csl"])
    assert (item["abstract"], item["custom"]["speaker"]) == (QUOTE, "سلمى الراوي")
    (row,) = csv.DictReader(io.StringIO(said["csv"].removeprefix("\ufeff"), newline=""))
    assert (row["quotation"], row["permalink"], row["outlet"]) == (QUOTE, link, "صحيفة المرفأ")


FORMS = ("bibtex", "ris", "csl", "csv")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("none", 0, 5), "no article has the id 'none'"),
        (("port", 5, 5), "is no run of this article"),
        (("port", 0, 5000), f"whose text has {len(TEXT)} characters"),
        (("--", "port", -1, 4), "-1 is not in the range"),
        (("port", 0, 4, "--format", "word"), "'word' is not one of"),
    ],
)
def test_what_cannot_be_cited_is_said(filled: Run, words: tuple[object, ...], complaint: str) -> None:
    result = filled("cite", *words)
    assert result.exit_code != 0 and complaint in result.output
