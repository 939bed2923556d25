from __future__ import annotations

import re
from pathlib import Path

import pytest

import index.reading
from assistant.page.library.reasons import known, reason
from assistant.page.reader import Reader

EASTERN = Reader(digits="arabic")


@pytest.mark.parametrize(
    ("said", "arabic"),
    [
        ("the file is empty", "الملف فارغ"),
        ("not a format that is read: a picture", "صيغة لا تُقرأ: صورة"),
        ("the text (body) is empty", "النص (body) فارغ"),
        (
            "it unpacks to more than 200 times its size: taken for an archive bomb",
            "يزيد بعد فكّه على 200 ضعف حجمه، فعُدّ قنبلة ضغط ولم يُقرأ",
        ),
        (
            "the ZIP archive cannot be opened: the file is cut off: what came before was read",
            "تعذّر فتح أرشيف ZIP: الملف مقطوع: قُرئ ما قبل القطع",
        ),
        ("the server answers 404 Not Found", "أجاب الموقع بالرمز 404 Not Found"),
        (
            "10.0.0.1 is not a public host: this server fetches from public ones only",
            "‏10.0.0.1 ليس موقعًا عامًّا، وهذا الخادم لا يجلب إلا من المواقع العامة",
        ),
    ],
)
def test_in_arabic(said: str, arabic: str) -> None:
    assert reason(said, Reader()) == arabic and known(said)


def test_numbers_follow_the_readers_digits() -> None:
    assert reason("not there within 30 seconds", EASTERN) == "لم يصل كاملًا في ٣٠ ثانية"
    long = "the text is longer than 1,000,000 characters: split it into articles"
    assert reason(long, EASTERN) == "النص أطول من ١,٠٠٠,٠٠٠ حرف: قسّمه إلى مقالاته"


def test_what_is_not_known_and_what_english_readers_see_stay_as_they_were_said() -> None:
    assert reason("No space left on device", Reader()) == "No space left on device"
    assert reason("the file is empty", Reader("en")) == "the file is empty"


def test_every_reason_that_the_readers_give_is_known() -> None:
    """Each literal of Unreadable(...) and Rejection(place, ...) in index/reading, with something in its holes."""
    unknown = []
    folder = Path(index.reading.__file__).parent
    for file in sorted(folder.glob("*.py")):
        for literal in re.findall(r'(?:Unreadable|Rejection)\((?:[^"\n]*, )?f?"([^"]+)"\s*\)', file.read_text("utf-8")):
            said = re.sub(r"\{[^{}]*\}", "7", literal)
            if not known(said) and not said.startswith(
                ("7", "not a format that is read: 7", "the folder", "not a regular", "no field")
            ):
                unknown.append(f"{file.name}: {said}")
    assert unknown == []
