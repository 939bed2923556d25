from __future__ import annotations

import html
import re

import pytest

from assistant.page.reader import ARABIC, Reader
from assistant.page.sources.export_links import (
    Wanted,
    digest,
    export_boxes,
    export_buttons,
    export_form,
    export_links,
    export_path,
)
from index.vocabulary import Citation, Span


def citation(article_id: str = "م/1", start: int = 3, words: str = "نعم") -> Citation:
    return Citation(article_id, Span(start, start + len(words)), words)


@pytest.mark.parametrize("article_id", ["a", "م/1 ?#%", "a:b.c-d", "1.2-3:x", "سطر\r\nوسطر", '"<>&', " ", "🌊"])
@pytest.mark.parametrize("turn", [0, 7])
def test_what_is_written_is_read_again(article_id: str, turn: int) -> None:
    wanted = Wanted.of(citation(article_id), turn)
    assert Wanted.read(str(wanted)) == wanted
    assert "\n" not in str(wanted)


def test_written_by_hand() -> None:
    assert Wanted.read("120-156:م/1") == Wanted("م/1", Span(120, 156))
    assert Wanted.read("3.120-156:a") == Wanted("a", Span(120, 156), "", 3)


@pytest.mark.parametrize(
    "written", ["", "a", "1-2", "1-2:", "x-2:a", "5-5:a", "9-3:a", "1-2-zz:a", "-1-2:a", "٣-٥:a", f"1-{'9' * 12}:a"]
)
def test_what_is_no_citation_is_an_error(written: str) -> None:
    with pytest.raises(ValueError):
        Wanted.read(written)


def test_the_address_of_a_file() -> None:
    path = export_path([citation(), citation("b", 9)], "ris")
    mark = digest("نعم")
    assert path == f"export?format=ris&cite=3-6-{mark}%3A%25D9%2585%252F1&cite=9-12-{mark}%3Ab"


def test_links_boxes_and_buttons() -> None:
    links = html.unescape(export_links([citation()], Reader("en"), "/isnad"))
    assert re.findall(r'href="/isnad/en/export\?format=(\w+)&', links) == ["bibtex", "ris", "csl", "csv"]
    assert "CSL-JSON file" in links
    boxes = html.unescape(export_boxes([citation(), citation("b")], 4, ARABIC))
    assert re.findall(r'name="cite" value="(4\.3-6)-\w{8}:(.*?)" form="citations" checked', boxes) == [
        ("4.3-6", "%D9%85%2F1"), ("4.3-6", "b")
    ]  # fmt: skip
    assert re.findall(r'name="format" value="(.*?)"', boxes) == ["bibtex.4", "ris.4", "csl.4", "csv.4"]
    assert re.findall(r'name="format" value="(.*?)"', export_buttons(ARABIC)) == ["bibtex", "ris", "csl", "csv"]
    assert export_boxes([], 1, ARABIC) == ""
    assert 'id="citations" action="export" method="post"' in export_form()
