from __future__ import annotations

from collections.abc import Callable

from lxml import html

from assistant.exploring.choice import parse
from assistant.exploring.explorer import Explorer

Draw = Callable[..., html.HtmlElement]


def test_every_cell_leads_to_as_many_statements_as_it_says(draw: Draw, explorer: Explorer) -> None:
    for query in (
        "view=matrix",
        "view=matrix&across=place",
        "view=matrix&about=الميناء&topic=رسوم",
        "view=matrix&topic=رسوم الميناء",
    ):
        page = draw(query)
        links = page.cssselect("table.matrix a")
        assert links
        for link in page.cssselect("table.matrix td a"):
            choice = parse(link.get("href").partition("?")[2])
            assert len(explorer.selection(choice).rows) == int(link.text), link.get("href")


def test_an_empty_cell_is_read_as_zero(draw: Draw) -> None:
    assert {cell.cssselect(".sr")[0].text for cell in draw("view=matrix").cssselect("td.zero")} == {"0"}


def test_the_readers_topics_are_the_columns_and_stand_in_the_field(draw: Draw) -> None:
    page = draw("view=matrix&topic=رسوم الميناء&topic=المريخ")
    assert [head.find("a/bdi").text for head in page.cssselect("thead th")[1:]] == ["رسوم الميناء", "المريخ"]
    assert page.cssselect(".own-topics input")[0].get("value") == "رسوم الميناء، المريخ"


def test_too_little_for_a_table_says_so(draw: Draw) -> None:
    assert "وسّع الاختيار" in draw("view=matrix&about=المريخ").text_content()
