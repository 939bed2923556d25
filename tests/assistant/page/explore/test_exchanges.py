from __future__ import annotations

from collections.abc import Callable

from lxml import html

Draw = Callable[..., html.HtmlElement]


def test_denial_and_agreement_stand_apart_each_pair_side_by_side(draw: Draw) -> None:
    page = draw("view=exchanges&about=رسوم الميناء")
    pairs = {
        tone: [
            tuple(one.text_content() for one in pair.cssselect(".who a"))
            for pair in page.cssselect(f"#tone-{tone} .pair")
        ]
        for tone in ("deny", "agree")
    }
    assert ("هالة المرعي", "سليم الغزواني") in pairs["deny"]
    assert ("هالة المرعي", "عادل السنوسي") in pairs["agree"]
    first = page.cssselect("#tone-deny .pair")[0]
    assert "بعد 14 يومًا" in first.text_content() and "ذكره بالاسم" in first.text_content()
    assert len(first.cssselect("a.said")) == 2


def test_that_pairs_are_found_by_rule_is_said(draw: Draw) -> None:
    assert "بقاعدة، لا بحكم" in draw("view=exchanges&about=رسوم الميناء").text_content()


def test_without_a_topic_some_are_offered(draw: Draw) -> None:
    page = draw("view=exchanges")
    offered = [link.find("bdi").text for link in page.cssselect('[data-part="main"] .chip')]
    assert "رسوم" in offered
    assert all("about=" in link.get("href") for link in page.cssselect('[data-part="main"] .chip'))


def test_nobody_answers_is_said(draw: Draw) -> None:
    assert "لم نجد من يردّ على أحد" in draw("view=exchanges&about=المريخ").text_content()


def test_who_answers_whom_is_a_table_too(draw: Draw) -> None:
    rows = draw("view=exchanges&about=رسوم الميناء").cssselect(".figures tbody tr")
    cells = [[cell.text_content() for cell in row] for row in rows]
    assert any(row[:2] == ["سليم الغزواني", "هالة المرعي"] and int(row[2]) >= 1 for row in cells)
