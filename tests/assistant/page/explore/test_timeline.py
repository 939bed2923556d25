from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html

from assistant.page.explore.timeline import _round_up
from assistant.page.reader import Reader

Draw = Callable[..., html.HtmlElement]


def test_bars_and_table_say_the_same_and_lead_to_the_same(draw: Draw) -> None:
    page = draw("view=timeline")
    bars = {bar.get("aria-label"): bar.get("href") for bar in page.cssselect("svg a")}
    assert list(bars) == ["يناير 2025: 5 تصريحات", "فبراير 2025: تصريحان", "مارس 2025: 5 تصريحات"]
    rows = page.cssselect(".figures tbody tr")
    assert [(row.cssselect("a")[0].text, row.cssselect("td")[0].text) for row in rows] == [
        ("يناير 2025", "5"),
        ("فبراير 2025", "2"),
        ("مارس 2025", "5"),
    ]
    assert [row.cssselect("a")[0].get("href") for row in rows] == list(bars.values())
    assert next(iter(bars.values())) == "/explore?month=2025-01&order=oldest"


def test_time_runs_in_the_direction_of_reading(draw: Draw) -> None:
    def places(reader: Reader) -> list[float]:
        return [float(bar.get("x")) for bar in draw("view=timeline", reader).cssselect("rect.bar")]

    assert places(Reader()) == sorted(places(Reader()), reverse=True)
    assert places(Reader("en")) == sorted(places(Reader("en")))


def test_bars_are_as_tall_as_their_counts(draw: Draw) -> None:
    tall = [float(bar.get("height")) for bar in draw("view=timeline").cssselect("rect.bar")]
    assert tall[0] == tall[2] == pytest.approx(2.5 * tall[1], rel=0.01)


def test_the_undated_are_told_and_statements_follow_in_order(draw: Draw) -> None:
    page = draw("view=timeline")
    assert "بلا تاريخ: تصريح واحد" in page.text_content()
    days = [time.get("datetime") for time in page.cssselect("tbody time")]
    assert days[:-1] == sorted(days[:-1]) and days[-1] is None


@pytest.mark.parametrize(
    ("number", "top"), [(1, 2), (2, 2), (3, 4), (5, 6), (7, 8), (9, 10), (11, 20), (57, 60), (3600, 4000)]
)
def test_an_axis_ends_at_a_number_that_halves(number: int, top: int) -> None:
    assert _round_up(number) == top
