from __future__ import annotations

import re

import pytest

from assistant.conversations.phrases import _PHRASES, phrase


@pytest.mark.parametrize("name", _PHRASES)
def test_each_phrase_is_there_in_both_languages(name: str) -> None:
    assert re.search(r"[\u0621-\u064a]", phrase(name)) and not re.search("[A-Za-z]", phrase(name))
    assert re.fullmatch(r"[\x20-\x7e]+", phrase(name, "en"))
