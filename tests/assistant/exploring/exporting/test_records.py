from __future__ import annotations

from assistant.exploring.choice import parse
from assistant.exploring.explorer import Explorer
from assistant.exploring.exporting.records import FIELDS, record


def test_a_record_has_every_field_and_a_link_to_the_words(explorer: Explorer) -> None:
    (hit,) = explorer.every(explorer.selection(parse("stance=explain")))
    made = record(hit, "https://desk.example")
    assert tuple(made) == FIELDS
    assert made["content"] == hit.article.text[made["start"] : made["end"]]
    assert (made["speaker"], made["person"], made["place"]) == ("مراد العياشي", "مراد العياشي", "في باريس")
    assert (
        made["link"] == f"https://desk.example/article/odd%2F5%20%3F%26%23%25?start={made['start']}&end={made['end']}"
    )
    assert made["url"] is None and made["date"] == "2025-03-12"
