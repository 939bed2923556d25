import html

import pytest

from assistant.page.escaping import article_path, direction, plain, web_address

HOSTILE = [
    '<img src=x onerror="alert(1)">',
    "</textarea><script>alert(1)</script>",
    "[انقر هنا](javascript:alert(1))",
    "**غليظ** _مائل_ `رمز` ~~محذوف~~ ![صورة](https://elsewhere.example/x.png)",
    "${alert(1)} {{constructor}} $$x$$ \\",
    "قال: «لا» & 'نعم' \"ربما\" | جدول |",
    "&lt;b&gt; كما هي",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_plain_text_reads_the_same_and_holds_nothing_active(text: str) -> None:
    written = plain(text)
    assert html.unescape(written) == text
    assert not set("<>\"'`*_{}[]()~$\\|!:") & set(written)


def test_a_damaged_character_becomes_one_replacement_and_can_be_sent() -> None:
    written = plain("قال\ud83d ثم\x00 سكت")
    assert written == "قال\ufffd ثم\ufffd سكت"
    written.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("BBC: قال الوزير", "rtl"), ("قال الوزير", "rtl"), ("Reuters said", "ltr"), ("2017", "rtl"), ("", "rtl")],
)
def test_direction(text: str, expected: str) -> None:
    assert direction(text) == expected


@pytest.mark.parametrize("url", ["https://marfa.example/a?b=1", "http://marfa.example", " https://marfa.example/a "])
def test_a_web_address_may_be_followed(url: str) -> None:
    assert web_address(url) == url.strip()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,x",
        "//marfa.example",
        "https:///x",
        "http://[",
        "/local",
        "ftp://marfa.example",
        "vbscript:x",
        "JaVaScRiPt:alert(1)",
    ],
)
def test_any_other_address_may_not(url: str) -> None:
    assert web_address(url) == ""


def test_an_id_of_any_characters_is_one_segment_of_the_path() -> None:
    assert article_path('a/b ?#%&"<') == "article/a%2Fb%20%3F%23%25%26%22%3C"
    assert article_path("../../etc", 3, 9) == "article/..%2F..%2Fetc?start=3&end=9#cited"
    assert article_path("وادي") == "article/%D9%88%D8%A7%D8%AF%D9%8A"
