from __future__ import annotations

import pytest

from assistant.page.reader import Reader
from assistant.sign_in.wording import wait


@pytest.mark.parametrize(
    ("seconds", "arabic", "english"),
    [
        (1, "انتظر دقيقة ثم", "Wait 1 minute,"),
        (61, "انتظر دقيقتين ثم", "Wait 2 minutes,"),
        (300, "انتظر 5 دقائق ثم", "Wait 5 minutes,"),
        (900, "انتظر 15 دقيقة ثم", "Wait 15 minutes,"),
    ],
)
def test_how_long_to_wait(seconds: int, arabic: str, english: str) -> None:
    assert arabic in wait(Reader(), seconds) and english in wait(Reader("en"), seconds)


def test_in_the_digits_of_the_reader() -> None:
    assert "انتظر ٥ دقائق ثم" in wait(Reader(digits="arabic"), 300)
