import pytest

from assistant.command.wording import duration, size


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.0 KB"),
        (999_999, "1.0 MB"),
        (2_345_678_901, "2.3 GB"),
    ],
)
def test_size(number: int, expected: str) -> None:
    assert size(number) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0.04, "0.0 s"), (9.96, "10.0 s"), (59, "59 s"), (60, "1 min 0 s"), (3725, "1 h 2 min")]
)
def test_duration(seconds: float, expected: str) -> None:
    assert duration(seconds) == expected
