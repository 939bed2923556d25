from __future__ import annotations

from html import unescape

from assistant.exploring.choice import parse
from assistant.exploring.explorer import Explorer
from assistant.page.explore.links import Links
from assistant.page.reader import Reader


def test_links_stay_in_the_language_and_behind_the_proxy() -> None:
    arabic, english = Links(Reader(), parse("stance=deny")), Links(Reader("en"), parse("stance=deny"), "/desk")
    assert arabic.to(arabic.choice) == "/explore?stance=deny"
    assert english.to(english.choice) == "/desk/en/explore?stance=deny"
    assert english.to(parse("")) == "/desk/en/explore"
    assert english.export("csv") == "/desk/en/explore/export.csv?stance=deny"


def test_a_link_leads_to_the_words_in_the_article(explorer: Explorer) -> None:
    (hit,) = explorer.every(explorer.selection(parse("stance=explain")))
    span = hit.statement.content
    address = unescape(Links(Reader(), parse("")).article(hit))
    assert address == f"/article/odd%2F5%20%3F%26%23%25?start={span.start}&end={span.end}#cited"


def test_values_are_said_in_the_readers_language() -> None:
    arabic = Links(Reader(digits="arabic"), parse(""))
    assert arabic.value("month", "2025-01", "2025-01") == "يناير ٢٠٢٥"
    assert arabic.value("stance", "deny", "deny") == "نفي أو رفض"
    assert arabic.value("place", "سوسه", "سوسة") == "سوسة"
    assert Links(Reader("en"), parse("")).value("stance", "deny", "deny") == "denied"
    assert arabic.count(13) == "١٣ تصريحًا"
