from __future__ import annotations

from collections.abc import Callable

from lxml import html

from assistant.exploring.choice import parse
from assistant.exploring.explorer import Explorer
from assistant.exploring.places.outline import HEIGHT, WIDTH, projected
from assistant.page.reader import Reader

Draw = Callable[..., html.HtmlElement]


def test_circles_stand_where_their_places_are_and_lead_to_their_statements(draw: Draw, explorer: Explorer) -> None:
    page = draw("view=map")
    marks = {mark.get("aria-label"): mark for mark in page.cssselect("svg a")}
    assert set(marks) == {"صفاقس: تصريحان", "سوسة: تصريحان", "طرابلس (ليبيا): تصريح واحد", "باريس: تصريح واحد"}
    circle = marks["باريس: تصريح واحد"].cssselect("circle")[0]
    x, y = projected(48.85, 2.35)
    assert abs(float(circle.get("cx")) - x) < 0.1 and abs(float(circle.get("cy")) - y) < 0.1
    for label, mark in marks.items():
        found = explorer.selection(parse(mark.get("href").partition("?")[2]))
        assert len(found.rows) == (2 if "تصريحان" in label else 1)


def test_the_map_shows_all_its_points_at_first(draw: Draw) -> None:
    page = draw("view=map")
    x, y, wide, high = map(float, page.cssselect("svg")[0].get("viewbox").split())
    assert x >= 0 and y >= 0 and x + wide <= WIDTH + 0.01 and y + high <= HEIGHT + 0.01
    for circle in page.cssselect("circle"):
        assert x < float(circle.get("cx")) < x + wide and y < float(circle.get("cy")) < y + high


def test_the_table_says_the_same_in_the_readers_language(draw: Draw) -> None:
    rows = draw("view=map", Reader("en")).cssselect(".figures tbody tr")
    assert {(row.cssselect("bdi")[0].text, row.cssselect("td")[0].text) for row in rows} == {
        ("Sfax", "2"),
        ("Sousse", "2"),
        ("Tripoli (Libya)", "1"),
        ("Paris", "1"),
    }


def test_what_is_on_no_map_is_told(draw: Draw) -> None:
    page = draw("view=map")
    assert "لا يذكر المقال مكانها: 7 تصريحات" in page.text_content()
    assert "لا مكان معروفًا على الخريطة" in draw("view=map&stance=praise").text_content()


def test_the_page_asks_no_other_host_for_a_map(draw: Draw) -> None:
    page = draw("view=map")
    assert not page.cssselect("image, img, use, iframe")
    assert len(page.cssselect("path.land")[0].get("d")) > 10_000
