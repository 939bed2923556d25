from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from assistant.exploring.choice import VIEWS, parse
from assistant.exploring.explorer import Explorer
from assistant.page.explore.view import message, view
from assistant.page.reader import Reader
from index.embedder import Embedder
from index.store import Store

Draw = Callable[..., html.HtmlElement]


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_view_has_its_parts_and_says_which_it_is(draw: Draw, name: str, language: str) -> None:
    page = draw(f"view={name}&about=رسوم", Reader(language))
    assert [part.get("data-part") for part in page.cssselect("[data-part]")] == ["facets", "head", "main"]
    (here,) = page.cssselect(".views a[aria-current]")
    assert (f"view={name}" in here.get("href")) == (name != "statements")
    assert page.cssselect(".total")[0].text == ("6 تصريحات" if language == "ar" else "6 statements")


def test_an_empty_store_says_so(tmp_path: Path, tiny_embedder: Embedder) -> None:
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        shown = view(Explorer(store), parse(""), Reader())
    assert "لا تصريحات في الأرشيف بعد" in shown


def test_a_message_stands_where_the_results_would() -> None:
    page = html.fromstring(message("تعذّر"))
    assert page.get("data-part") == "main" and page.cssselect("[role=alert]")[0].text == "تعذّر"
