from __future__ import annotations

import pytest

from assistant.sign_in.attempts import Attempts, network


def test_an_address_waits_after_eight_failures() -> None:
    attempts = Attempts()
    for _ in range(8):
        assert attempts.wait("192.0.2.7", "سلمى") == 0
        attempts.failed("192.0.2.7", "سلمى")
    assert 0 < attempts.wait("192.0.2.7", "نبيل") <= 300
    assert attempts.wait("192.0.2.8", "سلمى") == 0


def test_a_name_waits_after_forty_failures_from_anywhere() -> None:
    attempts = Attempts()
    for number in range(40):
        attempts.failed(f"192.0.2.{number}", "سلمى")
    assert 0 < attempts.wait("198.51.100.1", " سلمى ") <= 900
    assert attempts.wait("198.51.100.1", "نبيل") == 0


@pytest.mark.parametrize(
    ("address", "counted"),
    [("192.0.2.7", "192.0.2.7"), ("2001:db8::1", "2001:db8::/64"), ("", "unknown"), ("testclient", "testclient")],
)
def test_network(address: str, counted: str) -> None:
    assert network(address) == counted
