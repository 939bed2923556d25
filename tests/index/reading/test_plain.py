from __future__ import annotations

from collections.abc import Callable

import pytest

from index.reading.plain import markdown, title
from index.vocabulary import Article, Rejection

Read = Callable[..., list[Article | Rejection]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لقاء في الدوحة\n\nالتقى الوزيران اليوم.", "لقاء في الدوحة"),
        ("\r\nلقاء في الدوحة\r\n\r\nالتقى الوزيران اليوم.", "لقاء في الدوحة"),
        ("هل تعود المفاوضات؟\n\nنعم.", "هل تعود المفاوضات؟"),
        ("التقى الوزيران اليوم.\n\nثم افترقا.", ""),
        ("لقاء في الدوحة\nالتقى الوزيران", ""),
        ("كلمة " * 60 + "\n\nنص", ""),
        ("سطر واحد\n\n", ""),
        ("", ""),
    ],
)
def test_title(text: str, expected: str) -> None:
    assert title(text) == expected


def test_the_text_of_a_text_file_is_whole_and_unchanged(read_file: Read) -> None:
    text = " لقاء في الدوحة\r\n\r\nالتقى الوزيران\u00a0اليوم.\r\n"
    assert read_file("a.txt", text) == [Article(text=text, title="لقاء في الدوحة")]
    assert read_file("a.txt", "\ufeff" + text) == [Article(text=text, title="لقاء في الدوحة")]


def test_windows_1256(read_file: Read) -> None:
    text = "أعلنت الوزارة اليوم أن الطريق إلى المطار مغلق بسبب الأمطار.\r\n"
    assert read_file("a.txt", text.encode("cp1256")) == [Article(text=text)]


def test_front_matter_and_heading(read_file: Read) -> None:
    head = '---\ntitle: "قمة"\ndate: 2019-05-01\nsource: وام\nurl: https://e.org/a: b\n---\n'
    data = f"{head}\n# قمة الرياض\n\nبدأت القمة.\n"
    (found,) = read_file("a.md", data)
    assert isinstance(found, Article)
    assert (found.title, str(found.date), found.source, found.url, found.text) == (
        "قمة",
        "2019-05-01",
        "وام",
        "https://e.org/a: b",
        "بدأت القمة.\n",
    )


def test_markdown_keeps_what_it_does_not_know() -> None:
    assert markdown("## فرعي\nنص") == {"text": "## فرعي\nنص"}
    assert markdown("# عنوان وحده\n") == {"title": "عنوان وحده", "text": "# عنوان وحده\n"}
    assert markdown("---\nنص بين خطين") == {"text": "---\nنص بين خطين"}


def test_what_is_no_text(read_file: Read) -> None:
    assert read_file("a.txt", b"") == [Rejection("a.txt", "the file is empty")]
    assert read_file("a.txt", b" \n ") == [Rejection("a.txt", "the text (text) is empty")]
    (found,) = read_file("a.txt", bytes(range(32)) * 40)
    assert isinstance(found, Rejection)


def test_the_first_undecodable_byte_is_named(read_file: Read) -> None:
    found = read_file("a.txt", "خبر".encode() * 9 + b"\xc3" + "خبر".encode())
    assert found == [Rejection("a.txt", "not valid UTF-8: byte 0xc3 at offset 54")]
