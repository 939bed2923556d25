from __future__ import annotations

from collections.abc import Callable

from assistant.exploring.selecting import Selection
from assistant.exploring.topics import topics
from index.store import Store


def test_the_words_that_tell_are_found_and_those_that_only_report_are_not(
    press: Store, chosen: Callable[..., Selection]
) -> None:
    found = [topic.shown for topic in topics(press, chosen())]
    assert {"رسوم", "الميناء", "الأرصفة"} <= set(found)
    assert not {"أن", "قال", "خلال", "المرعي", "هالة"} & set(found)


def test_what_is_searched_for_is_no_topic_of_its_own(press: Store, chosen: Callable[..., Selection]) -> None:
    found = [topic.shown for topic in topics(press, chosen("about=رسوم الميناء"))]
    assert not {"رسوم", "الميناء"} & set(found)


def test_of_nothing_there_is_no_topic(press: Store, chosen: Callable[..., Selection]) -> None:
    assert topics(press, chosen("about=المريخ")) == []
