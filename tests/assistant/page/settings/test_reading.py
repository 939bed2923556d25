from urllib.parse import quote

from assistant.page.addresses import Address
from assistant.page.reader import Reader
from assistant.page.settings.reading import reading


def test_each_choice_is_a_link_and_the_one_that_holds_is_marked() -> None:
    shown = reading(Reader(digits="arabic", theme="dark"), Address("/isnad", "ar", "/settings"))
    assert shown.count('aria-current="true"') == 3
    back = quote("/isnad/settings", safe="")
    assert f'href="/isnad/choose?digits=latin&amp;to={back}"' in shown
    assert f'href="/isnad/choose?digits=arabic&amp;to={back}" aria-current="true"' in shown
    assert f'href="/isnad/choose?theme=dark&amp;to={back}" aria-current="true"' in shown
    assert f'language=en&amp;to={quote("/isnad/en/settings", safe="")}"' in shown


def test_in_english() -> None:
    shown = reading(Reader("en"), Address("", "en", "/settings"))
    assert "How you read" in shown and 'lang="ar" rel="nofollow"><bdi>العربية' in shown
