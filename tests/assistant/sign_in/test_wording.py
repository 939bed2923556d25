from __future__ import annotations

import dataclasses

import pytest

from assistant.sign_in.wording import ARABIC, ENGLISH, wording


@pytest.mark.parametrize(
    ("seconds", "arabic", "english"),
    [
        (1, "انتظر دقيقة ثم", "Wait a minute"),
        (61, "انتظر دقيقتين ثم", "Wait 2 minutes"),
        (300, "انتظر 5 دقائق ثم", "Wait 5 minutes"),
        (900, "انتظر 15 دقيقة ثم", "Wait 15 minutes"),
    ],
)
def test_how_long_to_wait(seconds: int, arabic: str, english: str) -> None:
    assert arabic in ARABIC.wait(seconds) and english in ENGLISH.wait(seconds)


def test_arabic_where_the_language_is_none_of_ours() -> None:
    assert wording(None) is wording("fr") is wording("ar") is ARABIC
    assert wording("en") is ENGLISH


def test_every_text_is_in_its_language() -> None:
    for name, text in dataclasses.asdict(ARABIC).items():
        if name not in ("lang", "dir", "other", "other_lang"):
            assert not any("a" <= letter <= "z" for letter in text.lower()), name
            assert not any("\u0600" <= letter <= "\u06ff" for letter in getattr(ENGLISH, name)), name
