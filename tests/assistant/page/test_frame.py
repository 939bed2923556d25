from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from assistant.page import chat, settings
from assistant.page.addresses import Address
from assistant.page.frame import choosing, masthead
from assistant.page.reader import Reader

ROOMS = (chat.ROOM, settings.ROOM)


def test_the_rooms_stand_in_order_and_the_open_one_is_marked() -> None:
    head = masthead(Reader(), Address("", "ar", "/settings"), ROOMS)
    assert re.findall(r'<li><a href="([^"]+)"( aria-current="page")?>', head) == [
        ("/", ""),
        ("/settings", ' aria-current="page"'),
    ]
    assert head.index('class="skip"') == head.index("<a ") + 3  # the first thing the keyboard reaches


def test_the_other_language_is_named_in_itself_and_leads_to_the_same_page() -> None:
    head = masthead(Reader(), Address("", "ar", "/explore", 'speaker="<b>"'), ROOMS)
    link = re.search(r'<a class="language" lang="en" dir="ltr".*?href="([^"]+)">English</a>', head)
    assert link is not None and "<b>" not in head
    asked = parse_qs(urlsplit(link[1].replace("&amp;", "&")).query)
    assert asked["language"] == ["en"] and unquote(asked["to"][0]).startswith("/en/explore?speaker=")
    assert 'lang="ar" dir="rtl"' in masthead(Reader("en"), Address("", "en", "/"), ROOMS)


def test_the_switches_work_without_a_script() -> None:
    head = masthead(Reader("en"), Address("/isnad", "en", "/"), ROOMS)
    assert 'href="/isnad/choose?theme=dark&amp;to=%2Fisnad%2Fen%2F"' in head.replace("&#58;", ":")
    assert choosing(Address("", "ar", "/"), digits="arabic") == "/choose?digits=arabic&to=%2F"
