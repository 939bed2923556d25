from __future__ import annotations

import re

import pytest

from assistant.conversations.record import ON_ANSWER, ON_SOURCE
from assistant.page.talks import wording
from assistant.page.text import Text

TEXTS = [text for text in vars(wording).values() if isinstance(text, Text)]
TEXTS += [text for named in vars(wording).values() if isinstance(named, dict) for text in named.values() if named]
TEXTS = [text for text in TEXTS if isinstance(text, Text)]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.english)
def test_each_text_is_arabic_and_english(text: Text) -> None:
    assert re.search(r"[\u0621-\u064a]", text)
    assert not re.search(r"[\u0600-\u06ff]", text.english)
    assert re.findall(r"\{\w+\}", text) == re.findall(r"\{\w+\}", text.english)


def test_there_are_words_for_every_verdict() -> None:
    assert set(wording.VERDICTS) == {*ON_ANSWER, *ON_SOURCE}
