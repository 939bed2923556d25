from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from lxml import html

from assistant.page.reader import Reader
from assistant.sign_in import wording
from assistant.sign_in.page import notice_page, sign_in_page, sign_out_page


def test_each_field_has_its_label_and_tells_a_password_manager_what_it_is() -> None:
    page = html.fromstring(sign_in_page(Reader(), "", "/article/1?start=2&end=3", "سر"))
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    for name, manager in (("name", "username"), ("password", "current-password")):
        (field,) = page.xpath(f"//input[@name='{name}']")
        assert field.get("autocomplete") == manager and field.get("required") is not None
        assert page.xpath(f"//label[@for='{field.get('id')}']/text()")
    (form,) = page.xpath("//form")
    assert (form.get("method"), form.get("action")) == ("post", "/sign-in")
    assert form.fields["form"] == "سر" and form.fields["next"] == "/article/1?start=2&end=3"
    (other,) = page.xpath("//a[@hreflang='en']")
    choice = urlsplit(other.get("href"))
    (back,) = parse_qs(choice.query)["to"]
    assert choice.path == "/choose" and urlsplit(back).path == "/sign-in"
    assert parse_qs(urlsplit(back).query)["next"] == ["/article/1?start=2&end=3"]
    assert not page.xpath("//script") and not page.xpath("//*[@style]")


def test_what_went_wrong_is_an_alert_that_the_fields_point_to() -> None:
    page = html.fromstring(sign_in_page(Reader("en"), "/isnad", "/", "f", wrong=wording.WRONG.english, name='<b>"x"'))
    (alert,) = page.xpath("//*[@role='alert']")
    assert alert.text == wording.WRONG.english
    assert {field.get("aria-describedby") for field in page.xpath("//input[@aria-invalid='true']")} == {alert.get("id")}
    assert page.xpath("//input[@name='name']")[0].get("value") == '<b>"x"'
    assert page.xpath("//input[@autofocus]")[0].get("name") == "password"
    assert page.xpath("//form")[0].get("action") == "/isnad/sign-in"


def test_leaving_is_a_form_of_its_own() -> None:
    page = html.fromstring(sign_out_page(Reader(), "", "سلمى <b>", "f"))
    assert page.xpath("//bdi/text()") == ["سلمى <b>"]
    assert page.xpath("//form")[0].fields["form"] == "f"


def test_a_notice_says_what_it_was_given() -> None:
    assert html.fromstring(notice_page(Reader(), "", wording.UNUSABLE)).xpath("//*[@role='alert']/text()") == [
        wording.UNUSABLE
    ]
