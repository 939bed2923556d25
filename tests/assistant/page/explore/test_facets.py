from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from assistant.page.explore import facets

Draw = Callable[..., html.HtmlElement]


def facet(page: html.HtmlElement, name: str) -> dict[str, tuple[str, str, dict[str, list[str]]]]:
    """Its values: how many, whether pressed, and what its link says."""
    return {
        link.find("bdi").text: (
            link.find("span").text,
            link.get("aria-pressed"),
            parse_qs(urlsplit(link.get("href")).query),
        )
        for link in page.cssselect(f'[data-facet="{name}"] li a')
    }


def test_values_are_links_that_add_and_take_off(draw: Draw) -> None:
    page = draw("stance=deny")
    stances = facet(page, "stance")
    assert stances["نفي أو رفض"] == ("1", "true", {})
    assert stances["تحذير"] == ("1", "false", {"stance": ["deny", "warn"]})
    assert facet(page, "speaker") == {
        "سليم الغزواني": ("1", "false", {"speaker": ["سليم غزواني"], "stance": ["deny"]}),
    }


def test_months_are_named_and_the_newest_comes_first(draw: Draw) -> None:
    assert list(facet(draw(), "month")) == ["مارس 2025", "فبراير 2025", "يناير 2025"]


def test_long_facets_are_folded_and_searched(draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "_SHOWN", 3)
    speakers = draw("speaker=مصدر مطلع").cssselect('[data-facet="speaker"]')[0]
    first = [value.text for value in speakers.cssselect(".values > ul > li bdi")]
    assert len(first) == 3 and first[0] == "مصدر مطلع"  # what is chosen is never folded away
    assert len(speakers.cssselect("details li")) == 4 and "4" in speakers.cssselect("summary")[0].text_content()
    assert speakers.cssselect("input")[0].get("data-suggest") == "speaker"
    assert not draw().cssselect('[data-facet="type"] input')


def test_chips_say_what_is_chosen_and_take_it_off(draw: Draw) -> None:
    page = draw("about=رسوم&speaker=سليم الغزواني&month=2025-01&since=2025-01-02&view=timeline")
    said = {" ".join(chip.text_content().split()): chip.get("href") for chip in page.cssselect(".chip")}
    assert set(said) == {
        "«رسوم» بالكلمات× أزل",
        "المتحدّث: سليم الغزواني× أزل",
        "الشهر: يناير 2025× أزل",
        "من 2 يناير 2025× أزل",
    }
    href = said["من 2 يناير 2025× أزل"]
    assert parse_qs(urlsplit(href).query) == {
        "about": ["رسوم"],
        "speaker": ["سليم غزواني"],
        "month": ["2025-01"],
        "view": ["timeline"],
    }
    (clear,) = page.cssselect(".clear")
    assert parse_qs(urlsplit(clear.get("href")).query) == {"view": ["timeline"]}
    assert not draw().cssselect(".chips")


def test_what_an_outlet_calls_itself_is_shown_and_not_obeyed(draw: Draw) -> None:
    page = draw()
    assert "<i>جريدة</i> الفجر" in facet(page, "outlet")
    assert not page.cssselect("i, script")


def test_a_month_that_is_none_is_still_a_chip(draw: Draw) -> None:
    assert "الشهر: 2025-99" in draw("month=2025-99").cssselect(".chip")[0].text_content()
