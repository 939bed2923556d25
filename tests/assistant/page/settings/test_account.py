from __future__ import annotations

from assistant.page.addresses import Address
from assistant.page.reader import Reader
from assistant.page.settings.account import account


def test_who_is_signed_in_and_the_way_out() -> None:
    section = account("سلمى <b>", Reader("en"), Address("/isnad", "en", "/settings"))
    assert "Signed in as" in section and "<bdi>سلمى &lt;b&gt;</bdi>" in section
    assert 'href="/isnad/sign-out"' in section


def test_nothing_where_nobody_signs_in() -> None:
    assert account(None, Reader(), Address("", "ar", "/settings")) == ""
