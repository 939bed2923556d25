from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html

from assistant.exploring.choice import parse
from assistant.exploring.explorer import Explorer
from assistant.page.explore.view import view
from assistant.page.reader import Reader
from index.store import Store

Draw = Callable[..., html.HtmlElement]


@pytest.fixture(scope="session")
def explorer(press: Store) -> Explorer:
    return Explorer(press)


@pytest.fixture(scope="session")
def draw(explorer: Explorer) -> Draw:
    """The view that a query says, as parsed HTML."""

    def drawn(query: str = "", reader: Reader | None = None, root: str = "") -> html.HtmlElement:
        return html.fromstring(f"<main>{view(explorer, parse(query), reader or Reader(), root)}</main>")

    return drawn
