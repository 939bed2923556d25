import rispy

from assistant.citation_export import Reference
from assistant.citation_export.ris import ris


def read(text: str) -> list[dict[str, object]]:
    return list(rispy.loads(text.replace("\r\n", "\n")))


def test_a_reference(plain: Reference) -> None:
    (entry,) = read(ris([plain]))
    assert entry["type_of_reference"] == "NEWS" and entry["id"] == "marfa-17-120-156"
    assert entry["title"] == plain.title and entry["secondary_title"] == "صحيفة المرفأ"
    assert entry["authors"] == ["هيئة التحرير"] and entry["abstract"] == plain.quotation
    assert (entry["date"], entry["year"]) == ("2017/01/20/", "2017")
    assert entry["urls"] == [plain.url, plain.permalink] and entry["language"] == "ar"
    assert [entry[f"custom{n}"] for n in range(1, 5)] == ["سلمى الراوي", "نفي", "مؤتمر صحفي", "2017-01-19"]


def test_nasty_texts_come_back_and_end_no_reference(nasty: Reference) -> None:
    entries = read(ris([nasty, nasty]))
    assert len(entries) == 2
    for entry in entries:
        expected = " ".join(nasty.quotation.split("\n"))
        assert entry["abstract"] == entry["title"] == entry["custom1"] == expected
        assert entry["authors"] == [expected]
        assert "date" not in entry and "year" not in entry and "urls" not in entry


def test_lines_end_as_ris_has_it(plain: Reference) -> None:
    text = ris([plain, plain])
    assert text.startswith("TY  - NEWS\r\n") and text.count("\r\nER  - ") == 2
    assert "\n" not in text.replace("\r\n", "")
